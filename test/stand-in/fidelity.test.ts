// The page that says what the stand-in goes by is held to Electron's own documentation, and to what the desktop application uses.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const documentation = readFileSync(join(root, "node_modules/electron/electron.d.ts"), "utf8");
const page = readFileSync(join(import.meta.dirname, "fidelity.md"), "utf8");
const host = join(root, "main/hosts/electron");
const sources = readdirSync(host)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(host, name), "utf8"))
  .join("\n");

/** The class behind what the sources call so. */
const classes: Readonly<Record<string, string>> = {
  app: "App",
  BrowserWindow: "BrowserWindow",
  window: "BrowserWindow",
  contents: "WebContents",
  webContents: "WebContents",
  WebContents: "WebContents",
  protocol: "Protocol",
  session: "Session",
  Session: "Session",
  ipcMain: "IpcMain",
  contextBridge: "ContextBridge",
  ipcRenderer: "IpcRenderer",
  dialog: "Dialog",
  Menu: "Menu",
  nativeTheme: "NativeTheme",
  shell: "Shell",
  powerMonitor: "PowerMonitor",
  monitor: "PowerMonitor",
  utilityProcess: "UtilityProcess",
  UtilityProcess: "UtilityProcess",
  child: "UtilityProcess",
};

/** The documentation of a class or interface, and of those that it extends. */
function documented(name: string): string {
  const [head = "", base] =
    new RegExp(`^  (?:abstract )?(?:class|interface) ${name}(?: extends ([\\w.]+))? \\{`, "mu").exec(
      documentation,
    ) ?? [];
  const at = head === "" ? -1 : documentation.indexOf(head);
  if (at < 0) return "";
  const body = documentation.slice(at, documentation.indexOf("\n  }\n", at));
  return base === undefined || base.startsWith("NodeJS") ? body : body + documented(base);
}

interface Row {
  readonly owner: string;
  /** A member, an event, or, of a window, an option that it is made with. */
  readonly name: string | null;
}

/** `app.quit`, `app` `will-quit`, or `BrowserWindow`. */
const rows: readonly Row[] = [...page.matchAll(/^\| `(\w+)(?:\.(\w+))?`(?: `([\w-]+)`)? \|/gmu)].map(
  ([, owner = "", member, event]) => ({ owner, name: member ?? event ?? null }),
);

const isListed = (owner: string, name: string): boolean =>
  rows.some((row) => classes[row.owner] === classes[owner] && row.name === name);

it("names nothing that Electron’s documentation does not", () => {
  expect(rows.length).toBeGreaterThan(60);
  const options = documented("BrowserWindowConstructorOptions");
  const unknown = rows.filter(({ owner, name }) => {
    const text = documented(classes[owner] ?? "");
    if (text === "") return true;
    const known = [new RegExp(`\\b${name}[(:?<]`, "u"), new RegExp(`\\(event: '${name}'`, "u")];
    return (
      name !== null &&
      !known.some((form) => form.test(text) || (owner === "BrowserWindow" && form.test(options)))
    );
  });
  expect(unknown).toEqual([]);
});

it("has a row for each call and each event of Electron that the desktop application uses", () => {
  const owners = Object.keys(classes).join("|");
  const calls = [...sources.matchAll(new RegExp(`\\b(${owners})\\.(\\w+)\\b(?!\\.ts)`, "gu"))];
  const events = [...sources.matchAll(new RegExp(`\\b(${owners})\\.(?:on|once)\\("([\\w-]+)"`, "gu"))];
  const used = [...calls.filter(([, , name]) => name !== "on" && name !== "once"), ...events];
  expect(used.length).toBeGreaterThan(80);
  // The channels of our own, the words of the catalogue (`dialog.choose` is a method of the door), and listening itself.
  const ours = ["choose", "chooseSeveral", "openPage", "contents", "ts"];
  const missing = used
    .map(([, owner = "", name = ""]) => [owner, name] as const)
    .filter(([owner, name]) => !ours.includes(name) && !isListed(owner, name));
  expect(missing.filter(([owner, name]) => !(owner === "ipcRenderer" && name === "event"))).toEqual([]);
});

it("is kept by the stand-in: its events are Electron’s", () => {
  const standIn = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");
  const listOf = (file: string, start: string) =>
    [...(standIn(file).split(start)[1]?.split("]")[0] ?? "").matchAll(/"([\w-]+)"/gu)].map(
      ([, name = ""]) => name,
    );
  const lists = [
    ["App", listOf("app.ts", "const appEvents = [")],
    ["WebContents", listOf("window.ts", "const contentsEvents = [")],
    ["BrowserWindow", listOf("window.ts", 'super("window", [')],
    ["PowerMonitor", listOf("power.ts", '"powerMonitor", [')],
  ] as const;
  for (const [owner, names] of lists) {
    expect(names.length, owner).toBeGreaterThan(2);
    const text = documented(owner);
    expect(
      names.filter((name) => !text.includes(`(event: '${name}'`)),
      owner,
    ).toEqual([]);
  }
});
