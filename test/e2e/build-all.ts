// Before the journeys: builds what is stale of the application, the stand-in for Electron, the process of the browser hosts, and the
// gallery.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, programSources } from "../../main/cli/build.mjs";
import { hasRepetition } from "../helpers/tier.ts";
import { repository } from "./drivers.ts";

/** What is built beside the application, each by the configuration in its folder: what it reads. */
const parts = {
  "stand-in": ["test/stand-in", "package-lock.json"],
  "journey-host": ["test/journey-host", ...programSources],
  gallery: ["test/gallery", "test/helpers", "renderer", ...programSources],
} as const;

/** Whoever runs journeys in one host alone says which, and looks at no picture. */
const onlyHost = process.env.SAYSO_ONLY_HOST;
/** What is built for the journeys that are to run: the gallery's are repetition (see `playwright.config.ts`). */
const isWanted = {
  "stand-in": onlyHost !== "browser",
  "journey-host": onlyHost !== "stand-in",
  gallery: onlyHost === undefined && hasRepetition,
};

export default function buildAll(): void {
  run(["main/cli/build.mjs"]);
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    if (!isWanted[part]) continue;
    const stamp = join(repository, `node_modules/.cache/sayso-${part}/built-from`);
    const hash = hashOf(parts[part]);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) continue;
    rmSync(stamp, { force: true });
    run([
      "node_modules/vite/bin/vite.js",
      "build",
      "-c",
      `test/${part}/vite.config.ts`,
      "--logLevel",
      "error",
    ]);
    writeFileSync(stamp, hash);
  }
}

function run(args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: repository, stdio: "inherit" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed`);
}
