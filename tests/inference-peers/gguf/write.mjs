import fs from 'node:fs';

const ALIGNMENT = 32;
const KIND = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 };
export const TENSOR = { F32: 0, Q4_0: 2, Q4_1: 3, Q8_0: 8 };

/** Writes a GGUF file of version 3. values: [key, kind, value], kind "i32[]" for arrays; tensors: { name, dims, kind, bytes }, dims with the row length first. */
export function writeGguf(file, values, tensors) {
  const head = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(values.length)];
  for (const [key, kind, value] of values) {
    const element = kind.replace('[]', '');
    head.push(text(key), u32(kind === element ? KIND[element] : KIND.array));
    if (kind === element) head.push(one(element, value));
    else head.push(u32(KIND[element]), u64(value.length), ...value.map(v => one(element, v)));
  }
  let offset = 0;
  for (const { name, dims, kind, bytes } of tensors) {
    head.push(text(name), u32(dims.length), ...dims.map(u64), u32(kind), u64(offset));
    offset += padded(bytes.length);
  }
  const unfinished = `${file}.${process.pid}`;
  const out = fs.openSync(unfinished, 'w');
  const put = bytes => {
    fs.writeSync(out, bytes);
    fs.writeSync(out, Buffer.alloc(padded(bytes.length) - bytes.length));
  };
  put(Buffer.concat(head));
  tensors.forEach(t => put(t.bytes));
  fs.closeSync(out);
  fs.renameSync(unfinished, file);
}

const padded = length => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

function one(kind, value) {
  if (kind === 'string') return text(value);
  const bytes = Buffer.alloc(4);
  if (kind === 'f32') bytes.writeFloatLE(value);
  else bytes.writeInt32LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}
