// Every edit inserts one marker, "[editor.sequence.time]". Nothing is ever deleted, so a marker can only be pushed apart
// by another marker inserted inside it: taking the innermost ones out again and again finds them all, each once.
// The time is microseconds of the machine's monotonic clock, the same in every process, so any process can tell the age.
const innermost = /\[(\d+)\.(\d+)\.([0-9a-z]+)\]/g;

export const now = () => Number(process.hrtime.bigint() / 1000n);

export const marker = (editor, sequence, at) => `[${editor}.${sequence}.${at.toString(36)}]`;

export function markersIn(text) {
  const found = [];
  for (let rest = text, before = -1; found.length !== before;) {
    before = found.length;
    rest = rest.replace(innermost, (_, editor, sequence, at) => {
      found.push({ key: `${editor}.${sequence}`, editor: +editor, at: parseInt(at, 36) });
      return "";
    });
  }
  return found;
}

// About two kilobytes, the size of a summary when people begin to edit it.
export const opening = ["# Weekly review", ""]
  .concat(Array.from({ length: 30 }, (_, i) => `- Bullet ${i + 1} says what was decided, by whom, and until when.`))
  .join("\n") + "\n";
