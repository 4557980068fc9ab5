// Writes normalization.txt from what Node's own normalizer does, so the tables are of its Unicode version:  node make-tables.mjs > normalization.txt
// Lines: "C cp parts" canonical decomposition, "K cp parts" compatibility decomposition, "P first second composite" primary composite, "M rank cps" marks of one combining class.
const hex = (text) => [...text].map((c) => c.codePointAt(0).toString(16)).join(' ');
const isHangul = (cp) => cp >= 0xac00 && cp <= 0xd7a3;
const canonical = [], compatible = [], pairs = [], marks = [];
for (let cp = 0; cp <= 0x10ffff; cp++) {
  if ((cp >= 0xd800 && cp <= 0xdfff) || isHangul(cp)) continue;
  const c = String.fromCodePoint(cp), nfd = c.normalize('NFD'), nfkd = c.normalize('NFKD');
  if (nfd !== c) canonical.push(`C ${hex(c)} ${hex(nfd)}`);
  if (nfkd !== nfd) compatible.push(`K ${hex(c)} ${hex(nfkd)}`);
  const parts = [...nfd];
  if (parts.length > 1 && c.normalize('NFC') === c) {
    const head = parts.slice(0, -1).join('').normalize('NFC');
    if ([...head].length !== 1) throw new Error(`no primary composite for ${hex(c)}`);
    pairs.push(`P ${hex(head)} ${hex(parts.at(-1))} ${hex(c)}`);
  }
  if (/\p{M}/u.test(c) && nfd === c) marks.push(c);
}
// Two marks change places exactly when the first has the higher class and neither has class 0; equal classes and class 0 keep their order.
const above = (a, b) => (a + b).normalize('NFD') !== a + b;
const known = ['\u0334', '\u0316', '\u0301', '\u0345', '\u05b0', '\u3099', '\u0327', '\u0321', '\u035c', '\u0360'];
const moving = marks.filter((m) => known.some((k) => above(m, k) || above(k, m)));
moving.sort((a, b) => (above(a, b) ? 1 : above(b, a) ? -1 : 0));
const groups = [];
for (const mark of moving) {
  const last = groups.at(-1);
  if (last && !above(mark, last[0])) last.push(mark);
  else groups.push([mark]);
}
const lines = groups.map((g, i) => `M ${(i + 1).toString(16)} ${hex(g.join('').length ? g.join('') : '')}`);
process.stdout.write(`# Derived from the Unicode Character Database ${process.versions.unicode}. Copyright Unicode, Inc., Unicode License v3 (https://www.unicode.org/license.txt).\n`);
process.stdout.write([...canonical, ...compatible, ...pairs, ...lines].join('\n') + '\n');
