// Every command of the desktop's menu is one that the page understands, and the other way round.
import { expect, it, vi } from "vitest";
import { followSettings, systemWords } from "../../../../main/hosts/electron/menu.ts";
import { desktopCommands } from "../../../../renderer/panels/system-openings.ts";
import { localeFor } from "../../../../shared/words/language.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { fakeCore } from "../fake-core.ts";

// Outside Electron, importing `electron` would start a download; the template needs only the class of a window.
vi.mock("electron", () => ({ BrowserWindow: class {} }));
const words = createWords(localeFor("de", []));
const { menuCommands, menuTemplate } = await import("../../../../main/hosts/electron/menu.ts");

it("the menu and the page know the same commands", () => {
  expect([...menuCommands].sort()).toEqual([...desktopCommands].sort());
});

it.each(["linux", "darwin", "win32"] as const)(
  "on %s the menu has every command and a way out",
  (platform) => {
    const template = menuTemplate({ name: "Sayso", isPackaged: true }, platform, words, () => undefined);
    const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined);
    expect(ids.toSorted()).toEqual([...menuCommands].sort());
    expect(items.some(({ role }) => role === (platform === "darwin" ? "close" : "quit"))).toBe(true);
    expect(items.some(({ role }) => role === "toggleDevTools")).toBe(false);
    expect(items.filter(({ type, label }) => type !== "separator" && label === undefined)).toEqual([]);
    expect(items.find(({ id }) => id === "open")?.label).toBe("Projekt öffnen …");
  },
);

// What the desktop shows outside the page follows the settings that are chosen in a window.

it("speaks the language of the settings, then the one chosen in a window, and has their themes", async () => {
  const core = {
    ...fakeCore(),
    dispatch: async () => ({ ok: true as const, value: { language: "system", theme: "dark" } }),
  };
  const heard: string[] = [];
  await followSettings(core, {
    preferred: ["de-AT", "en"],
    onWords: ({ locale, say }) => heard.push(`${locale} ${say("menu.edit")}`),
    onTheme: (theme) => heard.push(theme),
  });
  core.emit({ type: "language", language: "en" });
  core.emit({ type: "command", id: "new" });
  core.emit({ type: "theme", theme: "light" });
  core.emit({ type: "theme", theme: "high-contrast" });
  core.emit({ type: "language", language: "de" });
  const words = ["de-AT Bearbeiten", "en-GB Edit", "de-AT Bearbeiten"];
  expect(heard).toEqual(["dark", words[0], words[1], "light", "system", words[2]]);
});

it("speaks the system’s language before the settings are known", () => {
  expect([systemWords(["fr", "de"]).language, systemWords([]).language]).toEqual(["de", "en"]);
});
