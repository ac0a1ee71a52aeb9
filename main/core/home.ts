// The home of a person's own things: settings, logs, the sample project's copy.
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The default home: `$SAYSO_HOME`, else the system's place for application data. */
export function defaultHome(env = process.env, platform = process.platform): string {
  if (env.SAYSO_HOME) return env.SAYSO_HOME;
  if (platform === "win32") return join(env.APPDATA || join(homedir(), "AppData", "Roaming"), "Sayso");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Sayso");
  return join(env.XDG_CONFIG_HOME || join(homedir(), ".config"), "Sayso");
}

/**
 * The home of an application that is carried from machine to machine: the folder `data` beside the program, where somebody made one; `null`
 * where there is none. `program` is the path of what runs: of macOS the folder lies beside the `.app`, of an AppImage beside its file.
 */
export function portableHome(
  program: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const file = platform === "darwin" ? dirname(dirname(dirname(program))) : (env.APPIMAGE ?? program);
  const folder = join(dirname(file), "data");
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? folder : null;
}
