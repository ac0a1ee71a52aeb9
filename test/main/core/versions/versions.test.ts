// Versions: what is kept comes back exactly, as one step that can be taken back, whatever happens in the middle; what came
// since and what is not ours stays.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { restoreNotes } from "../../../../shared/api/reply-words.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { invertWork, type Step } from "../../../../shared/model/step.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { runs } from "../../../helpers/tier.ts";
import { type Work, workIn } from "../random-project.ts";
import {
  apply,
  bringIn,
  content,
  keep,
  note,
  place,
  reopened,
  reopenedAs,
  restore,
  seen,
  undo,
} from "../version-scene.ts";
import { addingSpan, newId, person, problemOf, spanBy } from "../workplace.ts";

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
      fc.array(work, { minLength: 12, maxLength: 20 }),
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
    { numRuns: runs(8) },
  );
  expect(changed).toBeGreaterThan(3);
});

test("an article is read as a version has it, with this person's set as it was, and as nothing where it is not in there", async () => {
  const here = await place();
  const { handle: project } = here.project;
  const [article = ""] = here.articles;
  await apply(here, article);
  const { id: version } = await keep(here, "Before");
  const then = (await here.ana.call("article.open", { project, article })).set;
  await apply(here, article);
  const read = await here.ana.call("versions.read", { project, version, article });
  expect(read).toMatchObject({ article: { id: article }, set: then, version: { name: "Before" } });
  expect(read.text).toBe((await here.ana.call("article.open", { project, article })).text);
  const later = await bringIn(here.ana, here.project, "later");
  expect(await problemOf(here.ana.call("versions.read", { project, version, article: later }))).toMatchObject(
    {
      problem: "version-lacks-article",
      detail: { name: "Before" },
    },
  );
  await here.ana.call("versions.forget", { project, version });
  expect(await problemOf(here.ana.call("versions.read", { project, version, article }))).toMatchObject({
    problem: "version-missing",
  });
});

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

test("an article that is gone comes back with those whom a colleague mentions in it", async () => {
  const here = await place(2);
  const [article = ""] = here.articles;
  await here.ana.call("project.close", { project: here.project.handle });
  const ben = await person(join(here.folder, "ben"), "Ben");
  const his = await ben.call("project.open", { path: here.project.path, mode: "write" });
  const harbour = { id: newId(), name: "Harbour", type: "person", naming: "named", aliases: [] } as const;
  const span = { ...spanBy(his.annotator?.id ?? ""), type: "speaker", entity: harbour.id };
  await ben.call("annotations.apply", {
    ...{ project: his.handle, article, opId: newId(), revision: 0 },
    change: { spans: added(span), entities: added(harbour) },
  });
  await ben.call("project.close", { project: his.handle });
  const again = await reopenedAs(here);
  const then = await seen(again);
  const version = await keep(again);
  const { ana, project } = again;
  await ana.call("article.putAway", { project: project.handle, article });
  await ana.call("trash.empty", { project: project.handle, items: [{ kind: "article", id: article }] });
  await ana.call("project.apply", {
    ...{ project: project.handle, opId: newId(), step: note("remove-entity"), parts: [] },
    entities: { added: [], updated: [], removed: [harbour] },
  });
  expect((await seen(again)).entities).toEqual([]);
  const { step } = await restore(again, version, { article });
  expect(content(await seen(again))).toEqual(content(then));
  expect(step?.entities?.added).toEqual([harbour]);
  const { findings } = await ana.call("project.examine", { path: project.path });
  expect(findings.filter(({ weight }) => weight === "error")).toEqual([]);
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
    await here.ana.call("trash.empty", {
      project: here.project.handle,
      items: [{ kind: "article", id: second }],
    });
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

test("article sets and tags that were different in a version stay, and the preview says so", async () => {
  const here = await place();
  const [article = ""] = here.articles;
  const { handle: project } = here.project;
  const version = await keep(here);
  const preview = () => here.ana.call("versions.preview", { project, version, article: null, whose: null });
  expect((await preview()).staying).toEqual([]);
  await here.ana.call("article.tag", {
    ...{ project, articles: [article], add: ["Harbour"], remove: [] },
    ...{ opId: newId(), step: note("tag-articles") },
  });
  expect((await preview()).staying).toEqual(["tags"]);
  await here.ana.call("articleSets.save", {
    ...{ project, opId: newId(), step: note("save-article-set") },
    ...{ save: [{ id: null, name: "Vote", filter: { tags: ["vote"] } }], remove: [] },
  });
  const told = await preview();
  expect(told.staying).toEqual(["article-sets", "tags"]);
  expect(restoreNotes(told, createWords({ language: "en", tag: "en-GB" }))).toEqual([
    "The article sets were different then; they stay as they are today.",
    "Tags of articles were different then; they stay as they are today.",
  ]);
  expect(
    (await here.ana.call("versions.preview", { project, version, article, whose: null })).staying,
  ).toEqual([]);
});
