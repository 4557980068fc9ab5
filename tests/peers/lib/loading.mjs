import { fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { histogram, merge, quantile } from "./figures.mjs";
import { now, opening } from "./markers.mjs";
import { processorSeconds } from "./processes.mjs";

const script = fileURLToPath(new URL("../load.mjs", import.meta.url));

// One measurement: the load runs in `parts` processes against the server `child` on `port`.
export async function load(adapter, definition, child, port, { documents, editors, rate, warmup, seconds, parts }) {
  const run = `${documents}x${editors}-${Math.random().toString(36).slice(2, 8)}`;
  for (let i = 0; i < documents; i++) {
    const first = await definition.open(port, `${run}-${i}`);
    await first.edit(0, opening);
    await pause(documents > 20 ? 0 : 200);
    await first.close();
  }
  const limit = (warmup + seconds + 60) * 1000;
  const processes = Array.from({ length: parts }, (_, part) =>
    fork(script, [JSON.stringify({ adapter, port, run, documents, editors, rate, warmup, seconds, part, parts })]));
  const timer = setTimeout(() => processes.forEach(each => each.kill("SIGKILL")), limit);
  try {
    await Promise.all(processes.map(each => said(each)));
    const serverBefore = processorSeconds(child.pid), begin = now() + 200000;
    const ends = processes.map(each => said(each));
    processes.forEach(each => each.send(begin));
    const all = await Promise.all(ends);
    const server = processorSeconds(child.pid) - serverBefore;
    return summed(all, { documents, editors, rate, seconds, warmup, server });
  } finally {
    clearTimeout(timer);
    processes.forEach(each => each.kill("SIGKILL"));
  }
}

const said = process => new Promise((resolve, reject) => {
  process.once("message", resolve);
  process.once("exit", () => reject(new Error("the load process ended before its figures")));
});

function summed(all, { documents, editors, rate, seconds, warmup, server }) {
  const total = name => all.reduce((sum, each) => sum + each[name], 0);
  const visible = all.reduce((into, each) => merge(into, each.visible), histogram());
  const acknowledged = all.reduce((into, each) => merge(into, each.acknowledged), histogram());
  const edits = total("edits"), expected = edits * (editors - 1), missing = Math.max(0, expected - total("received"));
  const milliseconds = share => quantile(visible, share, missing);
  return {
    documents, editors, asked: documents * editors * rate, reached: edits / seconds, expected, missing, late: total("late"), gaveUp: total("gaveUp"),
    p50: milliseconds(0.5), p95: milliseconds(0.95), p99: milliseconds(0.99),
    acknowledgedP50: quantile(acknowledged, 0.5, total("unacknowledged")), acknowledgedP99: quantile(acknowledged, 0.99, total("unacknowledged")),
    serverLoad: server / (seconds + warmup), clientLoad: total("processorSeconds") / (seconds + warmup),
  };
}

// Past the cliff: an edit in a hundred takes over a second to show, or the load itself no longer keeps its pace.
export const past = figures => figures.p99 === null || figures.p99 > 1000 || figures.reached < 0.9 * figures.asked;
