// The home of a person's own things: settings, logs, the sample project's copy.
import { homedir } from "node:os";
import { join } from "node:path";

/** The default home: `$SAYSO_HOME`, else the system's place for application data. */
export function defaultHome(env = process.env, platform = process.platform): string {
  if (env.SAYSO_HOME) return env.SAYSO_HOME;
  if (platform === "win32") return join(env.APPDATA || join(homedir(), "AppData", "Roaming"), "Sayso");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Sayso");
  return join(env.XDG_CONFIG_HOME || join(homedir(), ".config"), "Sayso");
}
