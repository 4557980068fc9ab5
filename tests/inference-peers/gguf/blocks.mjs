/** Blocks of 32 numbers as ONNX Runtime keeps them and as ggml does. A row of K numbers has K / 32 blocks. */
const BLOCK = 32;
const HALF = 2;

export const halves = new Float32Array(65536).map((_, bits) => fromHalf(bits));

/** Numbers of a layer [rows, K] of 4 bits: two a byte, the earlier one low; zero points packed the same way, block by block. */
export function wide4({ quants, scales, zeros }, rows, K) {
  const out = new Float32Array(rows * K);
  const blocks = K / BLOCK;
  const zeroBytes = Math.ceil(blocks / 2);
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const place = row * blocks + block;
      const scale = halves[scales.readUInt16LE(place * HALF)];
      const zero = nibble(zeros[row * zeroBytes + (block >> 1)], block);
      for (let k = 0; k < BLOCK; k++) {
        out[row * K + block * BLOCK + k] = (nibble(quants[(place * BLOCK + k) >> 1], k) - zero) * scale;
      }
    }
  }
  return out;
}

/** Numbers of a table [rows, K] of 8 bits. */
export function wide8({ quants, scales, zeros }, rows, K) {
  const out = new Float32Array(rows * K);
  for (let block = 0; block < (rows * K) / BLOCK; block++) {
    const scale = halves[scales.readUInt16LE(block * HALF)];
    for (let k = block * BLOCK; k < (block + 1) * BLOCK; k++) out[k] = (quants[k] - zeros[block]) * scale;
  }
  return out;
}

/** Q4_0: a half as scale, then 32 numbers of 4 bits less 8; number k and k + 16 share a byte. The number farthest from zero becomes −8. */
export function toQ4_0(numbers) {
  const out = Buffer.alloc((numbers.length / BLOCK) * 18);
  for (let block = 0; block < numbers.length / BLOCK; block++) {
    const part = numbers.subarray(block * BLOCK, (block + 1) * BLOCK);
    const farthest = part.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    const at = block * 18;
    out.writeUInt16LE(toHalf(farthest / -8), at);
    const quant = x => (farthest === 0 ? 8 : Math.min(15, Math.max(0, Math.round(x / (farthest / -8)) + 8)));
    for (let k = 0; k < 16; k++) out[at + 2 + k] = quant(part[k]) | (quant(part[k + 16]) << 4);
  }
  return out;
}

/** Q4_1: halves as scale and least number, then the 4 bits themselves: holds what ONNX Runtime holds. */
export function toQ4_1(numbers) {
  const out = Buffer.alloc((numbers.length / BLOCK) * 20);
  for (let block = 0; block < numbers.length / BLOCK; block++) {
    const part = numbers.subarray(block * BLOCK, (block + 1) * BLOCK);
    const least = Math.min(...part);
    const scale = (Math.max(...part) - least) / 15;
    const at = block * 20;
    out.writeUInt16LE(toHalf(scale), at);
    out.writeUInt16LE(toHalf(least), at + 2);
    const quant = x => (scale === 0 ? 0 : Math.min(15, Math.max(0, Math.round((x - least) / scale))));
    for (let k = 0; k < 16; k++) out[at + 4 + k] = quant(part[k]) | (quant(part[k + 16]) << 4);
  }
  return out;
}

/** Q8_0: a half as scale, then 32 signed bytes. */
export function toQ8_0(numbers) {
  const out = Buffer.alloc((numbers.length / BLOCK) * 34);
  for (let block = 0; block < numbers.length / BLOCK; block++) {
    const part = numbers.subarray(block * BLOCK, (block + 1) * BLOCK);
    const scale = part.reduce((a, b) => Math.max(a, Math.abs(b)), 0) / 127;
    const at = block * 34;
    out.writeUInt16LE(toHalf(scale), at);
    for (let k = 0; k < BLOCK; k++) out.writeInt8(scale === 0 ? 0 : Math.round(part[k] / scale), at + 2 + k);
  }
  return out;
}

const nibble = (byte, place) => (place % 2 === 0 ? byte & 15 : byte >> 4);

function fromHalf(bits) {
  const exponent = (bits >> 10) & 31;
  const part = (bits & 1023) / 1024;
  const size = exponent === 0 ? part * 2 ** -14 : (1 + part) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

/** The nearest half; what is less than the least normal one becomes zero. */
function toHalf(number) {
  const size = Math.abs(number);
  if (size < 2 ** -14) return 0;
  let exponent = Math.floor(Math.log2(size));
  let part = Math.round((size / 2 ** exponent - 1) * 1024);
  if (part === 1024) [exponent, part] = [exponent + 1, 0];
  return (number < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | part;
}
