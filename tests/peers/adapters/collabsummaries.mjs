import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listening, start, until } from "../lib/processes.mjs";
import { bundleEditor, editingClient } from "./collabsummaries-client.mjs";
import { enter, entered, talkNamed } from "./collabsummaries-door.mjs";

const built = process.env.COLLABSUMMARIES_DLL
  ?? fileURLToPath(new URL("../../../src/CollabSummaries.Web/bin/Release/net10.0/CollabSummaries.Web.dll", import.meta.url));

export default {
  name: "CollabSummaries",
  keeps: "SQLite, synced",
  acknowledges: "after it is synced",

  async start(folder, port, environment = {}) {
    if (!existsSync(built)) throw new Error(`build src/CollabSummaries.Web -c Release first: there is no ${built}`);
    await bundleEditor();
    const address = `http://127.0.0.1:${port}`;
    const child = start("dotnet", [built], { cwd: folder, env: {
      ...process.env, ASPNETCORE_ENVIRONMENT: "Development", ASPNETCORE_URLS: address, Workspace__DataFolder: folder,
      // One account holds every editor here, so what is limited by person is not; Etherpad's limit is lifted likewise.
      Editing__MaxEditors: "10000", Editing__EditsPerSecond: "100000", Editing__EditsBurst: "1000000", Editing__ConnectionsPerPerson: "100000",
      ...environment } });
    await listening(child, port);
    if (!entered(folder)) await until(() => /\/join\//.test(child.log), 30000, `no first link was printed:\n${child.log}`);
    await enter(folder, port, address, child.log);
    return child;
  },

  async open(port, name) {
    const { address, cookie, talkId } = await talkNamed(port, name);
    return editingClient(address, { Cookie: cookie, Origin: address }, talkId);
  },
};
