import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import { listening, start, until } from "../lib/processes.mjs";
import { newDoc, yjsClient } from "./yjs.mjs";

const server = join(dirname(createRequire(import.meta.url).resolve("y-websocket/package.json")), "bin/server.cjs");

export default {
  name: "y-websocket 2.1.0",
  keeps: "LevelDB (`YPERSISTENCE`), not synced",
  acknowledges: "no acknowledgement",
  cuts: false, // its LevelDB writes through stdio streams, which the power cut cannot follow

  async start(folder, port, environment = {}) {
    const child = start(process.execPath, [server], {
      cwd: folder,
      env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), YPERSISTENCE: join(folder, "leveldb"), ...environment },
    });
    await listening(child, port);
    return child;
  },

  async open(port, name) {
    process.setMaxListeners(0);
    const doc = newDoc();
    const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, name, doc, { WebSocketPolyfill: WebSocket, disableBc: true });
    provider.awareness.setLocalState(null);
    await until(() => provider.synced, 20000, "y-websocket did not sync");
    return yjsClient(doc, async () => { provider.destroy(); doc.destroy(); });
  },
};
