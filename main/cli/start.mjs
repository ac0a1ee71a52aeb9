// `sayso` in a checkout: builds what is stale, then runs the built command line with the same arguments in this process,
// so that its output, exit status and signals are the command's own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { hasSources, isStale } from "./build.mjs";

if (hasSources() && isStale()) {
  const builder = join(import.meta.dirname, "build.mjs");
  // A process of its own: the build's memory and threads are gone before the application starts.
  const { status } = spawnSync(process.execPath, [builder], { stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    process.stderr.write("Sayso could not be built; the messages above say why.\n");
    process.exit(3);
  }
}
await import(new URL("../../out/main/cli.js", import.meta.url).href);
