import type { Journal, Journals, LostText } from './journal'

/** For browsers that keep nothing: unsent edits live as long as the page, and the page says so. */
export function fleetingJournals(talkId: string): Journals {
  const lost = new Map<string, LostText>()
  return {
    lasting: false,
    adopt: async () => null,
    create: async (identity): Promise<Journal> => ({
      identity,
      begin() {},
      append() {},
      clear() {},
      kept: async () => {},
      release: async () => {},
    }),
    async keepLost(reason, text) {
      const kept = { id: String(lost.size), talkId, at: Date.now(), reason, text }
      lost.set(kept.id, kept)
      return kept
    },
    listLost: async () => [...lost.values()],
    dropLost: async id => void lost.delete(id),
    close() {},
  }
}
