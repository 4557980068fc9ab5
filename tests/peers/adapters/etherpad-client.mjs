// An Etherpad pad over socket.io. The changesets are its own module; the client on npm only appends at the end and tells nothing of acceptance.
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { until } from "../lib/processes.mjs";

const require = createRequire(import.meta.url);
const Changeset = require("ep_etherpad-lite/static/js/Changeset");
const AttributePool = require("ep_etherpad-lite/static/js/AttributePool");
const io = require("socket.io-client");

export async function etherpadClient(address, padId) {
  const socket = io(address, { query: { padId }, forceNew: true, transports: ["websocket"], reconnection: false });
  let text, pool, revision = -1, sent = null, unsent = null, seen = () => {}, failure;

  const send = () => {
    if (sent || !unsent) return;
    [sent, unsent] = [unsent, null];
    socket.json.send({ type: "COLLABROOM", component: "pad", data: {
      type: "USER_CHANGES", baseRev: revision, changeset: sent.changeset, apool: new AttributePool().toJsonable() } });
  };

  const received = ({ newRev, changeset, apool }) => {
    if (newRev <= revision) return;
    let remote = Changeset.moveOpsToNewPool(changeset, new AttributePool().fromJsonable(apool), pool);
    for (const own of [sent, unsent]) if (own) {
      const moved = Changeset.follow(remote, own.changeset, false, pool);
      remote = Changeset.follow(own.changeset, remote, true, pool);
      own.changeset = moved;
    }
    text = Changeset.applyToText(remote, text);
    revision = newRev;
    seen(Changeset.unpack(remote).charBank);
  };

  const accepted = ({ newRev }) => {
    if (newRev <= revision) return;
    revision = newRev;
    for (const resolve of sent.waiting) resolve();
    sent = null;
    send();
  };

  socket.on("connect", () => socket.json.send({ component: "pad", type: "CLIENT_READY", padId,
    sessionID: `s.${randomUUID()}`, token: `t.${randomUUID()}`, password: false, protocolVersion: 2 }));
  socket.on("message", message => {
    if (message.type === "CLIENT_VARS") {
      const start = message.data.collab_client_vars;
      pool = new AttributePool().fromJsonable(start.apool);
      [text, revision] = [start.initialAttributedText.text, start.rev];
    } else if (message.disconnect) failure = message.disconnect;
    else if (message.type !== "COLLABROOM") return;
    else if (message.data.type === "NEW_CHANGES") received(message.data);
    else if (message.data.type === "ACCEPT_COMMIT") accepted(message.data);
  });
  await until(() => failure || revision >= 0, 20000, "Etherpad did not answer");
  if (failure) throw new Error(`Etherpad refused: ${failure}`);

  return {
    edit: (where, inserted) => new Promise(resolve => {
      const changeset = Changeset.makeSplice(text, Math.floor(where * text.length), 0, inserted);
      text = Changeset.applyToText(changeset, text);
      unsent = unsent
        ? { changeset: Changeset.compose(unsent.changeset, changeset, pool), waiting: [...unsent.waiting, resolve] }
        : { changeset, waiting: [resolve] };
      send();
    }),
    onRemote(callback) { seen = callback; },
    text: () => text,
    failed: () => failure,
    async close() { socket.close(); },
  };
}
