// Standard input: [{"template", "context"}]. Standard output: [{"text"} or {"error"}].
import { readFileSync } from 'node:fs';
import { Template } from '@huggingface/jinja';

const render = ({ template, context }) => {
  try {
    return { text: new Template(template).render(context) };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(render)));
