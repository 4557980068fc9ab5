// Rewrites an ONNX decoder so that it gives logits of the last position only: `node graph/last-logits.mjs FILE`. Reading a prompt then does not multiply every one of its
// positions with the output layer, the largest of all. Weights in files beside it are not touched. A graph rewritten already is left as it is.
import fs from 'node:fs';
import { block, fields, number, textOf } from './protobuf.mjs';

const GRAPH = { inModel: 7, node: 1, initializer: 5, output: 12 };
const NODE = { input: 1, output: 2, name: 3, operator: 4 };
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 };
const INT64 = 7;
const LAST = 'last_hidden';

const [file] = process.argv.slice(2);
const model = fs.readFileSync(file);
const changed = Buffer.concat([...fields(model)].map(f => (f.field === GRAPH.inModel ? block(GRAPH.inModel, ofLastPosition(f.bytes)) : f.whole)));
if (!changed.equals(model)) fs.writeFileSync(file, changed);
process.stdout.write(changed.equals(model) ? `${file} gives logits of the last position already\n` : `${file} now gives logits of the last position only\n`);

function ofLastPosition(graph) {
  const parts = [...fields(graph)];
  const head = parts.find(p => p.field === GRAPH.node && [...fields(p.bytes)].some(f => f.field === NODE.output && f.bytes.toString() === 'logits'));
  if (!head || textOf(head.bytes, NODE.operator) !== 'MatMulNBits') throw new Error(`${file} has no MatMulNBits that gives "logits"`);
  const hidden = textOf(head.bytes, NODE.input);
  if (hidden === LAST) return graph;
  const bound = { starts: -1n, ends: 2n ** 63n - 1n, axes: 1n };
  return Buffer.concat(parts.flatMap(part => {
    if (part === head) return [block(GRAPH.node, slice(hidden, Object.keys(bound))), block(GRAPH.node, withFirstInput(head.bytes, LAST))];
    if (part.field === GRAPH.output && textOf(part.bytes, 1) === 'logits') return [block(GRAPH.output, withOnePosition(part.bytes))];
    return [part.whole];
  }).concat(Object.entries(bound).map(([name, value]) => block(GRAPH.initializer, one(`last_${name}`, value)))));
}

function slice(hidden, bounds) {
  return Buffer.concat([hidden, ...bounds.map(b => `last_${b}`)].map(i => block(NODE.input, i)).concat(block(NODE.output, LAST), block(NODE.name, 'LastPosition'), block(NODE.operator, 'Slice')));
}

function one(name, value) {
  const raw = Buffer.alloc(8);
  raw.writeBigInt64LE(value);
  return Buffer.concat([number(TENSOR.dims, 1), number(TENSOR.type, INT64), block(TENSOR.name, name), block(TENSOR.raw, raw)]);
}

function withFirstInput(node, name) {
  const parts = [...fields(node)];
  const first = parts.find(p => p.field === NODE.input);
  return Buffer.concat(parts.map(p => (p === first ? block(NODE.input, name) : p.whole)));
}

/** A value's description { name, type { tensor { shape { dimensions } } } } with 1 as its second dimension. */
function withOnePosition(value) {
  return inside(value, [2, 1, 2], shape => {
    const dimensions = [...fields(shape)];
    return Buffer.concat(dimensions.map((d, k) => (k === 1 ? block(1, number(1, 1)) : d.whole)));
  });
}

function inside(message, path, change) {
  if (path.length === 0) return change(message);
  return Buffer.concat([...fields(message)].map(f => (f.field === path[0] ? block(f.field, inside(f.bytes, path.slice(1), change)) : f.whole)));
}
