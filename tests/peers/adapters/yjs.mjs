// What y-websocket and Hocuspocus share: a Yjs document of one text.
import * as Y from "yjs";

export function yjsClient(doc, close, acknowledged) {
  const text = doc.getText("summary");
  let seen = () => {};
  // What was inserted stands in the update's bytes as it is. `event.delta` would walk through the whole text for every edit.
  doc.on("update", (update, origin, from, transaction) => {
    if (!transaction.local) seen(Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString("latin1"));
  });
  return {
    edit(where, inserted) {
      text.insert(Math.floor(where * (text.length + 1)), inserted);
      return acknowledged?.() ?? null;
    },
    onRemote(callback) { seen = callback; },
    text: () => text.toString(),
    close,
  };
}

export const newDoc = () => new Y.Doc();
