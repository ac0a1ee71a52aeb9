// A program that is found before git: it does something of its own, and then what git does.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** `script`: of the shell, with the arguments of git as its own; it counts for calls that are begun while the work lasts. */
export async function beforeGit(script: string, work: () => Promise<void>): Promise<void> {
  const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const folder = mkdtempSync(join(tmpdir(), "sayso-before-git-"));
  writeFileSync(join(folder, "git"), `#!/bin/sh\n${script}\nexec '${git}' "$@"\n`, { mode: 0o755 });
  const path = process.env.PATH ?? "";
  process.env.PATH = [folder, path].join(delimiter);
  try {
    await work();
  } finally {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  }
}
