// The desktop's menu: what every desktop application has, and commands that the page knows by their ids.
import { type App, BrowserWindow, type MenuItemConstructorOptions } from "electron";
import { sendEvent } from "./ipc.ts";

/** The ids are those of the page's project menu. */
export const menuCommands = {
  new: "New project…",
  open: "Open project…",
  "bring-in": "Bring in an article…",
  export: "Export…",
} as const;

export function menuTemplate(app: Pick<App, "name" | "isPackaged">, platform: NodeJS.Platform): Template {
  const isMac = platform === "darwin";
  return [
    ...(isMac ? [{ role: "appMenu" } as const] : []),
    {
      label: "File",
      submenu: [
        command("new"),
        command("open"),
        { type: "separator" },
        command("bring-in"),
        command("export"),
        { type: "separator" },
        { role: isMac ? "close" : "quit" },
      ],
    },
    { role: "editMenu" },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
        ...(app.isPackaged ? [] : [{ role: "toggleDevTools" } as const]),
      ],
    },
    { role: "windowMenu" },
  ];
}

type Template = MenuItemConstructorOptions[];

function command(id: keyof typeof menuCommands): MenuItemConstructorOptions {
  return {
    id,
    label: menuCommands[id],
    click(_item, window) {
      if (window instanceof BrowserWindow) sendEvent(window.webContents, { type: "command", id });
    },
  };
}
