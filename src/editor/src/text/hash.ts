import type { Text } from '@codemirror/state'

/** FNV-1a over UTF-16 code units, eight hexadecimal digits; the server's TextHash. It finds accidents, not forgers. */
export function textHash(text: Text): string {
  let hash = 2166136261
  const take = (part: string) => {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 16777619)
  }
  for (const part of text.iter()) take(part)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
