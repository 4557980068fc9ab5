// Standard input: {"tokenizer": path, "asText": bool, "texts": […]}. Standard output: {"ids": [[…]], "decoded": […]}.
// asText: special tokens are taken out first, so that their spelling in a text is nothing but text; runs of white space stay.
import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

const { tokenizer, asText, texts } = JSON.parse(readFileSync(0, 'utf8'));
const parts = JSON.parse(readFileSync(tokenizer, 'utf8'));
if (asText) parts.added_tokens = parts.added_tokens.filter((t) => /^[\s▁]+$/u.test(t.content));
const oracle = new Tokenizer(parts, { clean_up_tokenization_spaces: false });
const ids = texts.map((text) => oracle.encode(text, { add_special_tokens: false }).ids);
const decoded = ids.map((list) => (list.length ? oracle.decode(list, { clean_up_tokenization_spaces: false }) : ''));
process.stdout.write(JSON.stringify({ ids, decoded }));
