import fs from 'node:fs';
import path from 'node:path';
import { getLlama, getModuleVersion, LlamaLogLevel } from 'node-llama-cpp';
import { convert } from '../gguf/convert.mjs';

const KINDS = ['q4_0', 'q4_1'];

/** llama.cpp through node-llama-cpp: a sequence for each prompt, decoded together. */
export async function open(modelFolder, workFolder, threads) {
  const kind = process.env.GGUF ?? KINDS[0];
  if (!KINDS.includes(kind)) throw new Error(`GGUF=${kind} is none of ${KINDS.join(', ')}`);
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: threads, logLevel: LlamaLogLevel.error });
  const model = await llama.loadModel({ modelPath: written(modelFolder, workFolder, kind) });
  const contexts = new Map();
  return {
    title: `llama.cpp (${llama.llamaCppRelease.release}, node-llama-cpp ${await getModuleVersion()}, ${kind})`,
    async write(prompts, tokens) {
      const longest = Math.max(...prompts.map(p => p.length)) + tokens;
      const key = `${prompts.length} ${longest}`;
      if (!contexts.has(key)) contexts.set(key, await sequences(model, prompts.length, longest, threads));
      return write(contexts.get(key), prompts, tokens);
    },
  };
}

function written(modelFolder, workFolder, kind) {
  const file = path.join(workFolder, `${path.basename(modelFolder)}-${kind}.gguf`);
  const stale = !fs.existsSync(file) || fs.statSync(file).mtimeMs < fs.statSync(path.join(modelFolder, 'weights.bin')).mtimeMs;
  if (stale) convert(modelFolder, file, kind);
  return file;
}

async function sequences(model, count, contextSize, threads) {
  const context = await model.createContext({ contextSize, sequences: count, threads, batchSize: 512 });
  return Array.from({ length: count }, () => context.getSequence());
}

async function write(open, prompts, tokens) {
  for (const sequence of open) await sequence.clearHistory();
  const started = performance.now();
  const firsts = [];
  const answers = await Promise.all(open.map(async (sequence, k) => {
    const answer = [];
    for await (const token of sequence.evaluate(prompts[k], { temperature: 0, yieldEogToken: true })) {
      if (answer.push(token) === 1) firsts.push(performance.now());
      if (answer.length === tokens) break;
    }
    return answer;
  }));
  const first = Math.max(...firsts);
  return { prefill: (first - started) / 1000, decode: (performance.now() - first) / 1000, answers };
}
