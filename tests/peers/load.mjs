// One process of the load: edits on a schedule, and how old each edit is when another editor shows it.
// Started by lib/loading.mjs with its orders as one JSON argument; prints its figures as one line of JSON.
import { setTimeout as pause } from "node:timers/promises";
import { adapters } from "./adapters/index.mjs";
import { histogram, record } from "./lib/figures.mjs";
import { marker, markersIn, now } from "./lib/markers.mjs";

const orders = JSON.parse(process.argv[2]);
const { adapter, port, run, documents, editors, rate, warmup, seconds, part, parts } = orders;
const figures = { visible: histogram(), acknowledged: histogram(), edits: 0, late: 0, received: 0, unacknowledged: 0, editsByDocument: {}, receiversByDocument: {} };

// Editor e of document d is numbered across the whole load; this process takes every parts-th one.
const mine = [];
for (let i = part; i < documents * editors; i += parts) mine.push({ number: i, document: Math.floor(i / editors) });

for (let i = 0; i < mine.length; i += 10)
  await Promise.all(mine.slice(i, i + 10).map(async editor => {
    editor.client = await adapters[adapter].open(port, `${run}-${editor.document}`);
    figures.receiversByDocument[editor.document] = (figures.receiversByDocument[editor.document] ?? 0) + 1;
  }));

process.send("joined");
const begin = await new Promise(resolve => process.once("message", resolve));
const from = begin + warmup * 1e6, to = from + seconds * 1e6;
const counted = at => at >= from && at < to;
let lastArrival = now();

for (const { client } of mine)
  client.onRemote(inserted => {
    const at = now();
    for (const found of markersIn(inserted)) {
      if (!counted(found.at)) continue;
      record(figures.visible, at - found.at);
      figures.received++;
      lastArrival = at;
    }
  });

const period = 1e6 / rate;
async function edits(editor) {
  // The schedule is open: an edit that could not be made in time is made late and still counted, the next ones keep their times.
  for (let due = begin + Math.random() * period, sequence = 0; due < to; due += period, sequence++) {
    const wait = (due - now()) / 1000;
    if (wait > 0) await pause(wait);
    const at = now();
    if (at >= to) break;
    const acknowledged = editor.client.edit(Math.random(), marker(editor.number, sequence, at));
    if (!counted(at)) continue;
    figures.edits++;
    figures.editsByDocument[editor.document] = (figures.editsByDocument[editor.document] ?? 0) + 1;
    if (at - due > 100000) figures.late++;
    if (!acknowledged) continue;
    figures.unacknowledged++;
    acknowledged.then(() => { figures.unacknowledged--; record(figures.acknowledged, now() - at); }, () => {});
  }
}

const usedBefore = process.cpuUsage();
await Promise.all(mine.map(edits));
// What is still under way may arrive: until nothing has come for half a second, at most five.
for (let tries = 0; tries < 50 && (tries < 10 || now() - lastArrival < 500000); tries++) await pause(100);
const used = process.cpuUsage(usedBefore);
figures.gaveUp = mine.filter(({ client }) => client.failed?.()).length;
figures.processorSeconds = (used.user + used.system) / 1e6;
process.send(figures, () => process.exit(0));
