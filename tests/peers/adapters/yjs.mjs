// What y-websocket and Hocuspocus share: a Yjs document of one text.
import * as Y from "yjs";

export function yjsClient(doc, close, acknowledged) {
  const text = doc.getText("summary");
  let seen = () => {};
  text.observe(event => {
    if (event.transaction.local) return;
    for (const part of event.delta) if (typeof part.insert === "string") seen(part.insert);
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
