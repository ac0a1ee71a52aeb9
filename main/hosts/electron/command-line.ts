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

/** The status of a fault of ours, as of a window that could not be shown. */
const faultStatus = 3;

/**
 * Runs it and ends the application with its status, in any case; what fails is told on standard error. Beside a running application, whose
 * profile it leaves alone.
 */
export async function runCommands(
  app: Pick<App, "setPath" | "whenReady" | "exit">,
  args: readonly string[],
  options: { readonly home: string; readonly start: StartProcess },
): Promise<void> {
  let status = faultStatus;
  let profile: string | null = null;
  try {
    profile = mkdtempSync(join(tmpdir(), "sayso-profile-"));
    app.setPath("userData", profile);
    await app.whenReady();
    const path = join(import.meta.dirname, "packed-cli.js");
    const { runHere } = (await import(pathToFileURL(path).href)) as CommandLineModule;
    status = await runHere(args, options);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  } finally {
    // A pipe may still hold what was written last.
    await new Promise((resolve) => process.stdout.write("", resolve));
    await new Promise((resolve) => process.stderr.write("", resolve));
    if (profile !== null) removeProfile(profile);
    app.exit(status);
  }
}

function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Chromium has files of it open until the end, which Windows lets nobody remove. The system empties its temporary folder.
  }
}
