/** Fields of a protobuf message in order: `whole` are the bytes they are written with; of those with a length `bytes` is the content, of numbers `number`. */
export function* fields(message) {
  for (let at = 0; at < message.length;) {
    const key = readVarint(message, at);
    const [field, kind] = [Math.floor(key.value / 8), key.value % 8];
    if (kind === 1 || kind === 5) {
      const end = key.end + (kind === 1 ? 8 : 4);
      yield { field, whole: message.subarray(at, end) };
      at = end;
      continue;
    }
    const value = readVarint(message, key.end);
    const end = kind === 2 ? value.end + value.value : value.end;
    yield { field, whole: message.subarray(at, end), ...(kind === 2 ? { bytes: message.subarray(value.end, end) } : { number: value.value }) };
    at = end;
  }
}

export function* varints(bytes) {
  for (let at = 0; at < bytes.length;) {
    const { value, end } = readVarint(bytes, at);
    yield value;
    at = end;
  }
}

/** A field with a length. */
export const block = (field, content) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([writeVarint(field * 8 + 2), writeVarint(bytes.length), bytes]);
};

/** A field with a number. */
export const number = (field, value) => Buffer.concat([writeVarint(field * 8), writeVarint(value)]);

/** The text of the first field of that number. */
export const textOf = (message, field) => [...fields(message)].find(f => f.field === field)?.bytes?.toString();

function readVarint(bytes, at) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte % 128) * scale;
    if (byte < 128) return { value, end: at };
  }
}

function writeVarint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}
