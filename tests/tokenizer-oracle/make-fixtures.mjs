// Trains the small vocabularies of ../CollabSummaries.Summarization.Tests/Fixtures/tokenizers, each in the layout a family of models uses:  node make-fixtures.mjs
import { writeFileSync } from 'node:fs';

const corpus = `The talk begins with a question about the budget, and the chair asks who will write it down.
We agreed to ship the release in March; the team wants two more weeks for testing, don't they?
Nobody's sure, but I think we'll've seen 128 reports and 2048 tokens by 2027. That is 3.50 more than 1,000,000!
In 2012, a group in Toronto trained a network with 60 million parameters on two cards: it changed everything.
for (int i = 0; i < count; i++) { total += values[i] * weights[i]; } return total / count;
Größe und Übermut: die Straße führt über die Brücke, natürlich nicht für jeden. Ça va très bien, où êtes-vous né?
El niño comió piñas en el jardín. Zażółć gęślą jaźń. Привет, как дела? Сегодня мы говорим о модели.
机器学习是一门多领域交叉学科。今天我们讨论模型和数据。私たちは会議で話しました。한국어 문장도 있습니다.
שלום לכולם, היום נדבר על המודל. مرحبا بكم في هذا الاجتماع. नमस्ते, आज हम मॉडल पर बात करेंगे।
Thank you 👍 👍🏽 👩‍👩‍👧 🇩🇪 — “quoted” … naïve café; a\tb\tc
Speaker 1: summarize in one sentence. Speaker 2: the model should summarize the passage, shouldn't it?`;

// Plain byte-pair training: count neighbours over words, join the most frequent pair, the first in code-unit order among equals.
const train = (words, alphabet, merges) => {
  const counts = new Map();
  for (const w of words) counts.set(w, (counts.get(w) ?? 0) + 1);
  let split = [...counts].map(([w, n]) => [[...w], n]);
  const learned = [];
  while (learned.length < merges) {
    const pairs = new Map();
    for (const [parts, n] of split)
      for (let i = 0; i + 1 < parts.length; i++) {
        const key = `${parts[i]}\u0000${parts[i + 1]}`;
        pairs.set(key, (pairs.get(key) ?? 0) + n);
      }
    const best = [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    if (!best || best[1] < 2) break;
    const [left, right] = best[0].split('\u0000');
    learned.push([left, right]);
    split = split.map(([parts, n]) => {
      const next = [];
      for (let i = 0; i < parts.length; i++)
        if (parts[i] === left && parts[i + 1] === right) { next.push(left + right); i++; } else next.push(parts[i]);
      return [next, n];
    });
  }
  return { tokens: [...new Set([...alphabet, ...learned.map(([a, b]) => a + b)])], merges: learned };
};
const byteLetters = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, b) =>
    String.fromCharCode((b >= 33 && b <= 126) || (b >= 0xa1 && b <= 0xac) || b >= 0xae ? b : next++));
})();
const inBytes = (text) => [...new TextEncoder().encode(text)].map((b) => byteLetters[b]).join('');
const special = (from, names, settings = {}) => names.map((content, i) => (
  { id: from + i, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...settings }));
const vocabulary = (tokens) => Object.fromEntries(tokens.map((t, i) => [t, i]));
const write = (name, parts) => writeFileSync(
  new URL(`../CollabSummaries.Summarization.Tests/Fixtures/tokenizers/${name}.json`, import.meta.url),
  `${JSON.stringify({ version: '1.0', truncation: null, padding: null, post_processor: null, ...parts }, null, 1)}\n`);

const byteLevel = (name, wordPattern, normalizer, pre_tokenizer, names, settings, joined) => {
  const words = [...corpus.matchAll(wordPattern)].map((m) => inBytes(m[0]));
  const { tokens, merges } = train(words, byteLetters, 420);
  write(name, {
    added_tokens: special(tokens.length, names), normalizer, pre_tokenizer,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: { type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: '', end_of_word_suffix: '', fuse_unk: false, byte_fallback: false, ...settings,
      vocab: vocabulary(tokens), merges: joined ? merges.map((m) => m.join(' ')) : merges },
  });
};
const gpt2 = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
const llama3 = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const bytes = (use_regex) => ({ type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex });
const split = (Regex) => ({ type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false });
byteLevel('llama-3', gpt2, null, { type: 'Sequence', pretokenizers: [split(llama3), bytes(false)] },
  ['<|begin_of_text|>', '<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>'], { ignore_merges: true }, true);
byteLevel('qwen', gpt2, { type: 'NFC' }, { type: 'Sequence', pretokenizers: [split(llama3.replace('{1,3}', '')), bytes(false)] },
  ['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<tool_call>'], { ignore_merges: false }, false);
byteLevel('digits', gpt2, null, { type: 'Sequence', pretokenizers: [{ type: 'Digits', individual_digits: true }, bytes(true)] },
  ['<|endoftext|>', '<|im_start|>', '<|im_end|>'], { ignore_merges: false }, false);

const pieces = (name, words, { first, spaces = [], ...parts }) => {
  const alphabet = [...new Set([...corpus].filter((c) => !/\s/u.test(c) && c < '\u0500')), '▁'];
  const learned = train(words.map((w) => [...w].filter((c) => alphabet.includes(c)).join('')), alphabet, 380);
  const fallback = Array.from({ length: 256 }, (_, b) => `<0x${b.toString(16).toUpperCase().padStart(2, '0')}>`);
  const tokens = [...new Set([...first, ...fallback, ...learned.tokens])];
  write(name, { ...parts, added_tokens: parts.added_tokens ?? special(0, first),
    model: { type: 'BPE', dropout: null, unk_token: '<unk>', continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: true, byte_fallback: true, ignore_merges: false,
      vocab: vocabulary(tokens), merges: [...spaces, ...learned.merges] } });
};
const marked = corpus.split(/\s+/u).map((w) => `▁${w}`);
const toText = [{ type: 'Replace', pattern: { String: '▁' }, content: ' ' }, { type: 'ByteFallback' }, { type: 'Fuse' }];
pieces('llama-2', marked, { first: ['<unk>', '<s>', '</s>'],
  normalizer: { type: 'Sequence', normalizers: [{ type: 'Prepend', prepend: '▁' }, { type: 'Replace', pattern: { String: ' ' }, content: '▁' }] },
  pre_tokenizer: null, decoder: { type: 'Sequence', decoders: [...toText, { type: 'Strip', content: ' ', start: 1, stop: 0 }] } });
pieces('mistral', marked, { first: ['<unk>', '<s>', '</s>', '[INST]', '[/INST]'], normalizer: null,
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'first', split: false },
  decoder: { type: 'Sequence', decoders: [...toText, { type: 'Strip', content: ' ', start: 1, stop: 0 }] } });
const gemma = ['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>', '<end_of_turn>', '\n', '\n\n', '\n\n\n', '▁▁', '▁▁▁', '▁▁▁▁'];
pieces('gemma', marked, { first: gemma, spaces: [['▁', '▁'], ['▁▁', '▁▁'], ['▁▁', '▁']], added_tokens: [...special(0, gemma.slice(0, 6)), ...special(6, gemma.slice(6), { special: false })],
  normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
  pre_tokenizer: { type: 'Split', pattern: { String: ' ' }, behavior: 'MergedWithPrevious', invert: false }, decoder: { type: 'Sequence', decoders: toText } });
pieces('phi-3', marked, { first: ['<unk>', '<s>', '</s>'], added_tokens: [...special(0, ['<unk>', '<s>', '</s>']),
  ...special(900, ['<|endoftext|>', '<|assistant|>', '<|system|>', '<|end|>', '<|user|>'], { rstrip: true })],
  normalizer: { type: 'Sequence', normalizers: [{ type: 'Prepend', prepend: '▁' }, { type: 'Replace', pattern: { String: ' ' }, content: '▁' }] },
  pre_tokenizer: null, decoder: { type: 'Sequence', decoders: [...toText, { type: 'Strip', content: ' ', start: 1, stop: 0 }] } });

const plain = corpus.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
const words = plain.match(/[\p{L}\p{N}]+/gu);
const letters = [...new Set([...plain].filter((c) => !/\s/u.test(c)))];
const learned = train(words, [], 260);
const wordTokens = [...new Set(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...letters, ...letters.filter((c) => /[\p{L}\p{N}]/u.test(c)).map((c) => `##${c}`),
  ...learned.tokens, ...learned.tokens.map((t) => `##${t}`)])];
write('wordpiece', { added_tokens: special(0, wordTokens.slice(0, 5)),
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' }, decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: vocabulary(wordTokens) } });
