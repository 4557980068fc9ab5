// In by the door people take: the link of the first start, the form, the cookie. Talks come in by the import endpoint.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The load runs in processes of its own: what they need stands in a file by port; what a later start needs, in the data folder.
const byPort = port => join(tmpdir(), `collabsummaries-peers-${port}.json`);
const inFolder = folder => join(folder, "peers-door.json");
const read = path => JSON.parse(readFileSync(path, "utf8"));
const keep = (path, what) => { writeFileSync(`${path}.new`, JSON.stringify(what)); renameSync(`${path}.new`, path); };

export const entered = folder => existsSync(inFolder(folder));

function jar(cookies = {}) {
  return {
    take(reply) { for (const line of reply.headers.getSetCookie()) { const [, name, value] = /^([^=]+)=([^;]*)/.exec(line); cookies[name] = value; } },
    toString: () => Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join("; "),
  };
}

async function ask(url, cookies, options = {}) {
  const reply = await fetch(url, { redirect: "manual", ...options, headers: { Cookie: String(cookies), Origin: new URL(url).origin, ...options.headers } });
  cookies.take(reply);
  return reply;
}

const antiforgery = html => /name="(__RequestVerificationToken)"[^>]*value="([^"]+)"/.exec(html);

/** The first time: makes the first account. Afterwards the cookie of then is still good, for the keys are kept in the data folder. */
export async function enter(folder, port, address, log) {
  if (!entered(folder)) {
    const cookies = jar(), link = address + new URL(/https?:\/\/\S+\/join\/[\w-]+/.exec(log)[0]).pathname;
    const [, field, token] = antiforgery(await (await ask(link, cookies)).text()) ?? [];
    const reply = await ask(link, cookies, { method: "POST",
      body: new URLSearchParams({ [field]: token, name: "Load", userName: "load", password: "a long password for the load 1" }) });
    if (reply.status !== 302 && reply.status !== 303) throw new Error(`the first account was refused: ${reply.status} ${await reply.text()}`);
    keep(inFolder(folder), { cookie: String(cookies), talks: {} });
  }
  keep(byPort(port), { address, folder });
}

export async function talkNamed(port, name) {
  const { address, folder } = read(byPort(port)), kept = read(inFolder(folder));
  if (!kept.talks[name]) {
    kept.talks[name] = await imported(address, kept.cookie, name);
    keep(inFolder(folder), kept);
  }
  return { address, cookie: kept.cookie, talkId: kept.talks[name] };
}

async function imported(address, cookie, title) {
  const cookies = jar({});
  const all = { toString: () => [cookie, String(cookies)].filter(Boolean).join("; "), take: cookies.take };
  const token = antiforgery(await (await ask(`${address}/sign-out`, all)).text())?.[2];
  const form = new FormData();
  form.set("title", title);
  form.set("__RequestVerificationToken", token ?? "");
  form.set("file", new Blob(["Ann: This talk is here for its summary.\n"], { type: "text/plain" }), `${title}.txt`);
  const reply = await ask(`${address}/talks`, all, { method: "POST", body: form, headers: token ? { RequestVerificationToken: token } : {} });
  if (!reply.ok) throw new Error(`the import was refused: ${reply.status} ${(await reply.text()).slice(0, 300)}`);
  return (await reply.json()).talkId;
}
