// Every command of the desktop's menu is one that the page understands, and the other way round.
import { expect, it, vi } from "vitest";
import { desktopCommands } from "../../../../renderer/panels/desktop-commands.ts";

// Outside Electron, importing `electron` would start a download; the template needs only the class of a window.
vi.mock("electron", () => ({ BrowserWindow: class {} }));
const { menuCommands, menuTemplate } = await import("../../../../main/hosts/electron/menu.ts");

it("the menu and the page know the same commands", () => {
  expect(Object.keys(menuCommands).sort()).toEqual([...desktopCommands].sort());
});

it.each(["linux", "darwin", "win32"] as const)(
  "on %s the menu has every command and a way out",
  (platform) => {
    const template = menuTemplate({ name: "Sayso", isPackaged: true }, platform);
    const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(items.map(({ id }) => id).filter((id) => id !== undefined)).toEqual(Object.keys(menuCommands));
    expect(items.some(({ role }) => role === (platform === "darwin" ? "close" : "quit"))).toBe(true);
    expect(items.some(({ role }) => role === "toggleDevTools")).toBe(false);
  },
);
