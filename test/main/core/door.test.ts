// The door itself: calls that do not fit, the settings, the folder list, the sample, exports.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contract } from "../../../shared/api/contract.ts";
import { defaultPreferences } from "../../../shared/api/preferences.ts";
import { addingSpan, newId, person, problemOf, projectWith, temporaryFolder } from "./workplace.ts";

test("calls that do not fit are refused with where they do not, and change nothing", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const dispatch = (name: string, input: unknown) => ana.core.dispatch(name, input, ana.id);
  for (const name of [
    "nonsense",
    "toString",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "a".repeat(10_000),
  ])
    expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { problem: "method-unknown" } });
  const inputs = [
    undefined,
    null,
    7,
    "text",
    [],
    [{}],
    { extra: 1 },
    { path: 7 },
    { path: "" },
    JSON.parse('{"__proto__": {"path": "/"}}'),
  ];
  for (const name of Object.keys(contract))
    for (const input of inputs) {
      if (contract[name as keyof typeof contract].input.safeParse(input).success) continue;
      expect(await dispatch(name, input)).toMatchObject({
        ok: false,
        error: { code: "invalidInput", problem: "input-invalid" },
      });
    }
  const { project, article } = await projectWith(ana, join(folder, "project"));
  const apply = (more: object) =>
    dispatch("annotations.apply", {
      project: project.handle,
      article,
      opId: newId(),
      revision: 0,
      change: {},
      ...more,
    });
  const at = (path: string) => ({ ok: false, error: { problem: "input-invalid", detail: { path } } });
  expect(await apply({ article: "../../etc" })).toMatchObject(at("article"));
  expect(await apply({ revision: -1 })).toMatchObject(at("revision"));
  expect(await apply({ revision: 0.5 })).toMatchObject(at("revision"));
  expect(await apply({ change: { spans: { added: [{}], updated: [], removed: [] } } })).toMatchObject(
    at("change.spans.added.0.id"),
  );
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const deep = addingSpan(project);
  expect(
    await apply({
      change: { spans: { added: [{ ...deep.spans?.added[0], cyclic }], updated: [], removed: [] } },
    }),
  ).toMatchObject({ ok: false, error: { problem: "limit-passed", detail: { why: "levels", limit: 64 } } });
  expect(await apply({})).toMatchObject({ ok: true, value: { revision: 1 } });
});

test("our own fault is answered with a number to find it by in the log", async () => {
  const folder = temporaryFolder();
  const choose = () => Promise.reject(new Error("The dialog broke."));
  const ana = await person(folder, null, { choose, host: "electron" });
  const { problem, detail } = await problemOf(ana.call("dialog.choose", { purpose: "open-project" }));
  expect(problem).toBe("internal");
  await ana.core.close();
  const log = readFileSync(join(folder, "log", "sayso.log"), "utf8");
  expect(JSON.parse(log)).toMatchObject({
    id: detail.id,
    what: "call dialog.choose",
    error: { message: "The dialog broke." },
  });
});

test("a host says what it can do, and does no more", async () => {
  const folder = temporaryFolder();
  const browser = await person(folder, null);
  expect(await browser.call("host.info", {})).toEqual({
    host: "browser",
    version: "0.0.0",
    nativeDialogs: false,
    modelsAllowedIn: "command",
  });
  expect(await problemOf(browser.call("dialog.choose", { purpose: "open-project" }))).toMatchObject({
    problem: "dialog-unsupported",
  });
  const choose = async (purpose: string, name?: string) => `/${purpose}/${name ?? ""}`;
  const desktop = await person(folder, null, { choose, host: "electron" });
  expect(await desktop.call("dialog.choose", { purpose: "save-export", suggestedName: "a" })).toEqual({
    path: "/save-export/a",
  });
  expect(await problemOf(desktop.call("files.list", { path: null }))).toMatchObject({
    problem: "folder-unreadable",
  });
  const address = "https://example.org/a";
  expect(await problemOf(browser.call("dialog.openPage", { address }))).toMatchObject({
    problem: "dialog-unsupported",
  });
  const asked: string[] = [];
  const openPage = async (one: string) => asked.push(one) > 1;
  const withBrowser = await person(folder, null, { openPage, host: "electron" });
  expect(await withBrowser.call("dialog.openPage", { address })).toEqual({ opened: false });
  expect(await withBrowser.call("dialog.openPage", { address: ` ${address} ` })).toEqual({ opened: true });
  await withBrowser.call("dialog.openPage", { address: "https://ana:word@example.org/a" });
  expect(asked).toEqual([address, address, address]);
  for (const none of ["file:///etc/passwd", "javascript:alert(1)", "example.org", "https://[", ""])
    expect(await problemOf(withBrowser.call("dialog.openPage", { address: none }))).toMatchObject({
      problem: "page-not-opened",
    });
  expect(asked).toHaveLength(3);
});

test("settings last, and a damaged file is set aside and told", async () => {
  const home = join(temporaryFolder(), "deep", "home");
  const ana = await person(home, "Ana");
  await ana.call("settings.set", { theme: "dark" });
  await ana.core.close();
  const again = await person(home, null);
  expect(await again.call("settings.get", {})).toEqual({
    ...defaultPreferences,
    annotatorName: "Ana",
    theme: "dark",
    language: "system",
    recentProjects: [],
  });
  await again.core.close();
  const device = readFileSync(join(home, "device.json"), "utf8");
  writeFileSync(join(home, "settings.json"), "{ half");
  const third = await person(home, null);
  expect(await third.call("settings.get", {})).toMatchObject({ annotatorName: null });
  await third.call("settings.set", { annotatorName: "Ana" });
  const aside = readdirSync(home).filter((name) => name.startsWith("settings.damaged-"));
  expect(aside.map((name) => readFileSync(join(home, name), "utf8"))).toEqual(["{ half"]);
  expect(readFileSync(join(home, "device.json"), "utf8")).toBe(device);
  const project = await third.call("project.create", { path: join(home, "project"), name: "P" });
  expect(project.warnings).toMatchObject([
    { problem: "storage-failed", detail: { code: "SETTINGS", aside: aside[0] } },
  ]);
});

test("the twelve projects opened last are remembered, newest first, and can be forgotten", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  for (let at = 0; at < 14; at += 1)
    await ana.call("project.create", { path: join(folder, `p${at}`), name: `P${at}` });
  await ana.call("project.open", { path: join(folder, "p5"), mode: "read" });
  const names = (await ana.call("settings.get", {})).recentProjects.map(({ name }) => name);
  expect(names).toEqual(["P5", "P13", "P12", "P11", "P10", "P9", "P8", "P7", "P6", "P4", "P3", "P2"]);
  const left = await ana.call("settings.forgetProject", { path: join(folder, "p5") });
  expect(left.recentProjects).toHaveLength(11);
});

test("a folder is listed as people look for things, without what is hidden", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, ".home"), "Ana");
  for (const name of ["Part 10", "part 2", "áé", ".git"]) mkdirSync(join(folder, name));
  await projectWith(ana, join(folder, "a project"));
  for (const name of ["b 10.txt", "b 9.txt"]) writeFileSync(join(folder, name), "");
  symlinkSync(join(folder, "part 2"), join(folder, "zlink"));
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
  const listing = await ana.call("files.list", { path: folder });
  expect(listing.entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    "project a project",
    "folder áé",
    "folder part 2",
    "folder Part 10",
    "folder zlink",
    "file b 9.txt",
    "file b 10.txt",
  ]);
  expect(listing).toMatchObject({ path: folder, truncated: false });
  expect((await ana.call("files.list", { path: null })).places[0]).toMatchObject({
    name: { key: "projects.place-home" },
  });
  expect((await ana.call("files.list", { path: "/" })).parent).toBe(null);
  const list = (path: string) => problemOf(ana.call("files.list", { path }));
  expect(await list(join(folder, "nowhere"))).toMatchObject({ problem: "folder-missing" });
  expect(await list(join(folder, "b 9.txt"))).toMatchObject({ problem: "folder-missing" });
});

test("a folder is made under a name that every system can hold", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const make = (name: string) => ana.call("files.makeFolder", { parent: folder, name });
  expect(await make("My project")).toEqual({ path: join(folder, "My project") });
  expect(await problemOf(make("My project"))).toMatchObject({
    problem: "folder-not-empty",
    detail: { why: "exists" },
  });
  for (const name of ["..", ".", "a/b", "a\\b", "CON", "nul.txt", "a:b", "a\0b", "end.", ".hidden", "a\nb"])
    expect({ name, ...(await problemOf(make(name))) }).toMatchObject({ name, problem: "input-invalid" });
  expect(readdirSync(folder).sort()).toEqual(["My project", "home"]);
});

test("the sample is made once, is sound, and keeps what was done to it", async () => {
  const folder = temporaryFolder();
  const ana = await person(folder);
  const sample = await ana.call("project.openSample", {});
  expect(sample).toMatchObject({ readOnly: null, warnings: [], annotator: { name: "Ana" } });
  expect(sample.articles).toHaveLength(12);
  for (const { id, spans, attributions } of sample.articles) {
    expect(Math.min(spans, attributions)).toBeGreaterThan(3);
    const opened = await ana.call("article.open", { project: sample.handle, article: id });
    expect(opened).toMatchObject({ warnings: [], readOnly: null, revision: 1 });
  }
  await ana.call("project.close", { project: sample.handle });
  const again = await ana.call("project.openSample", {});
  expect(again.project).toEqual(sample.project);
  expect(readdirSync(folder).filter((name) => name.startsWith(".sample"))).toEqual([]);
});

test("an export holds what only the journal holds, replaces nothing unasked, and nothing of the project", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, join(folder, "project"));
  await ana.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision: 0,
    change: addingSpan(project),
  });
  const path = join(folder, "out.json");
  const write = (more: object = {}) =>
    ana.call("export.write", {
      project: project.handle,
      format: "json",
      articles: null,
      annotators: null,
      path,
      overwrite: false,
      ...more,
    });
  const report = await write();
  const written = readFileSync(path);
  expect(report).toMatchObject({ paths: [path], bytes: written.length, articles: 1, sets: 1, losses: [] });
  expect(JSON.parse(written.toString()).articles[0].sets[0].spans).toHaveLength(1);
  expect(await problemOf(write())).toEqual({ problem: "export-exists", detail: { file: "out.json" } });
  expect((await write({ overwrite: true, annotators: [], articles: [article] })).sets).toBe(0);
  const refused = async (more: object) => (await problemOf(write({ overwrite: true, ...more }))).problem;
  expect(await refused({ format: "nonsense" })).toBe("format-unknown");
  expect(await refused({ articles: ["nothere"] })).toBe("article-missing");
  expect(await refused({ annotators: ["nobody"] })).toBe("annotator-missing");
  expect(await refused({ path: join(folder, "no", "out.json") })).toBe("folder-missing");
  expect(await refused({ path: folder })).toBe("file-is-folder");
  expect(await refused({ path: join(project.path, "project.json") })).toBe("export-exists");
  expect(await refused({ path: join(project.path, "articles", article, "text.txt") })).toBe("export-exists");
  symlinkSync(join(folder, "victim"), join(folder, "link.json"));
  expect(await refused({ path: join(folder, "link.json") })).toBe("link-refused");
  expect(existsSync(join(folder, "victim"))).toBe(false);
  const inside = await write({ path: join(project.path, "export.json") });
  expect(inside.articles).toBe(1);
});
