import { fileURLToPath } from "node:url";
import { insert, type } from "ot-text-unicode";
import sharedb from "sharedb/lib/client/index.js";
import WebSocket from "ws";
import { listening, start, until } from "../lib/processes.mjs";

sharedb.types.register(type);
const server = fileURLToPath(new URL("../servers/sharedb.mjs", import.meta.url));

// An operation on text: numbers skip, strings insert, objects delete.
const insertedBy = operation => operation.filter(part => typeof part === "string").join("");

export default {
  name: "ShareDB 7.0.0",
  keeps: "memory only: no file store in npm",
  acknowledges: "from memory",

  async start(folder, port, environment = {}) {
    const child = start(process.execPath, [server, String(port)], { cwd: folder, env: { ...process.env, ...environment } });
    await listening(child, port);
    return child;
  },

  async open(port, name) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.on("error", () => {});
    const connection = new sharedb.Connection(socket);
    connection.on("error", () => {});
    const doc = connection.get("summaries", name);
    doc.on("error", () => {});
    let ready = false, failure;
    doc.subscribe(error => { failure = error; ready = true; });
    await until(() => ready, 20000, "ShareDB did not subscribe");
    if (failure) throw failure;
    if (!doc.type) await new Promise(resolve => doc.create("", type.uri, resolve));
    await until(() => doc.type, 5000, "the document was not made");

    let seen = () => {};
    doc.on("op", (operation, source) => { if (!source) seen(insertedBy(operation)); });
    return {
      edit: (where, inserted) => new Promise((resolve, reject) => doc.submitOp(
        insert(Math.floor(where * (doc.data.length + 1)), inserted), error => error ? reject(error) : resolve())),
      onRemote(callback) { seen = callback; },
      text: () => doc.data ?? "",
      async close() { socket.terminate(); },
    };
  },
};
