import fs from 'node:fs';
import path from 'node:path';
import { toQ4_0, toQ4_1, toQ8_0, wide4, wide8 } from './blocks.mjs';
import { readWeights } from './onnx.mjs';
import { TENSOR, writeGguf } from './write.mjs';

const layerKinds = { q4_0: [TENSOR.Q4_0, toQ4_0], q4_1: [TENSOR.Q4_1, toQ4_1] };

/**
 * The built-in model's weights as a GGUF file for llama.cpp: layers of 4 bits in blocks of 32, the embedding (shared with the output) of 8, as in the ONNX file.
 * kind: "q4_0", for which llama.cpp has its fastest kernels (rounded anew: no zero points there), or "q4_1" (the same numbers).
 */
export function convert(folder, file, kind) {
  const weights = readWeights(path.join(folder, 'model.onnx'));
  const { model: { decoder, vocab_size: vocabulary, context_length: context } } = readJson(folder, 'genai_config.json');
  const { hidden_size: hidden, num_attention_heads: heads, num_key_value_heads: kvHeads, head_size: size, num_hidden_layers: layers } = decoder;
  const inner = weights.get('layers.0.gate.q4').dims[0];
  const [layerKind, quantize] = layerKinds[kind];
  const tensors = [{ name: 'token_embd.weight', dims: [hidden, vocabulary], kind: TENSOR.Q8_0, bytes: toQ8_0(wide8(parts(weights, 'embed', 'table'), vocabulary, hidden)) }];
  const addNorm = (name, from) => tensors.push({ name, dims: [hidden], kind: TENSOR.F32, bytes: weights.get(from).bytes });
  const add = (name, rows, K, numbers) => tensors.push({ name, dims: [K, rows], kind: layerKind, bytes: quantize(numbers) });

  for (let layer = 0; layer < layers; layer++) {
    const [from, to] = [`layers.${layer}`, `blk.${layer}`];
    const read = (part, rows, K) => wide4(parts(weights, `${from}.${part}`, 'q4'), rows, K);
    const [q, kv] = [heads * size, kvHeads * size];
    const qkv = read('qkv', q + 2 * kv, hidden);
    const cut = (first, count) => qkv.subarray(first * hidden, (first + count) * hidden);
    addNorm(`${to}.attn_norm.weight`, `${from}.norm1`);
    add(`${to}.attn_q.weight`, q, hidden, paired(cut(0, q), size, hidden));
    add(`${to}.attn_k.weight`, kv, hidden, paired(cut(q, kv), size, hidden));
    add(`${to}.attn_v.weight`, kv, hidden, cut(q + kv, kv));
    add(`${to}.attn_output.weight`, hidden, q, read('o', hidden, q));
    addNorm(`${to}.ffn_norm.weight`, `${from}.norm2`);
    add(`${to}.ffn_gate.weight`, inner, hidden, read('gate', inner, hidden));
    add(`${to}.ffn_up.weight`, inner, hidden, read('up', inner, hidden));
    add(`${to}.ffn_down.weight`, hidden, inner, read('down', hidden, inner));
  }

  addNorm('output_norm.weight', 'norm');
  const values = [
    ['general.architecture', 'string', 'llama'], ['general.name', 'string', path.basename(folder)], ['general.alignment', 'u32', 32],
    ['llama.context_length', 'u32', context], ['llama.embedding_length', 'u32', hidden], ['llama.block_count', 'u32', layers],
    ['llama.feed_forward_length', 'u32', inner], ['llama.attention.head_count', 'u32', heads], ['llama.attention.head_count_kv', 'u32', kvHeads],
    ['llama.rope.dimension_count', 'u32', size], ['llama.rope.freq_base', 'f32', ropeBase(weights, size)],
    ['llama.attention.layer_norm_rms_epsilon', 'f32', 1e-5], ['llama.vocab_size', 'u32', vocabulary],
    ...tokenizerValues(folder, vocabulary),
  ];
  writeGguf(file, values, tensors);
}

function parts(weights, name, quants) {
  return { quants: weights.get(`${name}.${quants}`).bytes, scales: weights.get(`${name}.scale`).bytes, zeros: weights.get(`${name}.zero`).bytes };
}

/** ONNX turns number k of a head with number k + size/2, llama.cpp neighbors: the rows of each head change places. */
function paired(numbers, size, K) {
  const out = new Float32Array(numbers.length);
  for (let row = 0; row < numbers.length / K; row++) {
    const within = row % size;
    const from = row - within + (within % 2) * (size / 2) + (within >> 1);
    out.set(numbers.subarray(from * K, (from + 1) * K), row * K);
  }
  return out;
}

/** From the table of cosines: number k of position 1 is turned by base^(−2k / size). */
function ropeBase(weights, size) {
  const { bytes } = weights.get('cos');
  const turn = Math.acos(bytes.readFloatLE((size / 2 + size / 4) * 4));
  return Math.round(turn ** -2 / 100) * 100;
}

function tokenizerValues(folder, vocabulary) {
  const { model, added_tokens: added } = readJson(folder, 'tokenizer.json');
  const tokens = new Array(vocabulary).fill('');
  for (const [token, id] of Object.entries(model.vocab)) tokens[id] = token;
  const kinds = tokens.map(() => 1);
  for (const { id, content, special } of added) [tokens[id], kinds[id]] = [content, special ? 3 : 4];
  return [
    ['tokenizer.ggml.model', 'string', 'gpt2'], ['tokenizer.ggml.pre', 'string', 'smollm'],
    ['tokenizer.ggml.tokens', 'string[]', tokens.map((t, id) => t || `[unused${id}]`)], ['tokenizer.ggml.token_type', 'i32[]', kinds],
    ['tokenizer.ggml.merges', 'string[]', model.merges.map(m => (Array.isArray(m) ? m.join(' ') : m))],
    ['tokenizer.ggml.bos_token_id', 'u32', 1], ['tokenizer.ggml.eos_token_id', 'u32', 2], ['tokenizer.ggml.add_bos_token', 'bool1', 0],
  ].filter(([, kind]) => kind !== 'bool1');
}

const readJson = (folder, name) => JSON.parse(fs.readFileSync(path.join(folder, name)));
