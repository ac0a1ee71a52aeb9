// The command line from the packed application, which cannot be started as Node: `sayso --cli -- COMMAND …` runs it without a window. The
// launchers in main/packaging/launchers call it so.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { App } from "electron";
import type { StartProcess } from "../../core/processes/own-process.ts";

/** What `main/cli/run-here.ts` exports: another part of the bundle, which no host may import. */
interface CommandLineModule {
  runHere(
    args: readonly string[],
    options: { readonly home: string; readonly start: StartProcess },
  ): Promise<number>;
}

/** The command and its arguments; `null` where a window is wanted. What stands behind a path or an address is not looked at. */
export function commandsIn(given: readonly string[]): readonly string[] | null {
  const first = given.findIndex((argument) => argument === "--" || !argument.startsWith("-"));
  const at = given.slice(0, first < 0 ? undefined : first).indexOf("--cli");
  if (at < 0) return null;
  const rest = given.slice(at + 1);
  return rest[0] === "--" ? rest.slice(1) : rest;
}

/** Runs it and ends the application with its status. Beside a running application, whose profile it leaves alone. */
export async function runCommands(
  app: App,
  args: readonly string[],
  options: { readonly home: string; readonly start: StartProcess },
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), "sayso-profile-"));
  app.setPath("userData", profile);
  await app.whenReady();
  const path = join(import.meta.dirname, "packed-cli.js");
  const { runHere } = (await import(pathToFileURL(path).href)) as CommandLineModule;
  const status = await runHere(args, options);
  // A pipe may still hold what was written last.
  await new Promise((resolve) => process.stdout.write("", resolve));
  await new Promise((resolve) => process.stderr.write("", resolve));
  rmSync(profile, { recursive: true, force: true });
  app.exit(status);
}
