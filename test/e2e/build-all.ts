// Before the journeys: builds what is stale of the application, the stand-in for Electron, and the gallery.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export default function buildAll(): void {
  const root = join(import.meta.dirname, "../..");
  run(root, ["main/cli/build.mjs"]);
  for (const part of ["stand-in", "gallery"])
    run(root, [
      "node_modules/vite/bin/vite.js",
      "build",
      "-c",
      `test/${part}/vite.config.ts`,
      "--logLevel",
      "error",
    ]);
}

function run(cwd: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed`);
}
