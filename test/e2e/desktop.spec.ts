// What the desktop application takes from its window, asked of the stand-in for Electron, which knows what was set.
import type { DesktopBridge } from "../../renderer/host/desktop-bridge.ts";
import { expect, test } from "./fixtures.ts";

declare global {
  interface Window {
    readonly sayso?: DesktopBridge;
  }
}

test.beforeEach(({ driver }) => {
  test.skip(driver !== "stand-in", "asks the stand-in");
});

test("the window has no power and is shown", async ({ launchApp }) => {
  const { ask } = await launchApp();
  const facts = await ask("facts", null);
  expect(facts.sandboxed).toBe(true);
  expect(facts.windows).toHaveLength(1);
  expect(facts.windows[0]?.shown).toBe(true);
  expect(facts.windows[0]?.preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

test("the page is given two functions and nothing of Electron", async ({ launchApp }) => {
  const { page } = await launchApp();
  const exposed = await page.evaluate(() => ({
    bridge: Object.entries(window.sayso ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
    others: ["require", "process", "module", "electron", "ipcRenderer"].filter((name) => name in window),
  }));
  expect(exposed).toEqual({ bridge: ["call: function", "subscribe: function"], others: [] });
});

test("nothing is permitted", async ({ launchApp }) => {
  const { ask } = await launchApp();
  const permissions = [
    ["media", "geolocation", "notifications", "clipboard-read", "midi", "usb", "hid", "serial", "fileSystem"],
    ["fullscreen", "pointerLock", "openExternal", "display-capture", "window-management", "unknown"],
  ].flat();
  for (const permission of permissions) expect(await ask("permission", permission), permission).toBe(false);
});

test("the page goes nowhere, opens nothing and asks nobody", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const home = page.url();
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), {
      href: "https://example.org/link",
      textContent: "x",
    });
    document.body.append(link);
    link.click();
    location.assign("https://example.org/assigned");
    window.open("https://example.org/window");
    window.open("about:blank");
    const frame = Object.assign(document.createElement("iframe"), { src: "https://example.org/frame" });
    const image = Object.assign(document.createElement("img"), { src: "https://example.org/image.png" });
    document.body.append(frame, image);
    return fetch("https://example.org/fetched").catch(() => null);
  });
  // What the policy refuses, the console tells.
  await expect.poll(() => app.problems.length).toBeGreaterThan(2);
  app.problems.length = 0;
  expect(page.url()).toBe(home);
  await expect.poll(() => page.context().pages().length).toBe(1);
  const facts = await app.ask("facts", null);
  expect(facts.escaped).toEqual([]);
  expect(facts.prevented).toContain("https://example.org/assigned");
});

test("the protocol has the files of the page and no others", async ({ launchApp }) => {
  const app = await launchApp();
  const statuses = await app.page.evaluate(async () => {
    const targets = [
      "/index.html",
      "/../../etc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/index.html?x",
      "/a%00",
      "//x",
    ];
    const all = targets.map(async (target) => (await fetch(location.origin + target)).status);
    return Promise.all(all);
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  app.problems.length = 0;
});

test("only the page itself may call", async ({ launchApp }) => {
  const { ask } = await launchApp();
  const refused = { ok: false, error: { code: "forbidden", problem: "session-expired", detail: {} } };
  expect(await ask("foreignCall", { url: "app://bundle/", child: false })).toMatchObject({ ok: true });
  expect(await ask("foreignCall", { url: "app://bundle/", child: true })).toEqual(refused);
  expect(await ask("foreignCall", { url: "app://other/", child: false })).toEqual(refused);
  expect(await ask("foreignCall", { url: "https://bundle/", child: false })).toEqual(refused);
  expect(await ask("foreignCall", { url: "about:blank", child: false })).toEqual(refused);
  expect(await ask("foreignCall", null)).toEqual(refused);
});

test("values that are no call are refused at the door", async ({ launchApp }) => {
  const { page } = await launchApp();
  const replies = await page.evaluate(async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const bridge = window.sayso;
    if (bridge === undefined) throw new Error("no bridge");
    const inputs: [string, unknown][] = [
      ["host.nothing", {}],
      ["toString", {}],
      ["__proto__", {}],
      ["host.info", null],
      ["host.info", { extra: 1 }],
      ["settings.set", { theme: 7 }],
      ["settings.set", JSON.parse('{"__proto__":{"theme":"dark"},"annotatorName":1}')],
    ];
    return Promise.all(inputs.map(([name, input]) => bridge.call(name, input)));
  });
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: "invalidInput" } });
});

test("the native dialogs answer the page", async ({ launchApp }) => {
  const { page, ask } = await launchApp();
  const choose = () => page.evaluate(() => window.sayso?.call("dialog.choose", { purpose: "open-project" }));
  await ask("dialog", "/projects/peace");
  expect(await choose()).toEqual({ ok: true, value: { path: "/projects/peace" } });
  expect(await choose()).toEqual({ ok: true, value: { path: null } });
});

test("a command of the menu reaches the page", async ({ launchApp }) => {
  const { page, ask } = await launchApp();
  const heard = page.evaluate(() => new Promise((resolve) => window.sayso?.subscribe(resolve)));
  // The page listens a moment after it was told to.
  await page.evaluate(() => null);
  await ask("menu", "new");
  expect(await heard).toEqual({ type: "command", id: "new" });
});

test("leaving with unsaved changes is asked about", async ({ launchApp }) => {
  const app = await launchApp();
  // A page may ask only after somebody has used it.
  await app.page.mouse.click(5, 5);
  await app.page.evaluate(() => addEventListener("beforeunload", (event) => event.preventDefault()));
  await app.ask("dialog", 0);
  await app.ask("quit", null);
  await expect
    .poll(async () => (await app.ask("facts", null)).boxes)
    .toContain("Some changes are not saved yet.");
  expect(app.page.isClosed()).toBe(false);
  await app.ask("dialog", 1);
  expect(await app.stop()).toBe(0);
});

test("closing the window ends the application in order", async ({ launchApp }) => {
  const app = await launchApp();
  await app.page.close();
  expect(await app.stop()).toBe(0);
});

test("a second start brings the window forward, or opens the project it names in another", async ({
  launchApp,
}) => {
  const { ask } = await launchApp();
  await ask("secondInstance", null);
  expect((await ask("facts", null)).windows).toHaveLength(1);
  await ask("secondInstance", "/projects/peace");
  await expect.poll(async () => (await ask("facts", null)).windows.length).toBe(2);
});
