// Every kind of file of a project, found with the marks of a version control program, torn, empty, gone or as it was before, while the
// project is closed and while it is open: what happens is what the table says, and nothing of anybody is ever lost.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { tearings } from "../../../helpers/damages.ts";
import { filesBelow } from "../../../helpers/golden-projects.ts";
import { knowAs } from "../../../helpers/known-project.ts";
import { ofEachKind, tier } from "../../../helpers/tier.ts";
import { addEntity, type FullScene, fullScene, packageFrom, tag } from "../full-scene.ts";
import {
  events,
  type FileEvent,
  type FileKind,
  kinds,
  type Outcome,
  tableInWords,
} from "../outside-table.ts";
import { takeIn } from "../packages.ts";
import { inMemory, type Person, person, temporaryFolder } from "../workplace.ts";

const place = mkdtempSync(join(inMemory, "sayso-test-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let scene: FullScene;
/** The project that is copied for each row, made once. */
async function ready(): Promise<void> {
  scene ??= await fullScene(place);
}

/** Between the marks of git whatever differs; with three sides also what both come from. */
function marked(ours: string, theirs: string, base: string | null): string {
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - from && a.at(-1 - behind) === b.at(-1 - behind)) behind += 1;
  const middle = (lines: readonly string[]) => lines.slice(from, lines.length - behind);
  const original = base === null ? [] : ["||||||| base", ...middle(base.split("\n"))];
  const between = ["<<<<<<< HEAD", ...middle(a), ...original, "=======", ...middle(b), ">>>>>>> other"];
  return [...a.slice(0, from), ...between, ...a.slice(a.length - behind)].join("\n");
}

/** What the other side has: what stood there before, else the same with other words in it. */
function otherSide(text: string, before: string | null): string {
  if (before !== null && before !== text) return before;
  return text
    .replace(/"(title|name|note|by|at|exportedAt|takenAt)": "/, '"$1": "Other ')
    .replace("Mayor", "Major");
}

type Tearing = keyof typeof tearings;

/** The bytes that the event leaves; `null`: it is gone, `undefined`: there is no such event of this file. */
function bytesAfter(
  event: FileEvent,
  now: Buffer,
  { before, tearing }: { readonly before: Buffer | null; readonly tearing: Tearing },
): Buffer | null | undefined {
  const text = now.toString("utf8");
  const theirs = otherSide(text, before?.toString("utf8") ?? null);
  if (event === "two sides") return Buffer.from(marked(text, theirs, null));
  if (event === "three sides") return Buffer.from(marked(text, theirs, before?.toString("utf8") ?? text));
  if (event === "torn") return tearings[tearing](now);
  if (event === "empty") return Buffer.alloc(0);
  if (event === "deleted") return null;
  return before && !before.equals(now) ? before : undefined;
}

/** A journal is named after its machine, too. */
function fileOf(root: string, wanted: string): string {
  const [, folder = "", name = ""] = /^(.*)\/([^/]*)$/.exec(wanted) ?? [];
  const [, annotator, ending = ""] = /^([a-z2-7]+)\.(journal.*)$/.exec(name) ?? [];
  if (annotator === undefined) return wanted;
  const found = readdirSync(join(root, folder)).find(
    (one) => one.startsWith(`${annotator}.`) && one.endsWith(`.${ending}`),
  );
  if (found === undefined) throw new Error(`There is no ${wanted}`);
  return `${folder}/${found}`;
}

const bytesOf = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null);

interface Copy {
  readonly root: string;
  readonly file: string;
  readonly harmed: Buffer | null;
  harm(): void;
  who(): Promise<Person>;
  /** Whether the bytes that the event left are still there, at their place or aside. */
  isKept(): boolean;
}

function copyFor(wanted: string, event: FileEvent, tearing: Tearing): Copy | null {
  const folder = temporaryFolder(inMemory);
  const root = join(folder, "project");
  cpSync(join(scene.folder, "home"), join(folder, "home"), { recursive: true });
  cpSync(join(scene.folder, "project"), root, { recursive: true });
  knowAs(join(folder, "home"), root);
  // By its place a project is known whose own file cannot say which it is.
  const [shelf = ""] = readdirSync(join(folder, "home", "backups"));
  const about = join(folder, "home", "backups", shelf, "about.json");
  writeFileSync(about, readFileSync(about, "utf8").replace(join(scene.folder, "project"), root));
  const file = fileOf(root, wanted);
  const path = join(root, file);
  const before = bytesOf(join(scene.folder, "older", file));
  const harmed = bytesAfter(event, readFileSync(path), { before, tearing });
  if (harmed === undefined) return null;
  const aside = join(root, ".quarantine");
  return {
    root,
    file,
    harmed,
    harm: () => (harmed === null ? rmSync(path) : writeFileSync(path, harmed)),
    who: () => person(join(folder, "home"), "Ana"),
    isKept: () =>
      harmed === null ||
      bytesOf(path)?.equals(harmed) === true ||
      (existsSync(aside) &&
        readdirSync(aside).some((name) => readFileSync(join(aside, name)).equals(harmed))),
  };
}

const look = async (who: Person, { handle: project }: OpenProject): Promise<string[]> => {
  for (let times = 0; times < 3; times += 1) await who.call("project.look", { project });
  return who.events.flatMap((event) => (event.type === "outside" ? event.news.map(({ what }) => what) : []));
};

const spansIn = async (who: Person, { handle: project }: OpenProject, article: string): Promise<number> =>
  (await who.call("article.open", { project, article })).set.spans.length;

const findingsOf = async (who: Person, path: string): Promise<readonly string[]> =>
  (await who.call("project.examine", { path })).findings.map(({ weight, file }) => `${weight} ${file}`);

/** Opens the project, pressing whatever is offered. `pressed`: what was. */
async function openPressing(who: Person, path: string): Promise<{ project: OpenProject; pressed: string[] }> {
  const pressed: string[] = [];
  let project: OpenProject;
  try {
    project = await who.call("project.open", { path, mode: "write" });
  } catch (error) {
    if (!(error instanceof ApiError) || error.detail.copiedAt === undefined) throw error;
    pressed.push("project");
    project = await who.call("project.recover", { path });
  }
  if (project.readOnly?.why === "damaged") {
    expect(project.readOnly.detail.copiedAt).toEqual(expect.any(String));
    pressed.push("project");
    await who.call("project.close", { project: project.handle });
    project = await who.call("project.recover", { path });
  }
  for (const article of [scene.plain, scene.revised])
    pressed.push(...(await openArticle(who, project, article)));
  return { project, pressed };
}

async function openArticle(
  who: Person,
  { handle: project }: OpenProject,
  article: string,
): Promise<string[]> {
  try {
    const { readOnly } = await who.call("article.open", { project, article });
    if (readOnly?.why !== "damaged") return [];
    expect(readOnly.detail.recoverable).toBe(true);
    await who.call("article.recover", { project, article });
    return ["set"];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.detail.copiedAt).toEqual(expect.any(String));
    await who.call("article.recoverFiles", { project, article });
    return ["article"];
  }
}

/** All that anybody has in the project is there, and goes on. */
async function expectWhole(who: Person, project: OpenProject, outcome: Outcome): Promise<void> {
  const { handle } = project;
  await tag(who, project, scene.plain, 12);
  await addEntity(who, project, "Later");
  expect(await spansIn(who, project, scene.plain)).toBeGreaterThanOrEqual(4);
  expect(await spansIn(who, project, scene.revised)).toBeGreaterThanOrEqual(2);
  const { entities, project: own } = await who.call("project.open", { path: project.path, mode: "write" });
  const names = entities.map(({ name }) => name);
  for (const name of outcome === "taken" ? ["Ines", "Later"] : ["Ines", "Bo", "Later"])
    expect(names).toContain(name);
  expect(own.annotators.map(({ name }) => name)).toEqual(expect.arrayContaining(["Ana", "Ben"]));
  await takeIn(who, project, packageFrom(scene.folder, "Ben"));
  await takeIn(who, project, packageFrom(scene.folder, "Ana"));
  const { sets } = await who.call("review.sets", { project: handle, article: scene.plain });
  expect(sets.map(({ annotator }) => annotator.name)).toEqual(expect.arrayContaining(["Ana", "Ben"]));
  await takeAllBack(who, project);
}

async function takeAllBack(who: Person, project: OpenProject): Promise<void> {
  const { handle } = project;
  const { items } = await who.call("trash.list", { project: handle });
  expect(items.map(({ kind }) => kind).sort()).toEqual(["annotator", "article"]);
  for (const { kind, id } of items)
    if (kind !== "entity")
      await who.call("trash.takeBack", { project: handle, kind, id }).catch(async (error: unknown) => {
        expect(error).toBeInstanceOf(ApiError);
        expect((error as ApiError).detail.copiedAt).toEqual(expect.any(String));
        await who.call("article.recoverFiles", { project: handle, article: id });
      });
  expect(await spansIn(who, project, scene.putAway)).toBe(1);
  const { sets } = await who.call("review.sets", { project: handle, article: scene.plain });
  expect(sets.map(({ annotator }) => annotator.id)).toContain(scene.gone);
  await look(who, project);
}

/** Another process, later, finds all of it as it was left, and nothing to say of it that was not told before. */
async function expectLasting({ who }: Copy, before: Person, path: string): Promise<void> {
  await before.core.close();
  const later = await who();
  const project = await later.call("project.open", { path, mode: "write" });
  expect(project.readOnly).toBeNull();
  expect(project.warnings.map(({ problem }) => problem)).toEqual([]);
  expect(await spansIn(later, project, scene.plain)).toBeGreaterThanOrEqual(4);
  expect(await spansIn(later, project, scene.revised)).toBeGreaterThanOrEqual(2);
}

/** What the examination does not tell: nothing is lost by it. */
function isUntold({ name }: FileKind, event: FileEvent, outcome: Outcome): boolean {
  // An older state is as whole as the present one; only of journals it is known how far they went.
  if (event === "older") return !name.startsWith("`history");
  if (event === "deleted") return name.startsWith("`reviews");
  return event.endsWith("sides") && ["rebuilt", "named"].includes(outcome);
}

/** Files in which a changed letter is as good as one that a person has changed: they have no hash, or are merged whatever it says. */
const mayBeEdited = {
  closed:
    /\/?(?:project|entities|article|revision|about|history|taken)\.json`|the same of a corrected article/u,
  open: /\.json`|the same of a corrected (?:article|text)|the snapshot|a colleague/u,
};

/** The events of a row with what is done about each; in the short tiers one event for each outcome, another one from row to row. */
function eventsIn(
  kind: FileKind,
  when: "closed" | "open",
  shift: number,
): (readonly [event: FileEvent, outcome: Outcome, tearing: Tearing])[] {
  const row = kind[when];
  const cells = events.flatMap((event, at) => (row[at] ? [[event, row[at]] as const] : []));
  const from = shift % cells.length;
  const chosen = ofEachKind(
    [...cells.slice(from), ...cells.slice(0, from)],
    ([, outcome]) => outcome,
    () => false,
  );
  const all = (Object.keys(tearings) as Tearing[]).filter(
    (one) => one !== "hit in the middle" || !mayBeEdited[when].test(kind.name),
  );
  return chosen.flatMap(([event, outcome], at) =>
    // A file can be torn in many ways; in the short tiers by another one from row to row.
    (event === "torn" && tier === "all" ? all : [all[(shift + at) % all.length] ?? "overwritten"]).map(
      (tearing) => [event, outcome, tearing] as const,
    ),
  );
}

describe.each(kinds.map((kind, at) => [kind.name, kind, at] as const))("%s", (_name, kind, row) => {
  test.each(eventsIn(kind, "closed", row))(
    "%s while the project is closed: %s (%s)",
    async (event, outcome, tearing) => {
      await ready();
      const copy = copyFor(kind.file(scene), event, tearing);
      if (!copy) throw new Error("There is nothing to try.");
      const { root } = copy;
      copy.harm();
      const before = filesBelow(root);
      const reader = await copy.who();
      const said = await reader.call("project.open", { path: root, mode: "read" }).then(
        ({ warnings }) => warnings.map(({ problem }) => problem),
        (error: ApiError) => [error.problem],
      );
      const findings = await findingsOf(reader, root).catch((error: ApiError) => [error.problem]);
      expect(filesBelow(root)).toEqual(before);
      await reader.core.close();

      const ana = await copy.who();
      const { project, pressed } = await openPressing(ana, root);
      await look(ana, project);
      if (outcome === "joined") expect(said).toContain("file-in-conflict");
      else if (outcome !== "recover" || kind.name.startsWith("`trash")) expect(said).toEqual([]);
      if (outcome === "recover" && !kind.name.startsWith("`trash")) expect(pressed).toHaveLength(1);
      else expect(pressed).toEqual([]);
      if (isUntold(kind, event, outcome)) expect(findings).toEqual([]);
      else if (outcome !== "lost") expect(findings).not.toEqual([]);
      await expectWhole(ana, project, outcome);
      if (!["rebuilt", "named", "taken", "beside"].includes(outcome)) expect(copy.isKept()).toBe(true);
      await expectLasting(copy, ana, root);
    },
  );

  test.each(eventsIn(kind, "open", row + 2))(
    "%s while the project is open: %s (%s)",
    async (event, outcome, tearing) => {
      await ready();
      const copy = copyFor(kind.file(scene), event, tearing);
      if (!copy) throw new Error("There is nothing to try.");
      const { root } = copy;
      const ana = await copy.who();
      const { project } = await openPressing(ana, root);
      expect(await look(ana, project)).toEqual([]);
      copy.harm();
      const news = await look(ana, project);
      const isTold = {
        joined: /joined/,
        again: /restored/,
        restore: /text-changed/,
        lost: /colleagues-lost/,
        taken: /registry/,
      };
      if (outcome in isTold) expect(news.join()).toMatch(isTold[outcome as keyof typeof isTold]);
      else if (outcome !== "merged") expect(news).toEqual([]);
      if (outcome === "restore")
        await ana.call("article.restoreText", {
          project: project.handle,
          article: kind.file(scene).includes(scene.plain) ? scene.plain : scene.revised,
        });
      await expectWhole(ana, project, outcome);
      if (["joined", "again", "restore", "lost", "examined"].includes(outcome))
        expect(copy.isKept()).toBe(true);
      await expectLasting(copy, ana, root);
    },
  );
});

test("the documentation has the table as it is tried here", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../../../docs/reliability.md"), "utf8");
  expect(docs).toContain(tableInWords());
});
