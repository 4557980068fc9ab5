// A histogram with bins one percent wide, from 10 microseconds up: it merges across processes, which sorted samples do not cheaply.
const step = Math.log(1.01);
const bin = microseconds => Math.max(0, Math.ceil(Math.log(Math.max(microseconds, 10) / 10) / step));

export const histogram = () => ({ count: 0, bins: {} });

export function record(into, microseconds) {
  const at = bin(microseconds);
  into.bins[at] = (into.bins[at] ?? 0) + 1;
  into.count++;
}

export function merge(into, other) {
  for (const [at, count] of Object.entries(other.bins)) into.bins[at] = (into.bins[at] ?? 0) + count;
  into.count += other.count;
  return into;
}

// Milliseconds; null without a sample. What never arrived counts as later than everything that did (Infinity).
export function quantile(from, share, missing = 0) {
  const rank = Math.ceil((from.count + missing) * share);
  if (from.count + missing === 0) return null;
  let seen = 0;
  for (const at of Object.keys(from.bins).map(Number).sort((a, b) => a - b)) {
    seen += from.bins[at];
    if (seen >= rank) return (10 * Math.exp(at * step)) / 1000;
  }
  return Infinity;
}

export const median = values => {
  const sorted = values.filter(value => value !== null && value !== undefined).sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)];
};
