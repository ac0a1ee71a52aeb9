// What the desktop application takes from its window, asked of the stand-in for Electron, which knows what was set.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DesktopBridge } from "../../renderer/host/connect.ts";
import type { ImportReport, OpenProject } from "../../shared/api/contract.ts";
import { spanOf } from "../main/core/span-of.ts";

import { expect, test } from "./fixtures.ts";
import { openSample } from "./steps.ts";

declare global {
  interface Window {
    readonly sayso?: DesktopBridge;
  }
}

const text = "Mayor Ines Duarte said the bridge would reopen in May.\n";
const refused = { ok: false, error: { code: "forbidden", problem: "session-expired", detail: {} } };

const permissions = [
  ["media", "geolocation", "notifications", "clipboard-read", "midi", "usb", "hid", "serial", "fileSystem"],
  ["fullscreen", "pointerLock", "openExternal", "display-capture", "window-management", "unknown"],
].flat();

test("the window is shown, and has no power but to call", async ({ launchApp }) => {
  const app = await launchApp();
  const { page, ask } = app;
  await test.step("it opens again after a reload", async () => {
    await page.reload();
    await expect(page.locator("#root")).not.toBeEmpty();
    expect(new URL(page.url()).hash).toBe("");
  });
  await test.step("its preferences are the closed ones", async () => {
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
  await test.step("it is given two functions and nothing of Electron", async () => {
    const exposed = await page.evaluate(() => ({
      bridge: Object.entries(window.sayso ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
      others: ["require", "process", "module", "electron", "ipcRenderer"].filter((name) => name in window),
    }));
    expect(exposed).toEqual({ bridge: ["call: function", "subscribe: function"], others: [] });
  });
  await test.step("nothing is permitted", async () => {
    for (const permission of permissions) expect(await ask("permission", permission), permission).toBe(false);
  });
  await test.step("only the page itself may call", async () => {
    expect(await ask("foreignCall", { url: "app://bundle/", child: false })).toMatchObject({ ok: true });
    expect(await ask("foreignCall", { url: "app://bundle/", child: true })).toEqual(refused);
    expect(await ask("foreignCall", { url: "app://other/", child: false })).toEqual(refused);
    expect(await ask("foreignCall", { url: "https://bundle/", child: false })).toEqual(refused);
    expect(await ask("foreignCall", { url: "about:blank", child: false })).toEqual(refused);
    expect(await ask("foreignCall", null)).toEqual(refused);
  });
  await test.step("values that are no call are refused at the door", async () => {
    const replies = await page.evaluate(async () => {
      const bridge = window.sayso;
      if (bridge === undefined) throw new Error("The page has no bridge");
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
  await test.step("the protocol has the files of the page and no others", async () => {
    const statuses = await page.evaluate(() => {
      const targets = [
        "/index.html",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/index.html?x",
        "/a%00",
      ];
      return Promise.all(targets.map(async (target) => (await fetch(location.origin + target)).status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
    // Chromium reports each 404.
    app.problems.length = 0;
  });
});

test("the page goes nowhere, opens nothing and asks nobody", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const home = page.url();
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "https://example.org/link" });
    const opens = Object.assign(document.createElement("a"), {
      href: "https://example.org/tab",
      target: "_blank",
    });
    const frame = Object.assign(document.createElement("iframe"), { src: "https://example.org/frame" });
    const image = Object.assign(document.createElement("img"), { src: "https://example.org/image.png" });
    document.body.append(link, opens, frame, image);
    opens.click();
    window.open("https://example.org/window");
    window.open("about:blank");
    link.click();
    return fetch("https://example.org/fetched").catch(() => null);
  });
  await expect
    .poll(async () => (await app.ask("facts", null)).prevented)
    .toEqual(
      expect.arrayContaining([
        "https://example.org/link",
        "window https://example.org/tab",
        "window https://example.org/window",
      ]),
    );
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(page.url()).toBe(home);
  expect((await app.ask("facts", null)).escaped).toEqual([]);
  // The policy refused the frame, the image and the fetch, and Chromium reports it.
  expect(
    app.problems.filter((problem) => problem.includes("Content Security Policy")).length,
  ).toBeGreaterThan(2);
  app.problems.length = 0;
});

test("dialogs, the menu and a second start reach the window", async ({ launchApp }) => {
  const { page, ask } = await launchApp();
  const choose = () => page.evaluate(() => window.sayso?.call("dialog.choose", { purpose: "open-project" }));
  await ask("dialog", "/projects/peace");
  expect(await choose()).toEqual({ ok: true, value: { path: "/projects/peace" } });
  expect(await choose()).toEqual({ ok: true, value: { path: null } });

  await ask("menu", "new");
  await expect(page.getByRole("dialog")).toBeVisible();

  await ask("secondInstance", null);
  expect((await ask("facts", null)).windows).toHaveLength(1);
  await ask("secondInstance", "/projects/peace");
  const addresses = async () => (await ask("facts", null)).windows.map(({ url }) => url.split("#")[0]);
  await expect.poll(addresses).toEqual(["app://bundle/", "app://bundle/"]);
});

test("the original page of an article opens in the browser once the person has said so, and no other address does", async ({
  launchApp,
}) => {
  const { page, ask } = await openSample(launchApp);
  const openPage = (address: string) =>
    page.evaluate((address) => window.sayso?.call("dialog.openPage", { address }), address);
  for (const address of [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "mailto:a@example.org",
    "example.org",
    "https://[",
    "https://example.org:99999",
    "",
  ])
    expect(await openPage(address), address).toMatchObject({
      ok: false,
      error: { problem: "page-not-opened" },
    });
  const facts = () => ask("facts", null);
  expect((await facts()).boxes).toEqual([]);

  await page.keyboard.press("Alt+i");
  const details = page.getByRole("dialog", { name: "About the article" });
  await details.getByLabel("Address", { exact: true }).fill("https://example.org/bridge?a=b");
  await ask("dialog", 0);
  const original = details.getByRole("button", { name: "Open the original page" });
  await original.click();
  await expect.poll(async () => (await facts()).boxes).toEqual(["Open this page in your browser?"]);
  expect((await facts()).openedPages).toEqual([]);
  await ask("dialog", 1);
  await original.click();
  await expect.poll(async () => (await facts()).openedPages).toEqual(["https://example.org/bridge?a=b"]);
  // A name before the host could pass for it: the page that is shown and opened is without.
  await ask("dialog", 1);
  await openPage("https://known.example:443@example.org/bridge");
  expect((await facts()).openedPages[1]).toBe("https://example.org/bridge");
  expect((await facts()).escaped).toEqual([]);
});

test("snapshots are written at once when the system says that it may stop", async ({ launchApp }) => {
  const app = await launchApp();
  const folder = join(app.home, "peace");
  const call = (name: string, input: object) =>
    app.page.evaluate(([name, input]) => window.sayso?.call(name, input), [name, input] as const);
  const value = async <T>(reply: Promise<unknown>): Promise<T> => ((await reply) as { value: T }).value;
  await call("settings.set", { annotatorName: "Ana" });
  const project = await value<OpenProject>(call("project.create", { path: folder, name: "Peace" }));
  const input = { project: project.handle, name: "one", text };
  const { article } = await value<ImportReport>(call("article.importText", input));
  const snapshot = join(folder, "annotations", article.id, `${project.annotator?.id}.json`);
  const written = () => (existsSync(snapshot) ? readFileSync(snapshot, "utf8") : "");

  const events = ["suspend", "lock-screen", "query-session-end", "session-end", "shutdown"] as const;
  for (const [revision, event] of events.entries())
    await test.step(event, async () => {
      const span = spanOf(project.annotator?.id ?? "", text, revision);
      const change = { spans: { added: [span], updated: [], removed: [] } };
      const saving = { project: project.handle, article: article.id, opId: span.id, revision, change };
      expect(await call("annotations.apply", saving)).toMatchObject({ ok: true });
      expect(written()).not.toContain(span.id);
      expect(await app.ask("power", event)).toBe(event === "shutdown");
      await expect.poll(written).toContain(span.id);
    });
  // A system that goes off waits for the application to end.
  await expect.poll(() => app.page.isClosed()).toBe(true);
});

test("leaving with something unsaved is asked about; leaving without ends in order", async ({
  launchApp,
}) => {
  const app = await launchApp();
  // A page may ask only after somebody has used it.
  await app.page.mouse.click(5, 5);
  await app.page.evaluate(() => addEventListener("beforeunload", (event) => event.preventDefault()));
  await app.ask("dialog", 0);
  await app.ask("quit", null);
  await expect
    .poll(async () => (await app.ask("facts", null)).boxes)
    .toEqual(["Some changes are not saved yet."]);
  expect(app.page.isClosed()).toBe(false);
  await app.ask("dialog", 1);
  expect(await app.stop()).toBe(0);

  const page = await app.restart();
  await expect(page.getByRole("button", { name: "Open the sample project" })).toBeVisible();
  await page.close();
  expect(await app.stop()).toBe(0);
});
