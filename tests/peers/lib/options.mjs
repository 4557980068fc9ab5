import { parseArgs } from "node:util";

const numbers = text => text === "" ? [] : text.split(",").map(Number);

const usage = `node run.mjs [--seconds 10] [--warmup 5] [--rate 2] [--editors 2,10,50,100,200] [--documents ""] [--runs 1]
             [--kills 0] [--cuts 0] [--kill-after 15] [--only NAME,NAME] [--processes 1] [--json FILE]`;

export function options(args, names) {
  try {
    const { values } = parseArgs({ args, options: {
      seconds: { type: "string", default: "10" }, warmup: { type: "string", default: "5" }, rate: { type: "string", default: "2" },
      editors: { type: "string", default: "2,10,50,100,200" }, documents: { type: "string", default: "" }, runs: { type: "string", default: "1" },
      kills: { type: "string", default: "0" }, cuts: { type: "string", default: "0" }, "kill-after": { type: "string", default: "15" },
      only: { type: "string", default: names.join(",") }, processes: { type: "string", default: "1" }, json: { type: "string" },
    } });
    const asked = {
      seconds: +values.seconds, warmup: +values.warmup, rate: +values.rate, editors: numbers(values.editors), documents: numbers(values.documents),
      runs: +values.runs, kills: +values.kills, cuts: +values.cuts, killAfter: +values["kill-after"], processes: +values.processes,
      only: values.only.split(",").filter(Boolean), json: values.json,
    };
    const unknown = asked.only.filter(name => !names.includes(name));
    if (unknown.length) throw new Error(`unknown: ${unknown.join(", ")}; there are ${names.join(", ")}`);
    const bad = Object.entries(asked).find(([, value]) => [value].flat().some(Number.isNaN));
    if (bad) throw new Error(`${bad[0]} is not a number`);
    if (asked.editors.some(count => count < 2)) throw new Error("it takes two editors to see one another's edits");
    return asked;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
