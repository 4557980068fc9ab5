import fs from 'node:fs';
import path from 'node:path';
import { fields, varints } from '../graph/protobuf.mjs';

/** The initializers of an ONNX graph whose weights lie in a file beside it: name → { dims, bytes }. Only what the writer of a GGUF file needs is read. */
export function readWeights(file) {
  const graph = [...fields(fs.readFileSync(file))].find(f => f.field === 7).bytes;
  const files = new Map();
  const weights = new Map();
  for (const { field, bytes } of fields(graph)) {
    if (field !== 5) continue;
    const tensor = readTensor(bytes);
    if (!tensor.location) continue;
    const name = path.basename(tensor.location);
    if (!files.has(name)) files.set(name, fs.readFileSync(path.join(path.dirname(file), name)));
    weights.set(tensor.name, { dims: tensor.dims, bytes: files.get(name).subarray(tensor.offset, tensor.offset + tensor.length) });
  }
  return weights;
}

function readTensor(message) {
  const tensor = { dims: [], offset: 0 };
  for (const { field, number, bytes } of fields(message)) {
    if (field === 1) tensor.dims.push(...(bytes ? [...varints(bytes)] : [number]));
    else if (field === 8) tensor.name = bytes.toString();
    else if (field === 13) {
      const entry = Object.fromEntries([...fields(bytes)].map(f => [f.field, f.bytes.toString()]));
      tensor[entry[1]] = entry[1] === 'location' ? entry[2] : Number(entry[2]);
    }
  }
  return tensor;
}
