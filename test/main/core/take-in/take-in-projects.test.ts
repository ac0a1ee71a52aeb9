// Taking in a colleague's project, and one's own work from another machine, which is merged.
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { added, removed, updated } from "../../../../shared/model/change.ts";
import { startDraft } from "../../../../shared/tagsets/tagset-draft.ts";
import { entityFields } from "../../../helpers/entity-fields.ts";
import { askedFor } from "../packages.ts";
import { newId, noteOf, person, problemOf, temporaryFolder, text } from "../workplace.ts";
import {
  copyOf,
  type Desk,
  desk,
  ines,
  outcomes,
  packageOf,
  preview,
  save,
  setsOf,
  spanBy,
  spansOf,
  takeIn,
} from "./desks.ts";

describe("a colleague's project", () => {
  test("is imported as a folder, and the older sets of others in it do not replace newer ones", async () => {
    const folder = temporaryFolder();
    const [ana, ben, cleo] = [
      await desk("ana", folder),
      await desk("ben", folder),
      await desk("cleo", folder),
    ];
    await save(cleo, { spans: added(spanBy(cleo)) });
    await takeIn(ben, await packageOf(cleo, "cleo-old.json"));
    await save(cleo, { spans: added(spanBy(cleo, 12)) });
    await takeIn(ana, await packageOf(cleo, "cleo-new.json"));
    await save(ben, { spans: added(spanBy(ben)) });
    const taken = await takeIn(ana, ben.project.path);
    const byName = Object.fromEntries(taken.rows.map(({ annotator, outcome }) => [annotator.name, outcome]));
    expect(byName).toEqual({ ben: "new", cleo: "older" });
    const packaged = await preview(ana, await packageOf(ben, "both.json"));
    expect(Object.fromEntries(packaged.rows.map((row) => [row.annotator.name, row.outcome]))).toEqual({
      ben: "same",
      cleo: "older",
    });
  });

  test("is not the one that is open", async () => {
    const ana = await desk("ana", temporaryFolder());
    const asked = askedFor(ana.project, ana.project.path);
    expect((await problemOf(ana.who.call("review.takeInPreview", asked))).problem).toBe("take-in-itself");
  });

  test("is merged into a colleague's set where they work in the folder that is open, and changes nothing a second time", async () => {
    const folder = temporaryFolder();
    const ana = await desk("ana", folder);
    const elsewhere = await copyOf(ana, "ben", "copy");
    await save(elsewhere, { spans: added(spanBy(elsewhere)) });
    await elsewhere.who.core.close();
    // A synchronised folder brought Ben's files and his entry.
    const from = join(elsewhere.project.path, "annotations");
    cpSync(from, join(ana.project.path, "annotations"), { recursive: true });
    expect((await setsOf(ana)).map(({ set }) => set.spans.length)).toEqual([1]);
    const again = await person(ana.at("home-copy"), "ben");
    const project = await again.call("project.open", { path: elsewhere.project.path, mode: "write" });
    const ben = { ...elsewhere, who: again, project };
    await save(ben, { spans: added(spanBy(ben, 15)) });
    const file = await packageOf(ben, "ben.json");
    expect(outcomes(await takeIn(ana, file))).toEqual(["newer"]);
    expect((await setsOf(ana)).map(({ set }) => set.spans.length)).toEqual([2]);
    expect(outcomes(await takeIn(ana, file))).toEqual(["same"]);
  });
});

describe("one's own work from another machine", () => {
  async function twoMachines() {
    const folder = temporaryFolder();
    const home = await desk("ana", folder);
    const first = spanBy(home);
    await save(home, { spans: added(first) });
    const away = await copyOf(home, "ana", "laptop");
    return { home, away, first };
  }

  test("is merged as one step, over what was imported before, and taken back after a restart", async () => {
    const { home, away, first } = await twoMachines();
    const [mine, theirs] = [spanBy(home, 5), spanBy(away, 10)];
    await save(home, { spans: added(mine) });
    await save(away, { spans: added(theirs) });
    const taken = await takeIn(home, await packageOf(away, "laptop.json"));
    expect(outcomes(taken)).toEqual(["own"]);
    expect(taken.rows[0]?.merge).toMatchObject({ added: 1, updated: 0, removed: 0, conflicts: [] });
    expect(await spansOf(home)).toEqual([first.id, mine.id, theirs.id].sort());

    // Removed elsewhere since: known by the base, and not taken for something that was added here.
    await save(away, { spans: removed(theirs) });
    const second = await takeIn(home, await packageOf(away, "laptop.json"));
    expect(second.rows[0]?.merge).toMatchObject({ added: 0, removed: 1 });
    expect(await spansOf(home)).toEqual([first.id, mine.id].sort());
    expect((await takeIn(home, await packageOf(away, "laptop.json"))).step).toBeNull();

    await home.who.core.close();
    const later = await person(home.at("home-ana"), "ana");
    const project = await later.call("project.open", { path: home.project.path, mode: "write" });
    const { steps } = await later.call("project.history", { project: project.handle });
    const last = steps.at(-1);
    expect([last?.command, last?.id]).toEqual(["take-in", second.step?.id]);
    await later.call("project.apply", {
      project: project.handle,
      opId: newId(),
      step: { command: "take-in", at: new Date().toISOString(), undoes: last?.id ?? "" },
      parts: [{ article: home.article, revision: null, change: { spans: added(theirs) } }],
    });
    expect(await spansOf({ ...home, who: later, project })).toEqual([first.id, mine.id, theirs.id].sort());
  });

  test("keeps ours in a conflict unless theirs was chosen, and asks once", async () => {
    const { home, away, first } = await twoMachines();
    await save(home, { spans: updated(first, { ...first, type: "speaker" }) });
    await save(away, { spans: updated(first, { ...first, type: "source" }) });
    const file = await packageOf(away, "laptop.json");
    const seen = await preview(home, file);
    const [conflict] = seen.rows[0]?.merge?.conflicts ?? [];
    expect(conflict).toMatchObject({
      kind: "spans",
      why: "both-changed",
      isDecidable: true,
      quote: first.segments[0]?.quote,
      fields: [{ name: "type", ours: "speaker", theirs: "source" }],
    });
    const taken = await takeIn(home, file, { decided: [{ key: conflict?.key ?? "", side: "theirs" }] });
    expect(taken.step?.parts[0]?.change.spans?.updated[0]?.to.type).toBe("source");
    expect(outcomes(await preview(home, file))).toEqual(["same"]);
  });

  test("is merged into an article that comes along", async () => {
    const { home, away } = await twoMachines();
    const added2 = await away.who.call("article.importText", {
      project: away.project.handle,
      name: "second.txt",
      text: `${text}More.\n`,
    });
    const second = { ...away, article: added2.article.id };
    await save(second, { spans: added(spanBy(second)) });
    const taken = await takeIn(home, await packageOf(away, "laptop.json"), { bring: true });
    expect(taken.rows.map(({ outcome, isBrought }) => [outcome, isBrought])).toContainEqual(["own", true]);
    expect(await spansOf({ ...home, article: second.article })).toHaveLength(1);
    expect(existsSync(join(home.project.path, "articles", second.article, "text.txt"))).toBe(true);
  });
});

test("an answer that the file has for an entity that is here and this project has not is told", async () => {
  const ana = await desk("ana", temporaryFolder());
  const { tagset, moves } = startDraft(ana.project.project.tagset);
  await ana.who.call("tagset.put", {
    ...{ project: ana.project.handle, opId: newId(), step: noteOf("put-tagset"), moves },
    tagset: { ...tagset, entityFields },
  });
  const entered = (value: string | number) => ({ value, provenance: spanBy(ana).provenance });
  const here = { ...ines, fields: { gender: entered("woman"), age: entered(40) } };
  await save(ana, {
    entities: added(here),
    spans: added(spanBy(ana, 0, { type: "speaker", entity: ines.id })),
  });
  const ben = await copyOf(ana, "ben", "copy");
  const there = {
    ...here,
    fields: { gender: entered("woman"), age: entered(41), party: entered("Harbour") },
  };
  await save(ben, { entities: updated(here, there), spans: added(spanBy(ben)) });
  const { otherFacts, otherFactsInAll } = await preview(ana, await packageOf(ben, "values.json"));
  expect(otherFactsInAll).toBe(0);
  expect(otherFacts).toMatchObject(
    [
      { field: "Age", value: "41" },
      { field: "Party", value: "Harbour" },
    ].map((values) => ({ where: "Ines Duarte", what: { key: "handover.other-values", values } })),
  );
  const back = await preview(ben, await packageOf(ana, "values-of-ana.json"));
  expect(back.otherFacts.map(({ what }) => what)).toMatchObject([{ values: { field: "Age", value: "40" } }]);
});

test("an article set that the file has otherwise or alone is told, and one that is the same is not", async () => {
  const ana = await desk("ana", temporaryFolder());
  const saveSets = async ({ who, project }: Desk, sets: readonly object[]) => {
    const asked = { project: project.handle, opId: newId(), step: noteOf("save-article-set") };
    return (await who.call("articleSets.save", { ...asked, save: sets, remove: [] } as never)).articleSets;
  };
  const [vote] = await saveSets(ana, [
    { id: null, name: "Vote", filter: { words: "the" } },
    { id: null, name: "Crossing", filter: { words: "bridge" } },
  ]);
  const ben = await copyOf(ana, "ben", "copy");
  await saveSets(ben, [
    { ...vote, filter: { words: "bridge" } },
    { id: null, name: "Bridges", filter: { words: "bridge" } },
  ]);
  const { otherFacts } = await preview(ana, await packageOf(ben, "sets.json"));
  expect(otherFacts.map(({ what }) => what)).toMatchObject([
    { key: "handover.other-filters", values: { name: "Vote" } },
    { key: "handover.other-sets", values: { name: "Bridges" } },
  ]);
});
