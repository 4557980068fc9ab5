// The talks that wait to be imported, each of one or several files. Plain values: a change gives a new queue.

export type Talk = readonly File[]
export type Queue = { readonly waiting: readonly Talk[]; readonly done: number }

export const nothing: Queue = { waiting: [], done: 0 }

/** Every file a talk of its own. */
export const begin = (files: readonly File[]): Queue => ({ waiting: files.map(file => [file]), done: 0 })

/** Further files behind those that wait. */
export const add = (queue: Queue, files: readonly File[]): Queue => ({ ...queue, waiting: [...queue.waiting, ...files.map(file => [file])] })

/** The file becomes a further part of the talk in front; one that waits as a talk of its own does so no longer. */
export function join(queue: Queue, file: File): Queue {
  const [front = [], ...rest] = queue.waiting
  return { ...queue, waiting: [[...front, file], ...rest.filter(talk => !(talk.length === 1 && talk[0] === file))] }
}

/** The part leaves the talk in front and waits as a talk of its own, next in line. */
export function part(queue: Queue, index: number): Queue {
  const [front = [], ...rest] = queue.waiting
  const file = front[index]
  return file && front.length > 1 ? { ...queue, waiting: [front.filter((_, at) => at !== index), [file], ...rest] } : queue
}

/** The talk in front is done with. */
export const next = (queue: Queue, kept: boolean): Queue => ({ waiting: queue.waiting.slice(1), done: queue.done + (kept ? 1 : 0) })

/** "2 of 5", counting those done; null for one alone. */
export function progress(queue: Queue): { readonly at: number; readonly of: number } | null {
  const of = queue.done + queue.waiting.length
  return of > 1 ? { at: queue.done + 1, of } : null
}
