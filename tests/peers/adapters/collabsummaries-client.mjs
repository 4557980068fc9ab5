// Ours without a screen: the product's own session, journal in memory, on a CodeMirror state that nothing shows.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { until } from "../lib/processes.mjs";

const editor = process.env.COLLABSUMMARIES_EDITOR ?? fileURLToPath(new URL("../../../src/editor", import.meta.url));
const bundle = join(editor, "node_modules", ".peers", "session.mjs");

/** Once before the load: TypeScript to one module beside the packages it needs. */
export async function bundleEditor() {
  if (!existsSync(join(editor, "node_modules", "esbuild"))) throw new Error("build src/CollabSummaries.Web first: the editor's packages are missing");
  const { build } = createRequire(join(editor, "package.json"))("esbuild");
  const entry = `
    export { openSession } from "./src/sync/session"
    export { dialHub } from "./src/sync/signalr"
    export { fleetingJournals } from "./src/journal/fleeting"
    export { replication } from "./src/sync/replica"
    export { EditorState, Transaction } from "@codemirror/state"`;
  await build({ stdin: { contents: entry, resolveDir: editor, loader: "ts" }, outfile: bundle,
    bundle: true, format: "esm", platform: "node", packages: "external", logLevel: "warning" });
}

let product;

export async function editingClient(address, headers, talkId) {
  product ??= await import(pathToFileURL(bundle));
  const waiting = [];
  let state = null, entered = false, trouble = null, seen = () => {};

  const surface = {
    get state() { return state; },
    dispatch(transaction) {
      state = transaction.state;
      if (transaction.annotation(product.Transaction.remote))
        transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => seen(inserted.toString()));
    },
  };
  const idle = () => {};
  const host = {
    show(text, clientId, version) {
      state = product.EditorState.create({ doc: text, extensions: [product.replication(clientId, version)] });
      return surface;
    },
    composing: () => false,
    // What is unsent goes in the order in which it was typed.
    status(now) {
      if (now.kind === "outOfSync" || now.kind === "gone") trouble = now.reason;
      const unsent = now.kind === "saved" ? 0 : now.kind === "saving" || now.kind === "offline" ? now.count : null;
      while (unsent !== null && !trouble && waiting.length > unsent) waiting.shift()();
    },
    right(canEdit, notice) { if (canEdit) entered = true; else trouble = notice ?? "may not edit"; },
    joined: idle, people: idle, cursors: idle, bullets: idle, moved: idle,
    lost(text) { trouble = text.reason; },
  };
  const session = product.openSession(talkId, host, product.dialHub(`${address}/hubs/editing`, { headers }), product.fleetingJournals(talkId), null);
  await until(() => entered || trouble, 20000, "the hub did not let us in");
  if (trouble) throw new Error(trouble);

  return {
    edit: (where, inserted) => new Promise(resolve => {
      waiting.push(resolve);
      const transaction = state.update({ changes: { from: Math.floor(where * (state.doc.length + 1)), insert: inserted } });
      state = transaction.state;
      session.typed(transaction);
    }),
    onRemote(callback) { seen = callback; },
    text: () => state.doc.toString(),
    failed: () => trouble,
    close: () => session.close(),
  };
}
