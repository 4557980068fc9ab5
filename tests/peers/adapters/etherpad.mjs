import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listening, start } from "../lib/processes.mjs";
import { etherpadClient } from "./etherpad-client.mjs";

const require = createRequire(import.meta.url);
const home = fileURLToPath(new URL("../.etherpad", import.meta.url));

// Etherpad wants to lie in a folder "src" with a link back from node_modules, and no package.json beside it.
function installed() {
  if (existsSync(join(home, "node_modules"))) return;
  cpSync(dirname(require.resolve("ep_etherpad-lite/package.json")), join(home, "src"), { recursive: true });
  mkdirSync(join(home, "node_modules"));
  symlinkSync("../src", join(home, "node_modules", "ep_etherpad-lite"));
}

export default {
  name: "Etherpad 1.8.14",
  keeps: "its default file store (dirty), appended, not synced",
  acknowledges: "before it is synced",

  async start(folder, port, environment = {}) {
    installed();
    const settings = join(folder, "settings.json");
    writeFileSync(settings, JSON.stringify({
      ip: "127.0.0.1", port, loadTest: true, commitRateLimiting: { duration: 1, points: 1000000 }, importExportRateLimiting: { max: 0 },
      dbType: "dirty", dbSettings: { filename: join(folder, "dirty.db") }, defaultPadText: "", loglevel: "WARN", suppressErrorsInPadText: true,
    }));
    const child = start(process.execPath, ["src/node/server.js", "--settings", settings],
      { cwd: home, env: { ...process.env, NODE_ENV: "production", ...environment } });
    await listening(child, port, 90);
    return child;
  },

  open: (port, name) => etherpadClient(`http://127.0.0.1:${port}`, name),
};
