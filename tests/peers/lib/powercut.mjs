// The power cut of ../../powercut: what the server wrote and did not sync is taken back after the kill.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export function powerCut() {
  const built = mkdtempSync(join(tmpdir(), "powercut-"));
  execFileSync(fileURLToPath(new URL("../../powercut/build.sh", import.meta.url)), [built], { stdio: "inherit" });
  return folder => {
    const journal = `${folder}.journal`;
    mkdirSync(journal);
    return {
      environment: { LD_PRELOAD: join(built, "powercut.so"), POWERCUT_DIR: folder, POWERCUT_JOURNAL: journal, UV_USE_IO_URING: "0" },
      restore: () => execFileSync(join(built, "powercut-restore"), [journal], { stdio: "ignore" }),
    };
  };
}
