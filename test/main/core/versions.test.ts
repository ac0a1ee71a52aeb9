// Versions: what is kept comes back exactly, as one step that can be taken back, whatever happens in the middle; what came
// since and what is not ours stays.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CoreOptions } from "../../../main/core/core.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Restored, VersionRef } from "../../../shared/api/versions.ts";
import { added } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { invertWork, type Step } from "../../../shared/model/step.ts";
import { type FaultyDisk, faultyDisk } from "../storage/faulty-disk.ts";
import { type Work, workIn } from "./random-project.ts";
import {
  addingSpan,
  inMemory,
  newId,
  type Person,
  person,
  problemOf,
  spanBy,
  temporaryFolder,
  text,
} from "./workplace.ts";

/** A disk in memory where the system has one. */

interface Place {
  readonly folder: string;
  readonly ana: Person;
  readonly project: OpenProject;
  readonly articles: readonly Id[];
}

let seconds = 0;
const note = (command: string, more: Partial<Step> = {}) => {
  seconds += 1;
  return { command, at: new Date(Date.UTC(2026, 0, 3, 9, 0, seconds)).toISOString(), ...more };
};

async function place(
  count = 2,
  disk?: FaultyDisk,
  backupPauses?: CoreOptions["backupPauses"],
): Promise<Place> {
  const folder = temporaryFolder(inMemory);
  const options = { ...(backupPauses && { backupPauses }), ...(disk && { disk }) };
  const ana = await person(join(folder, "home"), "Ana", options);
  const project = await ana.call("project.create", { path: join(folder, "project"), name: "Bridges" });
  const articles: Id[] = [];
  for (let at = 0; at < count; at += 1) articles.push(await bringIn(ana, project, `${at}.txt`));
  return { folder, ana, project, articles };
}

async function bringIn(who: Person, { handle }: OpenProject, name: string): Promise<Id> {
  const report = await who.call("article.importText", { project: handle, name, text });
  return report.article.id;
}

/** All that somebody can see of a project: everybody's sets, the registry, the tagset, and the export byte for byte. */
async function seen({ ana, project, folder }: Place) {
  const path = join(folder, `${newId()}.json`);
  await ana.call("export.write", {
    project: project.handle,
    format: "json",
    articles: null,
    annotators: null,
    path,
    overwrite: false,
  });
  const exported = readFileSync(path, "utf8").replace(/"exportedAt": "[^"]*"/u, "");
  rmSync(path);
  const reader = await ana.call("project.open", { path: project.path, mode: "read" });
  const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);
  const sets = [];
  for (const { id } of reader.articles) {
    const { sets: all } = await ana.call("review.sets", { project: reader.handle, article: id });
    for (const { annotator, set } of all)
      if (set.spans.length + set.attributions.length > 0)
        sets.push({ article: id, annotator: annotator.name, set });
  }
  await ana.call("project.close", { project: reader.handle });
  return { exported, sets, entities: [...reader.entities].sort(byId), tagset: reader.project.tagset };
}

/** Without the export, in which a set that was begun since stands empty. */
const content = ({ exported: _exported, ...rest }: Awaited<ReturnType<typeof seen>>) => rest;

const keep = async ({ ana, project }: Place, name = "Before"): Promise<VersionRef> => ({
  kind: "kept",
  id: (await ana.call("versions.keep", { project: project.handle, name })).id ?? "",
});

interface Scope {
  readonly article?: Id;
  readonly whose?: "own" | "curation";
  readonly opId?: Id;
}

const restore = ({ ana, project }: Place, version: VersionRef, scope: Scope = {}): Promise<Restored> =>
  ana.call("versions.restore", {
    project: project.handle,
    version,
    article: scope.article ?? null,
    whose: scope.whose ?? null,
    opId: scope.opId ?? newId(),
    step: note("restore-version"),
  });

/** Takes a step back as the window does. */
async function undo({ ana, project }: Place, step: Step): Promise<void> {
  const { parts, ...rest } = invertWork(step);
  await ana.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: note(step.command, { undoes: step.id }),
    parts: parts.map((part) => ({ ...part, revision: null })),
    ...rest,
  });
}

/** A step of nothing, by which what was left unfinished is finished. */
const nothingMore = ({ project }: Place) => ({
  project: project.handle,
  opId: newId(),
  step: note("nothing"),
  parts: [],
});

const reopened = async (here: Place): Promise<Place> => {
  await here.ana.call("project.close", { project: here.project.handle });
  const project = await here.ana.call("project.open", { path: here.project.path, mode: "write" });
  return { ...here, project };
};

const apply = async ({ ana, project }: Place, article: Id, whose?: "curation"): Promise<void> => {
  const set = { article, ...(whose && { whose }) };
  const { revision } = await ana.call("article.open", { project: project.handle, ...set });
  const span = spanBy(project.annotator?.id ?? "", revision);
  const provenance = { ...span.provenance, origin: { by: "curated" as const, parents: [] } };
  await ana.call("annotations.apply", {
    project: project.handle,
    ...set,
    opId: newId(),
    revision,
    change: whose ? { spans: added({ ...span, provenance }) } : { spans: added(span) },
  });
};

const work: fc.Arbitrary<Work> = fc.record({
  article: fc.nat({ max: 1 }),
  command: fc.nat({ max: 200 }),
  numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12 }),
});

test("what was kept comes back exactly; taking that back gives what was there, byte for byte, also after a restart", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { minLength: 6, maxLength: 16 }),
      fc.array(work, { minLength: 4, maxLength: 14 }),
      fc.boolean(),
      async (before, after, restarts) => {
        let here = await place();
        const { articles } = here;
        for (const one of before) await workIn(here.ana, here.project, articles, one);
        for (const one of before.slice(0, 4)) await workIn(here.ana, here.project, articles, one, "curation");
        const then = await seen(here);
        const version = await keep(here);
        for (const one of after) await workIn(here.ana, here.project, articles, one);
        for (const one of after.slice(0, 3)) await workIn(here.ana, here.project, articles, one, "curation");
        const since = await seen(here);
        if (restarts) here = await reopened(here);
        const { step, rows } = await restore(here, version);
        expect(rows.filter(({ outcome }) => outcome !== "same" && outcome !== "changes")).toEqual([]);
        expect(content(await seen(here))).toEqual(content(then));
        if (!step) return;
        changed += 1;
        if (restarts) here = await reopened(here);
        expect(content(await seen(here))).toEqual(content(then));
        const { steps } = await here.ana.call("project.history", { project: here.project.handle });
        expect(steps.at(-1)).toEqual(step);
        await undo(here, step);
        expect(await seen(here)).toEqual(since);
        await here.ana.core.close();
      },
    ),
    { numRuns: 12 },
  );
  expect(changed).toBeGreaterThan(5);
}, 120_000);

describe("restoring a part of a project", () => {
  it("touches one article, or one of its two sets, and says what it would do before", async () => {
    const here = await place();
    const [first = "", second = ""] = here.articles;
    await apply(here, first);
    await apply(here, second);
    const version = await keep(here);
    const then = await seen(here);
    await apply(here, first);
    await apply(here, second);
    await apply(here, first, "curation");
    const since = await seen(here);
    expect(since.sets).toHaveLength(3);

    const preview = await here.ana.call("versions.preview", {
      project: here.project.handle,
      version,
      article: first,
      whose: "own",
    });
    expect(preview).toMatchObject({
      rows: [
        { article: first, whose: "own", outcome: "changes", counts: { added: 0, changed: 0, removed: 1 } },
      ],
      back: [],
      stay: [],
      tagset: "same",
      others: 0,
    });
    expect(await seen(here)).toEqual(since);
    const { step } = await restore(here, version, { article: first, whose: "own" });
    expect(step?.parts.map(({ article, whose }) => [article, whose])).toEqual([[first, undefined]]);
    const half = await seen(here);
    expect(half.sets).toHaveLength(3);
    await restore(here, version, { article: first });
    expect((await seen(here)).sets).toHaveLength(2);
    await restore(here, version);
    expect(content(await seen(here))).toEqual(content(then));
    expect((await restore(here, version)).step).toBeNull();
  });

  it("enters the entities again that a restored set mentions, and those they were merged into", async () => {
    const here = await place(1);
    const [article = ""] = here.articles;
    const person = { type: "person" as const, naming: "named" as const, aliases: [] };
    const mayor: Entity = { ...person, id: newId(), name: "Ines Duarte" };
    const she: Entity = { ...person, id: newId(), name: "She", mergedInto: mayor.id };
    const span = { ...spanBy(here.project.annotator?.id ?? ""), type: "speaker", entity: she.id };
    await here.ana.call("annotations.apply", {
      project: here.project.handle,
      article,
      opId: newId(),
      revision: 0,
      change: { spans: added(span), entities: added(mayor, she) },
    });
    const then = await seen(here);
    expect(then.entities).toHaveLength(2);
    const version = await keep(here);
    const { entities } = then;
    const { set, revision } = await here.ana.call("article.open", { project: here.project.handle, article });
    await here.ana.call("annotations.apply", {
      project: here.project.handle,
      article,
      opId: newId(),
      revision,
      change: {
        spans: { added: [], updated: [], removed: set.spans },
        attributions: { added: [], updated: [], removed: set.attributions },
        entities: { added: [], updated: [], removed: entities },
      },
    });
    expect((await seen(here)).entities).toEqual([]);
    await restore(here, version, { article });
    expect(await seen(here)).toEqual(then);
  });
});

describe("restoring a whole project", () => {
  it("takes articles back from the trash, or from the version where they are gone, and leaves those that came since", async () => {
    const here = await place(3);
    for (const article of here.articles) await apply(here, article);
    const then = await seen(here);
    const version = await keep(here);
    const [first = "", second = "", third = ""] = here.articles;
    await apply(here, first);
    await here.ana.call("article.putAway", { project: here.project.handle, article: first });
    await here.ana.call("article.putAway", { project: here.project.handle, article: second });
    rmSync(join(here.project.path, "trash", second), { recursive: true });
    await apply(here, third);
    const late = await bringIn(here.ana, here.project, "late.txt");
    await apply(here, late);

    const ask = { project: here.project.handle, version, article: null, whose: null };
    const preview = await here.ana.call("versions.preview", ask);
    expect(preview.back.map(({ from }) => from).sort()).toEqual(["trash", "version"]);
    expect(preview.stay).toEqual(["late"]);
    expect(
      preview.rows.map(({ article, outcome, counts }) => [article, outcome, counts.added, counts.removed]),
    ).toEqual(
      expect.arrayContaining([
        [third, "changes", 0, 1],
        [first, "comes-back", 0, 1],
        [second, "comes-back", 1, 0],
      ]),
    );
    const told = await restore(here, version);
    expect(told.back).toEqual(preview.back);
    const after = await seen(here);
    expect(after.sets.filter(({ article }) => article !== late)).toEqual(then.sets);
    expect(after.sets.filter(({ article }) => article === late)).toHaveLength(1);
    const later = await reopened(here);
    expect(later.project.articles).toHaveLength(4);

    const again = async (step: Step): Promise<Step> => {
      const { steps } = await later.ana.call("project.history", { project: later.project.handle });
      expect(steps.find(({ id }) => id === step.id)).toEqual(step);
      return step;
    };
    if (!told.step) throw new Error("It was no step.");
    await undo(later, await again(told.step));
    const before = await seen(later);
    expect(before.sets.map(({ article }) => article).sort()).toEqual([third, late].sort());
    expect(before.sets.find(({ article }) => article === third)?.set.spans).toHaveLength(2);
    const { items } = await later.ana.call("trash.list", { project: later.project.handle });
    expect(items.map(({ id }) => id).sort()).toEqual([first, second].sort());
    // Again, out of the trash, by its being taken back.
    const redone = invertWork(invertWork(told.step));
    const { parts, ...rest } = redone;
    await later.ana.call("project.apply", {
      project: later.project.handle,
      opId: newId(),
      step: note("restore-version", { redoes: told.step.id }),
      parts: parts.map((part) => ({ ...part, revision: null })),
      ...rest,
    });
    expect((await seen(later)).sets).toEqual(after.sets);
    expect((await later.ana.call("project.examine", { path: later.project.path })).findings).toEqual([]);
  });

  it("never changes what colleagues did, and says how many of their sets are otherwise", async () => {
    const here = await place(1);
    const [article = ""] = here.articles;
    await apply(here, article);
    await here.ana.call("project.close", { project: here.project.handle });
    const kim = await person(join(here.folder, "kim"), "Kim");
    const theirs = await kim.call("project.open", { path: here.project.path, mode: "write" });
    const asKim = { ...here, ana: kim, project: theirs };
    await apply(asKim, article);
    await kim.call("project.close", { project: theirs.handle });
    const back = await reopenedAs(here);
    const version = await keep(back);
    await kim.core.close();
    await back.ana.call("project.close", { project: back.project.handle });
    const again = await person(join(here.folder, "kim"), "Kim");
    const second = await again.call("project.open", { path: here.project.path, mode: "write" });
    await apply({ ...here, ana: again, project: second }, article);
    await again.call("project.close", { project: second.handle });
    const now = await reopenedAs(here);
    const before = await seen(now);
    const told = await restore(now, version);
    expect(told).toMatchObject({ others: 1, step: null });
    expect(await seen(now)).toEqual(before);
  });

  it("goes back to the tagset of then, unless an article that came since uses what only today's has", async () => {
    const here = await place(1);
    const [article = ""] = here.articles;
    await apply(here, article);
    const version = await keep(here);
    const from = here.project.project.tagset;
    const more = {
      ...from,
      spanTypes: [...from.spanTypes, { ...from.spanTypes[0], id: "rumour", name: "Rumour", key: "ü" }],
    };
    const put = async (tagset: typeof from) => {
      await here.ana.call("project.apply", {
        project: here.project.handle,
        opId: newId(),
        step: note("put-tagset"),
        parts: [],
        tagset: { from, to: tagset },
      });
    };
    await put(more as typeof from);
    const { step, tagset } = await restore(here, version);
    expect([tagset, (await seen(here)).tagset]).toEqual(["restored", from]);
    if (step) await undo(here, step);
    expect((await seen(here)).tagset).toEqual(more);

    const late = await bringIn(here.ana, here.project, "late.txt");
    const change = addingSpan(here.project);
    const [span] = change.spans?.added ?? [];
    await here.ana.call("annotations.apply", {
      project: here.project.handle,
      article: late,
      opId: newId(),
      revision: 0,
      change: { spans: { added: span ? [{ ...span, type: "rumour" }] : [], updated: [], removed: [] } },
    });
    await apply(here, article);
    const told = await restore(here, version);
    expect(told).toMatchObject({ tagset: "kept", stay: ["late"] });
    const after = await seen(here);
    expect(after.tagset).toEqual(more);
    expect(after.sets.find((set) => set.article === article)?.set.spans).toHaveLength(1);
  });
});

const isRestore = ({ command, undoes }: Step): boolean =>
  command === "restore-version" && undoes === undefined;

/** Ana and a colleague have annotated each article. */
async function withColleague(here: Place): Promise<Place> {
  for (const article of here.articles) await apply(here, article);
  await here.ana.call("project.close", { project: here.project.handle });
  const kim = await person(join(here.folder, "kim"), "Kim");
  const project = await kim.call("project.open", { path: here.project.path, mode: "write" });
  await apply({ ...here, ana: kim, project }, here.articles[2] ?? "");
  await kim.core.close();
  return reopenedAs(here);
}

/** Ana at her own machine again. */
async function reopenedAs(here: Place): Promise<Place> {
  const project = await here.ana.call("project.open", { path: here.project.path, mode: "write" });
  return { ...here, project };
}

describe("versions that are kept", () => {
  it("are listed with who, when and size, lie in the project, and are deleted on demand alone", async () => {
    const here = await place();
    await apply(here, here.articles[0] ?? "");
    const { id } = await keep(here, "Before the second round");
    await keep(here, "Later");
    const { versions, keptBytes } = await here.ana.call("versions.list", { project: here.project.handle });
    expect(versions).toMatchObject([
      { kind: "kept", name: "Later", by: "Ana", articles: 2, leftOut: 0, problem: null },
      { kind: "kept", id, name: "Before the second round", by: "Ana", articles: 2, problem: null },
    ]);
    const folder = join(here.project.path, "versions", id);
    const bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
    expect(versions[1]?.bytes).toBe(bytes);
    expect(keptBytes).toBe(versions.reduce((sum, one) => sum + one.bytes, 0));
    expect((await here.ana.call("project.examine", { path: here.project.path })).findings).toEqual([]);
    const copy = await here.ana.call("project.repairCopy", {
      path: here.project.path,
      out: join(here.folder, "copy"),
    });
    expect(readdirSync(join(copy.path, "versions")).sort()).toEqual(versions.map((one) => one.id).sort());
    await here.ana.call("versions.forget", { project: here.project.handle, version: id });
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(join(here.project.path, "versions"))).toHaveLength(1);
    expect(await problemOf(restore(here, { kind: "kept", id }))).toMatchObject({
      problem: "version-missing",
    });
  });

  it("are found out when they are damaged, by the examination and before anything is restored", async () => {
    const here = await place();
    const [article = ""] = here.articles;
    await apply(here, article);
    const version = await keep(here);
    await apply(here, article);
    const before = await seen(here);
    const folder = join(here.project.path, "versions", version.id);
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const whole = readFileSync(path);
      const damaged = Buffer.from(whole);
      damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      expect(await problemOf(restore(here, version)), name).toMatchObject({ problem: "version-damaged" });
      const { findings } = await here.ana.call("project.examine", { path: here.project.path });
      expect(findings.map(({ file }) => file)).toEqual([`versions/${version.id}`]);
      writeFileSync(path, whole);
    }
    expect(await seen(here)).toEqual(before);
    expect((await restore(here, version)).step?.parts).toHaveLength(1);
  });
});

describe("automatic copies", () => {
  it("are listed as moments with their sizes, and lead back as versions do", async () => {
    const here = await place(1, undefined, { first: 1_000_000, between: 1_000_000 });
    const [article = ""] = here.articles;
    await apply(here, article);
    const then = await seen(here);
    const later = await reopened(here);
    const { versions, automaticBytes, plan } = await here.ana.call("versions.list", {
      project: later.project.handle,
    });
    expect(versions).toMatchObject([{ kind: "automatic", name: "", by: "", articles: 1, problem: null }]);
    expect(automaticBytes).toBe(versions[0]?.bytes);
    expect(plan).toEqual({ latest: 10, hours: 24, days: 30 });
    await apply(later, article);
    const since = await seen(later);
    const late = await bringIn(here.ana, later.project, "late.txt");
    const version = { kind: "automatic" as const, id: versions[0]?.id ?? "" };
    const { step, stay } = await restore(later, version);
    expect(stay).toEqual(["late"]);
    const back = await seen(later);
    expect(back.sets).toEqual(then.sets);
    if (step) await undo(later, step);
    expect((await seen(later)).sets).toEqual(since.sets);
    expect(
      (await later.ana.call("article.open", { project: later.project.handle, article: late })).revision,
    ).toBe(0);
  });
});

/** The project as a machine that lost its power would find it, opened by a new process. */
async function afterCrash(here: Place): Promise<Place> {
  const copy = join(here.folder, newId());
  cpSync(here.project.path, copy, { recursive: true });
  rmSync(join(copy, ".lock"), { force: true });
  const ana = await person(join(here.folder, "home"), "Ana");
  const project = await ana.call("project.open", { path: copy, mode: "write" });
  return { ...here, ana, project };
}

describe("a disk that fails, and does so for ever, at any call", () => {
  it("while a version is kept leaves it there whole or not at all", async () => {
    const disk = faultyDisk();
    const here = await place(1, disk);
    for (const article of here.articles) await apply(here, article);
    await keep(here, "first");
    disk.disarm();
    await keep(here, "second");
    const calls = disk.calls().length;
    expect(calls).toBeGreaterThan(20);
    let failed = 0;
    for (const fault of ["EIO", "short"] as const)
      for (let at = 0; at < calls; at += 1) {
        disk.arm(at, fault, true);
        const went = await keep(here, "third").then(
          ({ id }) => id,
          () => null,
        );
        disk.disarm();
        const after = await afterCrash(here);
        const where = `${fault} from call ${at}`;
        const { versions } = await after.ana.call("versions.list", { project: after.project.handle });
        if (went)
          expect(
            versions.map(({ id }) => id),
            where,
          ).toContain(went);
        else failed += 1;
        expect(
          versions.filter(({ problem }) => problem !== null),
          where,
        ).toEqual([]);
        const { findings } = await after.ana.call("project.examine", { path: after.project.path });
        expect(findings, where).toEqual([]);
        await after.ana.core.close();
        rmSync(after.project.path, { recursive: true });
        for (const { id, name } of versions)
          if (name === "third")
            await here.ana.call("versions.forget", { project: here.project.handle, version: id });
      }
    expect(failed).toBeGreaterThan(calls / 2);
  }, 120_000);

  it("while a version is restored changes all or nothing, and the next try ends it", async () => {
    const disk = faultyDisk();
    const here = await place(2, disk);
    for (const article of here.articles) await apply(here, article);
    const version = await keep(here);
    const then = await seen(here);
    for (const article of here.articles) await apply(here, article);
    disk.disarm();
    await restore(here, version);
    const calls = disk.calls().length;
    let interrupted = 0;
    for (let at = 0; at < calls; at += 1) {
      for (const article of here.articles) await apply(here, article);
      const since = await seen(here);
      const opId = newId();
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await restore(here, version, { opId }).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const after = await afterCrash(here);
      const found = await seen(after);
      const isThere = JSON.stringify(found.sets) === JSON.stringify(then.sets);
      if (!isThere) expect(found.sets, `at call ${at}`).toEqual(since.sets);
      if (went) expect(isThere, `at call ${at}`).toBe(true);
      if (!went && isThere) interrupted += 1;
      await after.ana.core.close();
      rmSync(after.project.path, { recursive: true });
      await restore(here, version);
      expect(await seen(here), `at call ${at}`).toEqual(then);
    }
    expect(interrupted).toBeGreaterThan(0);
  }, 120_000);

  it("while a version that takes articles back is undone leaves all as it was after it, or before it", async () => {
    const disk = faultyDisk();
    const here = await place(2, disk);
    const [first = "", second = ""] = here.articles;
    for (const article of here.articles) await apply(here, article);
    const version = await keep(here);
    await apply(here, second);
    await here.ana.call("article.putAway", { project: here.project.handle, article: first });
    const before = content(await seen(here));
    const { step } = await restore(here, version);
    if (!step) throw new Error("It was no step.");
    const after = content(await seen(here));
    expect(after.sets).toHaveLength(2);
    disk.disarm();
    await undo(here, step);
    const calls = disk.calls().length;
    expect(calls).toBeGreaterThan(15);
    expect(content(await seen(here))).toEqual(before);
    let interrupted = 0;
    for (let at = 0; at < calls; at += 1) {
      const last = (await restore(here, version)).step;
      if (!last) throw new Error(`It was no step at call ${at}.`);
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await undo(here, last).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const crashed = await afterCrash(here);
      const found = content(await seen(crashed));
      const isBack = JSON.stringify(found) === JSON.stringify(before);
      if (!isBack) expect(found, `at call ${at}`).toEqual(after);
      if (went) expect(isBack, `at call ${at}`).toBe(true);
      if (!went && isBack) interrupted += 1;
      const { findings } = await crashed.ana.call("project.examine", { path: crashed.project.path });
      expect(findings, `at call ${at}`).toEqual([]);
      await crashed.ana.core.close();
      rmSync(crashed.project.path, { recursive: true });
      // The same window goes on: what was decided is finished, what was not is done now.
      await here.ana.call("project.apply", nothingMore(here));
      if (JSON.stringify(content(await seen(here))) !== JSON.stringify(before)) await undo(here, last);
      expect(content(await seen(here)), `going on after call ${at}`).toEqual(before);
    }
    expect(interrupted).toBeGreaterThan(3);
  }, 120_000);

  it("while a version brings articles back, from the trash and from itself, changes all or nothing, with its step in the history", async () => {
    const disk = faultyDisk();
    const here = await withColleague(await place(3, disk));
    const [first = "", second = "", third = ""] = here.articles;
    await apply(here, first, "curation");
    const version = await keep(here);
    await apply(here, first);
    const { handle } = here.project;
    await here.ana.call("article.putAway", { project: handle, article: second });
    await here.ana.call("article.putAway", { project: handle, article: third });
    const deleted = { project: handle, items: [{ kind: "article" as const, id: third }] };
    await here.ana.call("trash.empty", deleted);
    const whole = async (at: Place) => {
      const project = await at.ana.call("project.open", { path: at.project.path, mode: "read" });
      const { items } = await at.ana.call("trash.list", { project: project.handle });
      const { steps } = await at.ana.call("project.history", { project: at.project.handle });
      return {
        ...content(await seen(at)),
        articles: project.articles.map(({ id }) => id),
        trash: items.map(({ id }) => id),
        restored: steps.filter(isRestore).length,
      };
    };
    const before = await whole(here);
    expect(before).toMatchObject({ articles: [first], trash: [second], restored: 0 });
    const { step } = await restore(here, version);
    const after = await whole(here);
    expect(after).toMatchObject({ articles: here.articles, trash: [], restored: 1 });
    expect(after.sets).toHaveLength(5);
    let restored = 1;
    const goBack = async (done: Step | null) => {
      if (done) await undo(here, done);
      await here.ana.call("trash.empty", deleted);
    };
    await goBack(step);
    disk.disarm();
    await goBack((await restore(here, version)).step);
    restored += 1;
    const calls = disk.made().flatMap(({ writes }, at) => (writes ? [at] : []));
    let finished = 0;
    for (const at of calls) {
      disk.arm(at, at % 2 === 0 ? "EIO" : "ENOSPC", true);
      const went = await restore(here, version).then(
        () => true,
        () => false,
      );
      disk.disarm();
      const crashed = await afterCrash(here);
      const found = await whole(crashed);
      const isDone = found.restored > restored;
      expect(found, `at call ${at}`).toEqual({ ...(isDone ? after : before), restored: found.restored });
      if (went) expect(isDone, `at call ${at}`).toBe(true);
      if (!went && isDone) finished += 1;
      const { findings } = await crashed.ana.call("project.examine", { path: crashed.project.path });
      expect(findings, `at call ${at}`).toEqual([]);
      await crashed.ana.core.close();
      rmSync(crashed.project.path, { recursive: true });
      // The same window goes on: what was decided is finished, what was not is done now.
      await restore(here, version);
      expect({ ...(await whole(here)), restored: 1 }, `going on after call ${at}`).toEqual(after);
      const { steps } = await here.ana.call("project.history", { project: handle });
      restored = steps.filter(isRestore).length;
      await goBack(steps.findLast(isRestore) ?? null);
    }
    expect(finished).toBeGreaterThan(10);
  }, 240_000);

  it("while one is deleted leaves it whole or not there", async () => {
    const disk = faultyDisk();
    const here = await place(1, disk);
    for (let at = 0; at < 9; at += 1) {
      const { id } = await keep(here);
      disk.arm(at, "EIO", true);
      await here.ana
        .call("versions.forget", { project: here.project.handle, version: id })
        .catch(() => undefined);
      disk.disarm();
      const after = await afterCrash(here);
      const { versions } = await after.ana.call("versions.list", { project: after.project.handle });
      expect(versions.filter(({ problem }) => problem !== null)).toEqual([]);
      expect((await after.ana.call("project.examine", { path: after.project.path })).findings).toEqual([]);
      await after.ana.core.close();
    }
  });
});
