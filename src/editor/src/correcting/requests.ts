// What the pane asks of the server. The server speaks for itself when it refuses.

export type Format = { readonly name: string; readonly displayName: string }
export type KeptFile = { readonly name: string; readonly format: string; readonly guesses: readonly Format[] }
export type Files = { readonly files: readonly KeptFile[]; readonly formats: readonly Format[] }
export type Parsed = {
  readonly segmentsBefore: number; readonly segments: number; readonly speakers: number
  readonly passages: number; readonly passagesFound: number
  readonly corrections: number; readonly correctionsFit: number
  readonly warnings: number; readonly turns: string
}
export type Names = Readonly<Record<string, string>>
export type Changed = { readonly names: Names | null; readonly rechecks: number }
export type TurnWish = { readonly first: number; readonly last: number; readonly was: string; readonly text: string | null; readonly speaker: string | null }

export type Requests = {
  readonly rename: (shown: Names) => Promise<Changed>
  readonly putNamesBack: (names: Names) => Promise<Changed>
  readonly correct: (turn: TurnWish) => Promise<Changed>
  readonly files: () => Promise<Files>
  readonly parse: (formats: readonly string[], tryOnly: boolean) => Promise<Parsed>
}

export function requestsTo(transcript: string, signal: AbortSignal): Requests {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${transcript}/${path}`, {
      signal, method: body === undefined ? 'GET' : 'POST', credentials: 'same-origin',
      ...body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    }).catch((problem: unknown) => { throw problem instanceof TypeError ? new Error('The server cannot be reached; nothing is lost, try again.') : problem })
    if (!answer.ok) throw new Error(await reasonOf(answer))
    return await answer.json() as T
  }
  return {
    rename: shown => ask('speakers', { shown }),
    putNamesBack: names => ask('speakers', { names }),
    correct: turn => ask('turn', turn),
    files: () => ask('files'),
    parse: (formats, tryOnly) => ask('parse', { formats, try: tryOnly }),
  }
}

export const wordsOf = (problem: unknown): string => problem instanceof Error ? problem.message : ''

async function reasonOf(answer: Response): Promise<string> {
  if ([401, 403, 404].includes(answer.status)) return 'You may no longer change this transcript.'
  try {
    return (await answer.json() as { detail?: string }).detail ?? `The server answered ${answer.status}.`
  } catch {
    return `The server answered ${answer.status}.`
  }
}
