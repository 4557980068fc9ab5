// The same load on ours and on its peers, one after the other in one run. Prints Markdown. See README.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adapters } from "./adapters/index.mjs";
import { trial } from "./durability.mjs";
import { load, past } from "./lib/loading.mjs";
import { options } from "./lib/options.mjs";
import { powerCut } from "./lib/powercut.mjs";
import { freePort, killed } from "./lib/processes.mjs";
import { losses, oneDocument, preamble, theCliff } from "./lib/tables.mjs";

const asked = options(process.argv.slice(2), Object.keys(adapters));
const progress = line => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

// A server of its own for each measurement: what the one before left behind burdens nobody.
async function measured(name, shape) {
  const folder = mkdtempSync(join(tmpdir(), "peer-load-"));
  let child;
  try {
    const port = await freePort();
    child = await adapters[name].start(folder, port);
    return await load(name, adapters[name], child, port, { rate: asked.rate, warmup: asked.warmup, seconds: asked.seconds, parts: asked.processes, ...shape });
  } catch (error) {
    progress(`${name} failed: ${error.message}`);
    return { ...shape, failed: error.message, p99: null };
  } finally {
    if (child) await killed(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = figures => figures.failed ? "failed"
  : `${figures.reached.toFixed(0)} edits/s, p50 ${figures.p50?.toFixed(1)} p99 ${figures.p99?.toFixed(1)} ms, processors server ${figures.serverLoad.toFixed(2)} clients ${figures.clientLoad.toFixed(2)}${figures.gaveUp ? `, ${figures.gaveUp} clients gave up` : ""}`;

async function sizes(results) {
  for (let run = 1; run <= asked.runs; run++)
    for (const editors of asked.editors)
      for (const name of asked.only) {
        const before = results.filter(each => each.name === name && each.run === run).at(-1);
        if (before && past(before)) continue;
        const figures = await measured(name, { documents: 1, editors });
        results.push({ name, run, ...figures });
        progress(`run ${run}, ${name}, ${editors} editors: ${told(figures)}`);
      }
}

async function cliff(results) {
  for (let run = 1; run <= asked.runs; run++)
    for (const name of asked.only)
      for (const documents of asked.documents) {
        const figures = await measured(name, { documents, editors: 3 });
        results.push({ name, run, ...figures });
        progress(`run ${run}, ${name}, ${documents} documents × 3: ${told(figures)}`);
        if (figures.failed || past(figures)) break;
      }
}

async function kills(results, kind, count, cut) {
  for (const name of asked.only)
    for (let i = 1; i <= (cut && adapters[name].cuts === false ? 0 : count); i++) {
      try {
        const figures = await trial(adapters[name], { seconds: asked.killAfter, cut });
        results.push({ name, kind, ...figures });
        progress(`${kind} ${i}, ${name}: ${JSON.stringify(figures)}`);
      } catch (error) {
        failures.push(`${kind} ${i}, ${name}: ${error.message}`);
        progress(`${kind} ${i}, ${name} failed: ${error.message}`);
      }
    }
}

const failures = [];
const results = { sizes: [], cliff: [], losses: [] };
console.log(preamble(asked));
await sizes(results.sizes);
if (results.sizes.length) console.log(oneDocument(results.sizes, adapters, asked));
if (asked.documents.length) {
  await cliff(results.cliff);
  console.log(theCliff(results.cliff, adapters, asked));
}
await kills(results.losses, "kill −9", asked.kills, null);
if (asked.cuts) await kills(results.losses, "power cut", asked.cuts, powerCut());
if (results.losses.length) console.log(losses(results.losses, adapters));
if (asked.json) writeFileSync(asked.json, JSON.stringify({ asked, ...results }, null, 1));
if (failures.length) console.log(`Trials that failed and are not in the table:\n\n${failures.map(line => `- ${line}`).join("\n")}`);
process.exit(failures.length ? 1 : 0);
