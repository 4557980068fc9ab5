// One other engine as a process: `node peer.mjs NAME MODEL-FOLDER WORK-FOLDER THREADS`. It says what it is in a first line of JSON; then each line {prompts: [[ids]], tokens} on
// standard input is answered by one line {prefill, decode, answers}: seconds until every prompt has its first token, seconds for the tokens after it, and the tokens.
import readline from 'node:readline';

const [name, modelFolder, workFolder, threads] = process.argv.slice(2);
const engines = { llama: './engines/llama.mjs', transformers: './engines/transformers.mjs' };
const say = value => process.stdout.write(`${JSON.stringify(value)}\n`);

try {
  if (!engines[name]) throw new Error(`no engine is called "${name}"; there are ${Object.keys(engines).join(', ')}`);
  const { open } = await import(engines[name]);
  const engine = await open(modelFolder, workFolder, Number(threads));
  say({ engine: engine.title });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { prompts, tokens } = JSON.parse(line);
    say(await engine.write(prompts, tokens));
  }
  process.exit(0);
} catch (error) {
  say({ problem: error.message });
  process.exit(1);
}
