// Writes for a while, kills the server with SIGKILL in the middle, starts it again on what it kept, and counts what is gone.
// The editors' tabs are closed at the kill, so nothing but the server's own store can bring an edit back.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { marker, markersIn, now, opening } from "./lib/markers.mjs";
import { freePort, killed } from "./lib/processes.mjs";

export async function trial(definition, { editors = 5, rate = 10, seconds = 5, cut = null } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "peer-kill-"));
  const power = cut?.(folder);
  const port = await freePort();
  let child = await definition.start(folder, port, power?.environment);
  try {
    const edits = await written(definition, port, child, { editors, rate, seconds });
    power?.restore();
    const again = await freePort();
    child = await definition.start(folder, again);
    return counted(edits, await kept(definition, again));
  } finally {
    await killed(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function written(definition, port, child, { editors, rate, seconds }) {
  const name = "killed", edits = new Map();
  const witness = await definition.open(port, name);
  await witness.edit(0, opening);
  await pause(500);
  const clients = await Promise.all(Array.from({ length: editors }, () => definition.open(port, name)));
  witness.onRemote(inserted => { for (const { key } of markersIn(inserted)) if (!over) edits.get(key).seen = true; });

  let over = false;
  const write = async (client, number) => {
    for (let sequence = 0; !over; sequence++) {
      const edit = { acknowledged: false, seen: false };
      edits.set(`${number}.${sequence}`, edit);
      client.edit(Math.random(), marker(number, sequence, now()))?.then(() => { edit.acknowledged ||= !over; }, () => {});
      await pause((2 * Math.random() * 1000) / rate);
    }
  };
  const writing = clients.map(write);
  await pause(seconds * 1000 * (0.9 + 0.2 * Math.random()));
  over = true;
  const troubles = [...clients, witness].map(client => client.failed?.()).filter(Boolean);
  await killed(child);
  await Promise.all([...clients, witness].map(client => client.close()));
  await Promise.all(writing);
  if (troubles.length > 0) throw new Error(`before the kill a client gave up: ${troubles.join("; ")}`);
  return edits;
}

// The text a newcomer is given, once it has not changed for a second (some servers send what they load after the first answer).
async function kept(definition, port) {
  const reader = await definition.open(port, "killed");
  let text = reader.text();
  for (let quiet = 0; quiet < 10; quiet++) {
    await pause(100);
    if (reader.text() !== text) [text, quiet] = [reader.text(), 0];
  }
  await reader.close();
  return text;
}

function counted(edits, text) {
  const times = new Map();
  for (const { key } of markersIn(text)) times.set(key, (times.get(key) ?? 0) + 1);
  const all = [...edits], gone = condition => all.filter(([key, edit]) => condition(edit) && !times.has(key)).length;
  return {
    made: all.length,
    acknowledged: all.filter(([, edit]) => edit.acknowledged).length,
    acknowledgedLost: gone(edit => edit.acknowledged),
    seen: all.filter(([, edit]) => edit.seen).length,
    seenLost: gone(edit => edit.seen),
    duplicates: [...times.values()].filter(count => count > 1).length,
  };
}
