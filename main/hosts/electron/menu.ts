// The desktop's menu: what every desktop application has, and commands that the page knows by their ids.
import { type App, BrowserWindow, type MenuItemConstructorOptions } from "electron";
import type { Settings } from "../../../shared/api/contract.ts";
import { type LanguageSetting, localeFor } from "../../../shared/words/language.ts";
import { createWords, type Words } from "../../../shared/words/say.ts";
import type { Core } from "../../core/core.ts";
import { sendEvent } from "./ipc.ts";

/** The ids are those of the page's project menu, in the order of this menu. */
export const menuCommands = ["new", "open", "bring-in", "export", "hand-over", "take-in", "guide"] as const;

export function menuTemplate(
  app: Pick<App, "name" | "isPackaged">,
  platform: NodeJS.Platform,
  { say }: Words,
): Template {
  const isMac = platform === "darwin";
  /** Electron calls its own items by English names where the system has none. */
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: say(`menu.${role}`) });
  const command = (id: (typeof menuCommands)[number]): MenuItemConstructorOptions => ({
    id,
    label: say(`menu.${id}`),
    click(_item, window) {
      if (window instanceof BrowserWindow) sendEvent(window.webContents, { type: "command", id });
    },
  });
  const line: MenuItemConstructorOptions = { type: "separator" };
  const items = (...names: readonly (Role | null)[]): Template =>
    names.map((role) => (role === null ? line : item(role)));
  const ofMac: Template = [
    {
      label: app.name,
      submenu: items("about", null, "services", null, "hide", "hideOthers", "unhide", null, "quit"),
    },
  ];
  return [
    ...(isMac ? ofMac : []),
    {
      label: say("menu.file"),
      submenu: [
        command("new"),
        command("open"),
        line,
        command("bring-in"),
        command("export"),
        line,
        command("hand-over"),
        command("take-in"),
        line,
        item(isMac ? "close" : "quit"),
      ],
    },
    { label: say("menu.edit"), submenu: items("undo", "redo", null, "cut", "copy", "paste", "selectAll") },
    {
      label: say("menu.view"),
      submenu: [
        ...items("resetZoom", "zoomIn", "zoomOut", null, "togglefullscreen"),
        ...(app.isPackaged ? [] : items("toggleDevTools")),
      ],
    },
    { role: "window", label: say("menu.window"), submenu: items("minimize", "zoom", "close") },
    { role: "help", label: say("menu.help"), submenu: [command("guide")] },
  ];
}

type Template = MenuItemConstructorOptions[];
type Role =
  | "about"
  | "services"
  | "hide"
  | "hideOthers"
  | "unhide"
  | "quit"
  | "close"
  | "undo"
  | "redo"
  | "cut"
  | "copy"
  | "paste"
  | "selectAll"
  | "resetZoom"
  | "zoomIn"
  | "zoomOut"
  | "togglefullscreen"
  | "toggleDevTools"
  | "minimize"
  | "zoom";

// The words of what the desktop shows outside the page (menu, dialogs), in the language of the settings while that changes.

/** The words before the settings are known. */
export const systemWords = (preferred: readonly string[]): Words =>
  createWords(localeFor("system", preferred));

/** Calls `onWords` with the words of the language chosen, at once and whenever another one is. `preferred`: BCP 47 tags. */
export async function followLanguage(
  core: Core,
  preferred: readonly string[],
  onWords: (words: Words) => void,
): Promise<void> {
  const applyLanguage = (language: LanguageSetting): void =>
    onWords(createWords(localeFor(language, preferred)));
  core.subscribe((event) => {
    if (event.type === "language") applyLanguage(event.language);
  });
  const reply = await core.dispatch("settings.get", {}, "desktop");
  applyLanguage(reply.ok ? (reply.value as Settings).language : "system");
}
