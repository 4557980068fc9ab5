import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const children = new Set();
process.on("exit", () => { for (const child of children) child.kill("SIGKILL"); });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  children.add(child);
  child.log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", piece => { child.log = (child.log + piece).slice(-20000); });
  child.gone = new Promise(resolve => child.once("exit", (code, signal) => { children.delete(child); resolve(signal ?? code); }));
  return child;
}

export async function killed(child, signal = "SIGKILL") {
  child.kill(signal);
  await child.gone;
}

export const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const answers = port => new Promise(resolve => {
  const socket = connect(port, "127.0.0.1", () => { socket.destroy(); resolve(true); }).once("error", () => resolve(false));
});

export async function listening(child, port, seconds = 60) {
  for (let tries = 0; tries < seconds * 10; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(port)) return;
    await pause(100);
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not listen on 127.0.0.1:${port}; it said:\n${child.log}`);
}

// Seconds of processor time a process has used so far; 0 once it is gone.
export function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch { return 0; }
}

export async function until(condition, milliseconds, what) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(10)) if (condition()) return;
  throw new Error(`waited ${milliseconds} ms in vain: ${what}`);
}
