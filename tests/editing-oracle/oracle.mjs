// One case a line on standard input, one answer a line on standard output, in order. A case that throws answers {"error"}.
import { createInterface } from "node:readline";
import { ChangeSet, EditorState, MapMode, Text } from "@codemirror/state";
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";

const modes = [MapMode.Simple, MapMode.TrackDel, MapMode.TrackBefore, MapMode.TrackAfter];
const text = string => Text.of(string.split("\n"));
const json = changes => JSON.stringify(changes.toJSON());
const read = changes => ChangeSet.fromJSON(JSON.parse(changes));

/** Everything one change, one concurrent with it and one after it can be asked. */
function change({ doc, a, b, c }) {
  const before = text(doc);
  const [one, concurrent, next] = [a, b, c].map(read);
  const positions = [];
  for (let position = 0; position <= before.length; position++)
    for (const assoc of [-1, 1])
      for (const mode of modes) positions.push(one.mapPos(position, assoc, mode));
  return {
    apply: one.apply(before).toString(),
    invert: json(one.invert(before)),
    map: json(one.map(concurrent)),
    mapBefore: json(one.map(concurrent, true)),
    composed: one.compose(next).apply(before).toString(),
    positions,
  };
}

/** The change an editor makes of edits in one transaction. */
const build = ({ length, edits }) => ({ built: json(ChangeSet.of(edits, length)) });

/** Real collab editors follow a script: edit, receive one update, or show what they would send. */
function session({ doc, clients, script }) {
  const states = clients.map(clientID => EditorState.create({ doc: text(doc), extensions: [collab({ startVersion: 0, clientID })] }));
  const sends = [];
  for (const { client, edit, receive, from } of script) {
    const state = states[client];
    if (edit) states[client] = state.update({ changes: read(edit) }).state;
    else if (receive) states[client] = receiveUpdates(state, [{ clientID: from, changes: read(receive) }]).state;
    else sends.push(`${getSyncedVersion(state)} ${sendableUpdates(state).map(update => json(update.changes)).join(" ")}`);
  }
  return { docs: states.map(state => state.doc.toString()), unsent: states.map(state => sendableUpdates(state).length), sends };
}

const answers = { change, build, session };
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let answer;
  try {
    const asked = JSON.parse(line);
    answer = answers[asked.kind](asked);
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
