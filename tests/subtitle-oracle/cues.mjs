// Standard input: {"files": [{"format": "srt" | "vtt", "text": …}]}. Standard output: {"files": [{parser: [[start ms, end ms, raw text], …]}]}; a parser that fails on a file gives null.
import { readFileSync } from 'node:fs';
import { parse as plussub } from '@plussub/srt-vtt-parser';
import SrtParser from 'srt-parser-2';
import webvtt from 'webvtt-parser';

const Srt = SrtParser.default ?? SrtParser;
const ms = (seconds) => Math.round(seconds * 1000);
const parsers = {
  srt: {
    'plussub': (text) => plussub(text).entries.map((e) => [e.from, e.to, e.text]),
    'srt-parser-2': (text) => new Srt().fromSrt(text).map((e) => [ms(e.startSeconds), ms(e.endSeconds), e.text]),
  },
  vtt: {
    'webvtt-parser': (text) => new webvtt.WebVTTParser().parse(text).cues.map((c) => [ms(c.startTime), ms(c.endTime), c.text]),
  },
};

const attempt = (parse, text) => {
  try {
    const cues = parse(text);
    return cues.every(([start, end]) => Number.isFinite(start) && Number.isFinite(end)) ? cues : null;
  } catch {
    return null;
  }
};

const { files } = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({
  files: files.map(({ format, text }) => Object.fromEntries(Object.entries(parsers[format]).map(([name, parse]) => [name, attempt(parse, text)]))),
}));
