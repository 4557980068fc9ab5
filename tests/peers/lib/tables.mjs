import { cpus, loadavg } from "node:os";
import { median } from "./figures.mjs";
import { past } from "./loading.mjs";

const ours = "collabsummaries";
const row = cells => `| ${cells.join(" | ")} |`;
const table = (heads, rows) => [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
const digits = value => value >= 100 ? value.toFixed(0) : value.toFixed(1);
const finite = value => value === null || value === undefined ? "–" : value === Infinity ? "never" : digits(value);

// "12.3 (11.9–14.0)": the middle one of the runs and between what they lay.
function spread(values) {
  const known = values.filter(value => value !== null && value !== undefined);
  if (known.length === 0) return "–";
  if (known.length === 1) return finite(known[0]);
  return `${finite(median(known))} (${finite(Math.min(...known))}–${finite(Math.max(...known))})`;
}

function times(theirs, own) {
  const [a, b] = [median(theirs), median(own)];
  return a === null || b === null ? "–" : a === Infinity ? "never" : `${digits(a / b)}×`;
}

export const preamble = asked => `Load of other work before the start (1 min): ${loadavg()[0].toFixed(2)} on ${cpus().length} cores; node ${process.version}; `
  + `${asked.runs} run(s) of ${asked.seconds} s after ${asked.warmup} s, ${asked.rate} edits/s an editor, real clients in ${asked.processes} load process(es) on the same machine, server and load share its cores.\n`;

export function oneDocument(results, adapters, asked) {
  const lines = [];
  for (const editors of asked.editors) {
    const at = name => results.filter(each => each.name === name && each.editors === editors);
    const own = at(ours).map(each => each.p99);
    for (const name of asked.only) {
      const runs = at(name), of = property => spread(runs.map(each => each[property]));
      if (runs.length === 0) { lines.push([editors, adapters[name].name, "past its cliff", ...Array(7).fill("–")]); continue; }
      const gaveUp = runs.reduce((sum, each) => sum + (each.gaveUp ?? 0), 0), note = gaveUp ? `, ${gaveUp} clients gave up` : "";
      lines.push([editors, adapters[name].name, of("reached") + note, of("p50"), of("p95"), of("p99"), name === ours ? "1" : times(runs.map(each => each.p99), own),
        runs[0].acknowledgedP99 == null ? adapters[name].acknowledges : `${of("acknowledgedP99")}, ${adapters[name].acknowledges}`, of("serverLoad"), of("clientLoad")]);
    }
  }
  return `One document: edit → visible at every other editor, ms\n\n${table(
    ["editors", "server", "edits/s", "p50", "p95", "p99", "p99 to ours", "acknowledged p99", "server cores", "client cores"], lines)}\n`;
}

export function theCliff(results, adapters, asked) {
  const best = (name, run) => Math.max(0, ...results.filter(each => each.name === name && each.run === run && !each.failed && !past(each)).map(each => each.reached));
  const all = name => Array.from({ length: asked.runs }, (_, i) => best(name, i + 1));
  const lines = asked.only.map(name => {
    const held = all(name), top = Math.max(...asked.documents) * 3 * asked.rate, reachedTop = median(held) >= 0.9 * top;
    return [adapters[name].name, `${spread(held)}${reachedTop ? " (highest tried)" : ""}`, name === ours ? "1" : times(held, all(ours))];
  });
  return `Documents of 3 editors, more and more of them (${asked.documents.join(", ")}): edits/s held with p99 ≤ 1 s\n\n${table(["server", "edits/s", "to ours"], lines)}\n`;
}

export function losses(results, adapters) {
  const lines = [];
  for (const kind of new Set(results.map(each => each.kind)))
    for (const name of new Set(results.map(each => each.name))) {
      const of = results.filter(each => each.name === name && each.kind === kind);
      if (of.length === 0) continue;
      const total = property => of.reduce((sum, each) => sum + each[property], 0);
      lines.push([kind, adapters[name].name, adapters[name].keeps, of.length,
        total("acknowledged") ? `${total("acknowledgedLost")} of ${total("acknowledged")}` : adapters[name].acknowledges,
        `${total("seenLost")} of ${total("seen")}`, total("duplicates")]);
    }
  return `What is gone when the server dies in the middle of the editing and every tab is closed\n\n${table(
    ["how", "server", "keeps in", "times", "acknowledged and lost", "shown to others and lost", "duplicates"], lines)}\n`;
}
