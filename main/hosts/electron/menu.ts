// The desktop's menu: what every desktop application has, and commands that the page knows by their ids.
import { type App, BrowserWindow, type MenuItemConstructorOptions } from "electron";
import type { Settings, Theme } from "../../../shared/api/contract.ts";
import { type LanguageSetting, localeFor } from "../../../shared/words/language.ts";
import { createWords, type Words } from "../../../shared/words/say.ts";
import type { Core } from "../../core/core.ts";
import { sendEvent } from "./ipc.ts";

/** The ids are those of the page's project menu, in the order of this menu. */
export const menuCommands = [
  "new",
  "open",
  "bring-in",
  "export",
  "hand-over",
  "take-in",
  "guide",
  "save-report",
  "about-sayso",
] as const;

export function menuTemplate(
  app: Pick<App, "name" | "isPackaged">,
  platform: NodeJS.Platform,
  { say }: Words,
  onUpdate: () => void,
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
      submenu: [
        command("about-sayso"),
        ...items(null, "services", null, "hide", "hideOthers", "unhide", null, "quit"),
      ],
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
    {
      role: "help",
      label: say("menu.help"),
      submenu: [
        command("guide"),
        line,
        { label: say("menu.update"), click: () => onUpdate() },
        command("save-report"),
        ...(isMac ? [] : [command("about-sayso")]),
      ],
    },
  ];
}

type Template = MenuItemConstructorOptions[];
type Role =
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

interface SettingsListener {
  /** The system's languages, BCP 47 tags. */
  readonly preferred: readonly string[];
  /** With the words of the language chosen, at once and whenever another one is. */
  onWords(words: Words): void;
  /** With the theme of what the system draws (menus, dialogs, the window's frame), as often. It has no high contrast of its own. */
  onTheme(theme: "system" | "light" | "dark"): void;
}

/** Has what the desktop shows outside the page follow the settings. */
export async function followSettings(core: Core, listener: SettingsListener): Promise<void> {
  const applyLanguage = (language: LanguageSetting): void =>
    listener.onWords(createWords(localeFor(language, listener.preferred)));
  const applyTheme = (theme: Theme): void => listener.onTheme(theme === "high-contrast" ? "system" : theme);
  core.subscribe((event) => {
    if (event.type === "language") applyLanguage(event.language);
    if (event.type === "theme") applyTheme(event.theme);
  });
  const reply = await core.dispatch("settings.get", {}, "desktop");
  const { language, theme } = reply.ok
    ? (reply.value as Settings)
    : ({ language: "system", theme: "system" } as const);
  applyTheme(theme);
  applyLanguage(language);
}
