import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import WebSocket from "ws";
import { listening, start, until } from "../lib/processes.mjs";
import { newDoc, yjsClient } from "./yjs.mjs";

const server = fileURLToPath(new URL("../servers/hocuspocus.mjs", import.meta.url));

export default {
  name: "Hocuspocus 3.4.4",
  keeps: "SQLite extension, the whole document 2 to 10 s after an edit (its default debounce)",
  acknowledges: "before it is stored",

  async start(folder, port, environment = {}) {
    const child = start(process.execPath, [server, String(port), join(folder, "hocuspocus.sqlite")],
      { cwd: folder, env: { ...process.env, ...environment } });
    await listening(child, port);
    return child;
  },

  async open(port, name) {
    const doc = newDoc();
    const waiting = [];
    const socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}`, WebSocketPolyfill: WebSocket });
    const provider = new HocuspocusProvider({ websocketProvider: socket, name, document: doc, awareness: null });
    provider.attach();
    await until(() => provider.isSynced, 20000, "Hocuspocus did not sync");
    let owed = provider.unsyncedChanges;
    // The server answers each update with one sync status, in order; the provider counts them down.
    provider.on("unsyncedChanges", ({ number }) => {
      for (; owed > number; owed--) if (owed <= waiting.length) waiting.shift()();
      owed = number;
    });
    const acknowledged = () => new Promise(resolve => waiting.push(resolve));
    return yjsClient(doc, async () => { provider.destroy(); socket.destroy(); doc.destroy(); }, acknowledged);
  },
};
