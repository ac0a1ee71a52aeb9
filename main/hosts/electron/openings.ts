// Reads what the system asks the desktop application to open: named on the command line, double-clicked before or after the start, dropped on the
// dock, or followed as a link. Whatever comes is a folder, a file or an address that somebody else may have written.
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { App } from "electron";
import {
  isLink,
  linkScheme,
  packageEnding,
  projectEnding,
  readLink,
  type SystemOpening,
} from "../../../shared/api/opening.ts";

/** The ending of an update's file, without the dot. */
export const updateEnding = "sayso-update";

/** With what no window opens. */
export type DesktopOpening = SystemOpening | { readonly kind: "update"; readonly path: string };

/** What stands on the command line behind the program, and the application's own folder where Electron was started with one. */
interface StartArguments {
  /** The folder that `--home` names; `null` where nobody named one. */
  readonly home: string | null;
  /** The first that is no switch: a path or an address. */
  readonly named: string | null;
  /** The command behind `--cli` and its arguments; `null` where a window is wanted. */
  readonly commands: readonly string[] | null;
}

/**
 * Reads the arguments in their order. What comes after the first one that is no switch is not looked at: a program that follows a link hands
 * it over as an argument, and whoever wrote the link may have put switches into it. All behind `--cli` is the command's.
 */
export function startArguments(given: readonly string[]): StartArguments {
  let home: string | null = null;
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at] ?? "";
    if (argument === "--") return { home, named: given[at + 1] ?? null, commands: null };
    if (!argument.startsWith("-")) return { home, named: argument, commands: null };
    if (argument === "--cli")
      return { home, named: null, commands: given.slice(at + (given[at + 1] === "--" ? 2 : 1)) };
    if (argument.startsWith("--home=")) home = argument.slice("--home=".length);
    else if (argument === "--home") {
      home = given[at + 1] ?? null;
      at += 1;
    }
  }
  return { home, named: null, commands: null };
}

/** What a name means: an address of ours, a file of a kind of ours, or a project's folder. `folder`: where it was named. */
export function openingOf(named: string, folder: string): DesktopOpening {
  if (isLink(named)) return { kind: "link", link: readLink(named) };
  const path = pathOf(named, folder);
  if (path === null) return { kind: "link", link: null };
  const name = basename(path).toLowerCase();
  if (name.endsWith(`.${packageEnding}`)) return { kind: "package", path };
  if (name.endsWith(`.${updateEnding}`)) return { kind: "update", path };
  const isInProject = name === "project.json" || name.endsWith(`.${projectEnding}`);
  return { kind: "project", path: isInProject ? dirname(path) : path };
}

/** Desktops of Linux hand files over as addresses. `null` for one that is no file of this machine. */
function pathOf(named: string, folder: string): string | null {
  if (!named.toLowerCase().startsWith("file:")) return resolve(folder, named);
  try {
    return fileURLToPath(named);
  } catch {
    return null;
  }
}

/** What a second start hands to the first one. */
export const handedOver = (named: string | null, folder: string): Record<string, unknown> => ({
  named,
  folder,
});

/** The same as it arrives; `null` where that start named nothing, or is none of ours. */
export function openingIn(data: unknown): DesktopOpening | null {
  if (typeof data !== "object" || data === null || !("named" in data) || !("folder" in data)) return null;
  const { named, folder } = data;
  return typeof named === "string" && typeof folder === "string" ? openingOf(named, folder) : null;
}

/**
 * Listens from now on, before the application is ready, since what was double-clicked to start it comes then. The function that is returned
 * says who opens it, and hands them what came before. `null`: somebody started the application once more, and named nothing.
 */
export function listenForOpenings(app: App): (open: (opening: DesktopOpening | null) => void) => void {
  const early: (DesktopOpening | null)[] = [];
  let opened: (opening: DesktopOpening | null) => void = (opening) => void early.push(opening);
  // Of macOS, which starts no second process for a file.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    opened(openingOf(path, "/"));
  });
  app.on("open-url", (event, address) => {
    event.preventDefault();
    opened({ kind: "link", link: readLink(address) });
  });
  app.on("second-instance", (_event, _argv, _folder, data) => opened(openingIn(data)));
  return (open) => {
    opened = open;
    for (const opening of early.splice(0)) open(opening);
  };
}

/**
 * Asks Windows to hand links to this program; on Linux and macOS the package says that it takes them. Not for a portable application, which leaves
 * nothing on a machine, nor for one that somebody develops.
 */
export function takeLinks(
  app: Pick<App, "isPackaged" | "getPath" | "setAsDefaultProtocolClient">,
  platform: NodeJS.Platform,
  isPortable: boolean,
): void {
  // What stands behind `--` is no switch, whatever the link holds.
  if (platform === "win32" && app.isPackaged && !isPortable)
    app.setAsDefaultProtocolClient(linkScheme, app.getPath("exe"), ["--"]);
}
