// Standard input: texts. Standard output: their Unicode normal forms NFC, NFD, NFKC, NFKD.
import { readFileSync } from 'node:fs';

const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((t) => ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => t.normalize(form)))));
