// What the system hands to the desktop application: files that are double-clicked before and after it is started, links that are followed, and
// the surroundings that it finds itself in. Asked of the stand-in for Electron; what each of its answers goes by stands in
// test/stand-in/fidelity.md.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { AnnotatedJson } from "../../shared/annotated-json/schema.ts";
import { linkTo } from "../../shared/api/opening.ts";
import { runPacked } from "./drivers.ts";
import { byPalette, deskOf, mark } from "./exchange.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { articleBox, leaveText, openSample, sayso } from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.\n";

/** A review package that Ben wrote in the folder. */
async function packageOfBen(folder: string): Promise<string> {
  const { home, path } = await leaveText(folder, text, { as: "Ben Ode", name: "project of Ben" });
  const file = join(folder, "from ben.sayso-review");
  const { status, stderr } = await sayso(home, "package", path, "--out", file);
  expect([status, stderr]).toEqual([0, ""]);
  return file;
}

const windowsOf = async ({ ask }: RunningApp) => (await ask("facts", null)).windows;

/** The files below a folder with their sizes and times, but for who has it open. */
const stateOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, statSync(path).size, statSync(path).mtimeMs]);

test("a package that is double-clicked starts the application with it, and makes nothing by itself", async ({
  launchApp,
  folder,
}) => {
  const file = await packageOfBen(folder);
  const { home } = await leaveText(folder, text, { as: "Dana Analyst", name: "project of Dana" });
  const app = await launchApp({ project: file, home });
  const dialog = app.page.getByRole("dialog", { name: "Start from a review package" });
  await expect(dialog).toBeVisible();
  const before = readdirSync(folder);
  await app.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(readdirSync(folder)).toEqual(before);
  expect(await windowsOf(app)).toHaveLength(1);
});

test("one that is double-clicked while the application runs is shown beside the work, in front", async ({
  launchApp,
  folder,
}) => {
  const file = await packageOfBen(folder);
  const dana = await deskOf(folder, text, "Dana Analyst", launchApp);
  const { app } = dana;
  await mark(app, text, "the mayor", "1");
  await app.ask("minimize", null);
  // What the system of Linux hands over, and of macOS.
  await app.ask("secondInstance", `file://${encodeURI(file)}`);
  const dialog = app.page.getByRole("dialog", { name: "Import a colleague’s work" });
  await expect(dialog.getByText("from ben.sayso-review")).toBeVisible();
  expect((await windowsOf(app)).map(({ minimized }) => minimized)).toEqual([false]);
  await test.step("a second one waits until the first was looked at", async () => {
    const other = join(folder, "again.sayso-review");
    copyFileSync(file, other);
    expect(await app.ask("openFile", other)).toBe(true);
    await expect(dialog.getByText("from ben.sayso-review")).toBeVisible();
    await app.page.keyboard.press("Escape");
    await expect(dialog.getByText("again.sayso-review")).toBeVisible();
    await app.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
  const { stdout } = await sayso(app.home, "export", dana.path, "--format", "json", "--out", "-");
  expect((JSON.parse(stdout) as AnnotatedJson).annotators.map(({ name }) => name)).toEqual(["Dana Analyst"]);
});

test("a project is opened by its own file, and one that is none is told", async ({ launchApp, folder }) => {
  const { home, path } = await leaveText(folder, text, { as: "Dana Analyst", name: "project of Dana" });
  expect(existsSync(join(path, "project.sayso"))).toBe(true);
  const app = await launchApp({ project: join(path, "project.sayso"), home });
  await expect(articleBox(app.page)).toContainText("the mayor said");
  const opened = app.page.context().waitForEvent("page");
  await app.ask("secondInstance", join(folder, "project.json"));
  const second = await opened;
  await expect(second.getByText("is not a Sayso project")).toBeVisible();
  const names = (await windowsOf(app)).map(({ name }) => name);
  expect(names.toSorted()).toEqual(["workstation-1", "workstation-2"]);
});

test("an update is not installed where nothing tells whose it is", async ({ launchApp, folder }) => {
  const file = join(folder, "Sayso-9.9.9.deb.sayso-update");
  writeFileSync(file, "PK, and no more");
  const app = await launchApp({ project: file });
  const facts = () => app.ask("facts", null);
  const refused = "“Sayso-9.9.9.deb.sayso-update” was not installed.";
  await expect.poll(async () => (await facts()).boxes).toEqual([refused]);
  await app.ask("openFile", file);
  await expect.poll(async () => (await facts()).boxes).toEqual([refused, refused]);
  expect((await facts()).openedFiles).toEqual([]);
  expect((await facts()).windows).toHaveLength(1);
});

interface Places {
  readonly project: string;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
}

/** The project that a window has open, and its articles, from its folder. */
async function placesIn(page: Page): Promise<Places> {
  const path = await page.evaluate(async () => {
    const reply = (await window.sayso?.call("settings.get", {})) as {
      readonly value: { readonly recentProjects: readonly { readonly path: string }[] };
    };
    return reply.value.recentProjects[0]?.path ?? "";
  });
  const { id } = JSON.parse(readFileSync(join(path, "project.json"), "utf8")) as { readonly id: string };
  const articles = readdirSync(join(path, "articles"))
    .sort()
    .map((name) => {
      const record = readFileSync(join(path, "articles", name, "article.json"), "utf8");
      return { id: name, title: (JSON.parse(record) as { readonly title: string }).title };
    });
  return { project: id, articles };
}

const titleOf = (page: Page) => articleBox(page).getAttribute("aria-label");

test("a link leads to its place, and a copied one leads back", async ({ launchApp }) => {
  const app = await openSample(launchApp);
  const { page, ask } = app;
  const { project, articles } = await placesIn(page);
  for (const { id, title } of articles.slice(0, 3)) {
    await ask("secondInstance", linkTo({ project, article: id, mark: null }));
    await expect.poll(() => titleOf(page)).toBe(`Article: ${title}`);
  }
  await byPalette(page, "copy a link to this place");
  await expect(page.getByText("Copied")).toBeVisible();
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error("The sample has no two articles");
  await ask("openUrl", linkTo({ project, article: first.id, mark: null }));
  await expect.poll(() => titleOf(page)).toBe(`Article: ${first.title}`);
  await test.step("to a mark that is gone it leads to the article, and says so", async () => {
    await ask("secondInstance", linkTo({ project, article: second.id, mark: "gone" }));
    await expect(page.getByText("What the link led to is no longer in this article.")).toBeVisible();
  });
  expect(await windowsOf(app)).toHaveLength(1);
});

test("a hostile link changes nothing and is told as what it is", async ({ launchApp }) => {
  const app = await openSample(launchApp);
  const { page, ask } = app;
  const { project } = await placesIn(page);
  const folder = join(app.home, "sample");
  await expect.poll(() => existsSync(folder)).toBe(true);
  const before = stateOf(folder);
  const shown = await titleOf(page);
  const unreadable = [
    "sayso://",
    "sayso://open/../../../../etc/passwd",
    "sayso://open/%2e%2e/%2e%2e",
    `sayso://open/${project}?delete=all`,
    `sayso://open/${project}/" --remote-debugging-port=9222 "`,
    `sayso://delete/${project}`,
    "sayso://open/<img src=x onerror=alert(1)>",
    "SAYSO://OPEN/a",
    `sayso://open/${"a".repeat(100_000)}`,
    "file://elsewhere/share/evil.sayso-review",
  ];
  const alert = page.getByText("What was opened is no link of Sayso’s.");
  for (const link of unreadable)
    await test.step(link.slice(0, 80), async () => {
      await ask("secondInstance", link);
      await expect(alert).toBeVisible();
      await page.getByRole("button", { name: "Dismiss" }).first().click();
      await expect(alert).toBeHidden();
    });
  await test.step("a link to a project that was never opened here", async () => {
    await ask("openUrl", linkTo({ project: "nowhere", article: null, mark: null }));
    await expect(page.getByText("has not been opened on this computer")).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).first().click();
  });
  await test.step("what another program hands over instead of a second start", async () => {
    for (const data of [null, 7, "text", { named: 7 }, { named: "x", folder: null }, { project: "/etc" }])
      await ask("strangeInstance", data);
  });
  const facts = await ask("facts", null);
  expect(facts.windows).toHaveLength(1);
  expect([facts.escaped, facts.openedPages, facts.boxes]).toEqual([[], [], []]);
  expect(await titleOf(page)).toBe(shown);
  expect(stateOf(folder)).toEqual(before);
});

test("the folder `data` beside a packed application is its home, and --home goes before it", async ({
  launchApp,
  folder,
}) => {
  const program = join(folder, "stick/sayso");
  mkdirSync(join(folder, "stick/data"), { recursive: true });
  const env = {
    SAYSO_STAND_IN_PROGRAM: program,
    SAYSO_STAND_IN_LANGUAGES: "de-AT en",
    SAYSO_STAND_IN_THEME: "dark",
  };
  const portable = await launchApp({ env });
  await test.step("with nothing beside it, and the system's language and theme", async () => {
    const facts = await portable.ask("facts", null);
    expect(facts.userData).toBe(join(folder, "stick/data/desktop"));
    expect(facts.windows[0]).toMatchObject({ background: "#1b1b1d", preferences: { devTools: false } });
    expect(facts.theme).toBe("system");
    await expect(portable.page.getByRole("button", { name: "Beispielprojekt öffnen" })).toBeVisible();
    expect(readdirSync(join(folder, "stick/data"))).toContain("device.json");
    expect(readdirSync(portable.home)).toEqual(["settings.json"]);
  });
  await test.step("a theme that is chosen is that of menus and dialogs, too", async () => {
    await portable.page.evaluate(() => window.sayso?.call("settings.set", { theme: "light" }));
    await expect.poll(async () => (await portable.ask("facts", null)).theme).toBe("light");
  });
  expect(await portable.stop()).toBe(0);
  const other = join(folder, "other");
  const named = await launchApp({ env, project: `--home=${other}` });
  expect((await named.ask("facts", null)).userData).toBe(join(other, "desktop"));
});

test("the packed application runs the command line, beside a window and without one", async ({
  launchApp,
  folder,
}) => {
  const program = join(folder, "app/sayso");
  const text = join(folder, "bridge.txt");
  writeFileSync(text, "The mayor said the bridge is safe.\n");
  const app = await launchApp();
  const home = app.home;
  const run = (...args: readonly string[]) =>
    runPacked(home, program, ["--ozone-platform=headless", "--cli", "--", ...args]);
  const project = join(folder, "project");
  // A file is read in a process of the application's own kind.
  expect(await run("import", project, text, "--create", "--as", "Ana")).toMatchObject({ status: 0 });
  const { status, stdout } = await run("export", project, "--format", "json", "--out", "-");
  expect([status, (JSON.parse(stdout) as AnnotatedJson).articles.map(({ title }) => title)]).toEqual([
    0,
    ["bridge"],
  ]);
  expect(await run("no-such-command")).toMatchObject({ status: 2, stdout: "" });
  expect(await windowsOf(app)).toHaveLength(1);
});
