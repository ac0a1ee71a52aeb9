// Finds a browser of the Chromium family on this machine. `sayso open` installs none, and says how to where apt is there; the browser
// tests have one installed where they run as root.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Message, message } from "../../shared/words/message.ts";

interface EnsureChromiumOptions {
  /** Paths to try before the usual ones. */
  readonly candidates?: readonly string[];
  /** Whether nobody will see its pages: then one without windows is preferred, which has less to do. */
  readonly isHeadless?: boolean;
  /** Tells the person what is about to happen; one line. */
  readonly say: (text: Message) => void;
  /** Where programs lie; by default the search path. */
  readonly folders?: readonly string[];
  /** Whether we may install; by default whether we are root. */
  readonly mayInstall?: boolean;
}

/** Names on the search path, in order of preference. */
const names = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
  "brave-browser",
];

/** Those that have no windows at all. */
const headlessNames = ["chrome-headless-shell", "chromium-headless-shell"];

const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];

const windowsPaths = [
  "Google/Chrome/Application/chrome.exe",
  "Chromium/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
  "BraveSoftware/Brave-Browser/Application/brave.exe",
];

const installArguments = ["install", "-y", "--no-install-recommends", "fonts-liberation"];

/** What every browser that we start is told: to begin without questions, and to ask nothing of the network for itself. */
export const quietFlags: readonly string[] = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-breakpad",
];

/** Returns the path of a browser: $SAYSO_BROWSER, a candidate, an installed one, one installed just now; or `null`. */
export function ensureChromium(options: EnsureChromiumOptions): string | null {
  const { candidates = [], say, folders = searchPath(), mayInstall = process.getuid?.() === 0 } = options;
  const { isHeadless = false } = options;
  const find = () => (isHeadless ? findHeadlessChromium : findChromium)(candidates, folders);
  // Older systems have none without windows.
  const packages = isHeadless ? ["chromium-headless-shell", "chromium"] : ["chromium"];
  const command = ["apt-get", ...installArguments, packages[0]].join(" ");
  const browser = find();
  if (browser !== null || process.env.NO_INSTALL === "1") return browser;
  const apt = folders.map((folder) => join(folder, "apt-get")).find(isExecutable);
  if (process.platform !== "linux" || apt === undefined) return null;
  if (!mayInstall) {
    say(message("cli.to-install-chromium", { command: `sudo ${command}` }));
    return null;
  }
  say(message("cli.installing-chromium", { command }));
  run(apt, ["update"]);
  const isInstalled = packages.some((name) => run(apt, [...installArguments, name]) === 0);
  if (!isInstalled) say(message("cli.chromium-not-installed"));
  return find();
}

/** Looks only. */
export function findChromium(
  candidates: readonly string[] = [],
  folders: readonly string[] = searchPath(),
): string | null {
  const { SAYSO_BROWSER: chosen } = process.env;
  const paths = [...(chosen === undefined ? [] : [chosen]), ...candidates, ...usualPaths(folders)];
  return paths.find(isExecutable) ?? null;
}

/** The same for pages that nobody sees: one without windows where there is one. */
export function findHeadlessChromium(
  candidates: readonly string[] = [],
  folders: readonly string[] = searchPath(),
): string | null {
  const shells = headlessNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return findChromium([...shells, ...candidates], folders);
}

function usualPaths(searched: readonly string[]): readonly string[] {
  const { env, platform } = process;
  if (platform === "darwin") {
    const folders = ["/Applications", join(homedir(), "Applications")];
    return macApplications.flatMap((name) =>
      folders.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === "win32") {
    const folders = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA];
    return windowsPaths.flatMap((path) =>
      folders.filter((folder) => folder !== undefined).map((folder) => join(folder, path)),
    );
  }
  return names.flatMap((name) => searched.map((folder) => join(folder, name)));
}

function searchPath(): readonly string[] {
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"].filter(
    (folder) => folder !== "",
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Standard output stays the command's own. */
function run(apt: string, args: readonly string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(apt, args, { env, stdio: ["ignore", 2, 2] }).status;
}
