// Requests of the import page, and what to say when they fail.

export async function post(url: string, body: FormData, signal: AbortSignal | null): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', body, signal })
  if (!answer.ok || answer.redirected) throw new Error(await reasonOf(answer))
  return answer
}

export const messageOf = (problem: unknown): string => problem instanceof TypeError ? 'The server cannot be reached; nothing is lost, try again.' : problem instanceof Error ? problem.message : ''

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

async function reasonOf(answer: Response): Promise<string> {
  if (answer.status === 413) return 'It is larger than the server reads.'
  if ([401, 403, 404].includes(answer.status) || answer.redirected) return 'You may not import talks here. Sign in again, or ask for the right to.'
  try {
    const { detail } = await answer.json() as { detail?: string }
    return detail ?? `The server answered ${answer.status}.`
  } catch {
    return `The server answered ${answer.status}.`
  }
}
