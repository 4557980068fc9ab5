import fs from 'node:fs';
import path from 'node:path';
import { AutoModelForCausalLM, env, LogitsProcessor, LogitsProcessorList, Tensor } from '@huggingface/transformers';

/** transformers.js on the very same ONNX file. Its cache grows with each token, and rows must be of one length: it pads on the left, which this kind of graph cannot take. */
export async function open(modelFolder, workFolder, threads) {
  const name = layOut(modelFolder, workFolder);
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: workFolder });
  const model = await AutoModelForCausalLM.from_pretrained(name, { dtype: 'fp32', device: 'cpu', session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 } });
  return { title: `transformers.js ${env.version}`, write: (prompts, tokens) => write(model, prompts, tokens) };
}

/** The folder as transformers.js expects one: config.json and onnx/model.onnx with its weights beside it. */
function layOut(modelFolder, workFolder) {
  const name = `${path.basename(modelFolder)}-transformers`;
  const onnx = path.join(workFolder, name, 'onnx');
  fs.mkdirSync(onnx, { recursive: true });
  for (const file of ['model.onnx', 'weights.bin']) fs.copyFileSync(path.join(modelFolder, file), path.join(onnx, file));
  const { model: { decoder, ...model } } = JSON.parse(fs.readFileSync(path.join(modelFolder, 'genai_config.json')));
  fs.writeFileSync(path.join(workFolder, name, 'config.json'), JSON.stringify({
    model_type: 'llama', architectures: ['LlamaForCausalLM'], vocab_size: model.vocab_size, max_position_embeddings: model.context_length,
    num_hidden_layers: decoder.num_hidden_layers, num_attention_heads: decoder.num_attention_heads, num_key_value_heads: decoder.num_key_value_heads,
    head_dim: decoder.head_size, hidden_size: decoder.hidden_size, eos_token_id: model.eos_token_id, bos_token_id: model.bos_token_id,
  }));
  return name;
}

async function write(model, prompts, tokens) {
  const [rows, length] = [prompts.length, prompts[0].length];
  if (prompts.some(p => p.length !== length)) throw new Error('prompts of one batch must be equally long for transformers.js');
  const ids = new Tensor('int64', BigInt64Array.from(prompts.flat(), BigInt), [rows, length]);
  const mask = new Tensor('int64', new BigInt64Array(rows * length).fill(1n), [rows, length]);
  const clock = new Clock();
  const started = performance.now();
  // No id ends a text here, so that every row writes as many tokens.
  const output = await model.generate({ inputs: ids, attention_mask: mask, max_new_tokens: tokens, do_sample: false, eos_token_id: -1, logits_processor: clock.list() });
  const first = clock.first;
  return { prefill: (first - started) / 1000, decode: (performance.now() - first) / 1000, answers: output.tolist().map(r => r.slice(length).map(Number)) };
}

/** Notes when the first logits came; changes nothing. */
class Clock extends LogitsProcessor {
  _call(ids, logits) {
    this.first ??= performance.now();
    return logits;
  }

  list() {
    const list = new LogitsProcessorList();
    list.push(this);
    return list;
  }
}
