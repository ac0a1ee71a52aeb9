// The built command line as a process. Builds it first where it is stale.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

export const repository = join(import.meta.dirname, "../..");
export const builtFolder = join(repository, "out");

/** Throws with the build's own words when it fails. */
export function buildApp(): void {
  const builder = join(repository, "main/cli/build.mjs");
  const { status, stderr } = spawnSync(process.execPath, [builder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The application does not build:\n${stderr}`);
}

export interface RunningCommand {
  readonly process: ChildProcess;
  /** Everything that it has said so far, on either channel. */
  said(): string;
  readonly ended: Promise<number | null>;
}

/** Runs `sayso` with these arguments and this environment on top of ours; `undefined` takes a variable away. */
export function runSayso(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RunningCommand {
  const child = spawn(process.execPath, [join(builtFolder, "main/cli.js"), ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  return {
    process: child,
    said: () => said,
    ended: new Promise((resolve) => child.once("close", (status) => resolve(status))),
  };
}
