/** Colors of people: those of the page's variables, then more of the same kind. Each has a contrast of at least 4.5 to white text in light, to dark text in dark. */
const light = ['#b4531a', '#1d5fb8', '#7a3fa0', '#0f6b63', '#a3264f', '#5b6b00', '#8a4b00', '#4a4ac0']
const dark = ['#f0a06e', '#86b7f5', '#cfa3ea', '#5fc7ba', '#f29bb8', '#c3d05a', '#e0b05a', '#b7abff']

/** The color of a person as CSS; it follows the theme. */
export function colorOf(index: number): string {
  return `var(--person-${((index % light.length) + light.length) % light.length})`
}

/** Declarations for the two themes. */
export function paletteOf(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries((theme === 'light' ? light : dark).map((color, i) => [`--person-${i}`, color]))
}
