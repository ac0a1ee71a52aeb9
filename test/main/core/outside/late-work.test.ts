// What goes on on the text of before at another machine that does not know yet that it was corrected: it comes over to the corrected
// text, once, is merged by id with what was done there, and can be taken back. The files of the text of before are never written again.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { added, removed, updated } from "../../../../shared/model/change.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { broken, open, quotes } from "../revised.ts";
import {
  correct,
  look,
  type Machines,
  markAt,
  opened,
  outsideSteps,
  reopened,
  type Seat,
  saveAt,
  setBy,
  setOf,
  sync,
  syncRevision,
  syncSets,
  twoMachines,
  undoLate,
} from "../two-machines.ts";
import { newId, noteOf, person, text } from "../workplace.ts";

/** Every file of the sets of the text of before, byte for byte. */
function filesBefore({ path, article }: Seat): Record<string, string> {
  const folder = join(path, "annotations", article);
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(folder, name), "hex")]));
}

/** The text is corrected at the desk, and what the laptop has done to the text of before comes there. */
async function correctedAtDesk({ desk, laptop }: Machines): Promise<string> {
  const { step } = await correct(desk);
  await look(desk);
  await syncSets(laptop, desk);
  return step.revised?.revision ?? "";
}

describe("what one did oneself at another machine", () => {
  test("comes over to the corrected text as one step, is told, and comes once", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    await markAt(laptop, "in May", "source");
    await correctedAtDesk(machines);
    const before = filesBefore(desk);
    expect(await look(desk)).toMatchObject([
      { what: "set-carried", article: desk.article, added: 1, updated: 0, removed: 0, waiting: 0 },
    ]);
    const { set, ...rest } = await open(desk.who, desk.project, desk.article);
    expect(quotes(set)).toEqual(["Mayor Ines Duarte", "said", "in May"]);
    expect(broken({ set, ...rest }, desk.project)).toEqual([]);
    expect((await outsideSteps(desk)).map(({ parts }) => parts.length)).toEqual([1]);
    expect(filesBefore(desk)).toEqual(before);
    expect(await look(desk)).toEqual([]);
    const again = await reopened(desk);
    expect(await setOf(again)).toEqual(set);
  });

  test("does not come back once a person has taken it back, and what is done there next does", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    await markAt(laptop, "in May", "source");
    await correctedAtDesk(machines);
    await look(desk);
    await undoLate(desk);
    const again = await reopened(desk);
    expect(quotes(await setOf(again))).toEqual(["Mayor Ines Duarte", "said"]);
    await markAt(laptop, "would", "cue");
    await syncSets(laptop, again);
    expect(await look(again)).toMatchObject([{ what: "set-carried", added: 1 }]);
    expect(quotes(await setOf(again))).toEqual(["Mayor Ines Duarte", "said", "would"]);
  });

  test("is merged by id: what only one side changed is taken, and what both did is listed", async () => {
    const machines = await twoMachines();
    const { desk, laptop, speaker, said } = machines;
    await saveAt(laptop, { spans: updated(speaker, { ...speaker, type: "source" }) });
    await saveAt(laptop, { spans: removed(said) });
    const both = await markAt(desk, "in May", "source");
    await syncSets(desk, laptop);
    await look(laptop);
    await saveAt(laptop, { spans: updated(both, { ...both, type: "cue" }) });
    await correct(desk);
    const there = (await setOf(desk)).spans.find(({ id }) => id === both.id);
    if (!there) throw new Error("It went.");
    await saveAt(desk, { spans: updated(there, { ...there, type: "claim" }) });
    await syncSets(laptop, desk);
    expect(await look(desk)).toMatchObject([
      { what: "set-carried", added: 0, updated: 1, removed: 1, conflicts: [{ why: "both-changed" }] },
    ]);
    const { spans } = await setOf(desk);
    expect(spans.map(({ type, segments: [first] }) => `${first?.quote}: ${type}`)).toEqual([
      "Mayor Ines Duarte: source",
      "in May: claim",
    ]);
    const { conflicts } = await desk.who.call("conflicts.list", { project: desk.project.handle });
    expect(conflicts).toMatchObject([{ stands: "ours", isDecidable: true }]);
  });

  test("waits with its words where they are gone, and stays where a person has put it since", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    const gone = await markAt(laptop, "“It is safe,”", "claim");
    await correctedAtDesk(machines);
    expect(await look(desk)).toMatchObject([{ what: "set-carried", added: 1, waiting: 1 }]);
    const { orphans = [] } = await setOf(desk);
    expect(orphans.map(({ id, was }) => [id, was.record])).toEqual([[gone.id, gone]]);
    const [orphan] = orphans;
    if (!orphan) throw new Error("Nothing waits.");
    const place = (await setOf(desk)).spans[0];
    const back = { ...gone, segments: place?.segments ?? [], type: "source" };
    await saveAt(desk, { spans: added(back), orphans: removed(orphan) });
    await saveAt(laptop, { spans: updated(gone, { ...gone, confidence: "low" } as typeof gone) });
    await syncSets(laptop, desk);
    await look(desk);
    const after = await setOf(desk);
    expect(after.orphans ?? []).toEqual([]);
    expect(after.spans.find(({ id }) => id === gone.id)).toEqual({ ...back, confidence: "low" });
  });

  test("comes over at the machine where it was done as soon as the correction comes there, and then both have the same", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    await markAt(laptop, "in May", "source");
    const revision = await correctedAtDesk(machines);
    syncRevision(desk, laptop, revision);
    expect((await look(laptop)).map(({ what }) => what)).toEqual(["article-revised", "set-carried"]);
    await look(desk);
    expect(await setOf(laptop)).toEqual(await setOf(desk));
    // Each hears of what the other took in, and nothing of it is done twice.
    await syncSets(laptop, desk, revision);
    await syncSets(desk, laptop, revision);
    await look(desk);
    await look(laptop);
    expect(await setOf(laptop)).toEqual(await setOf(desk));
    expect(quotes(await setOf(desk))).toEqual(["Mayor Ines Duarte", "said", "in May"]);
  });

  test("goes on there on the text of before as long as not all of the correction has come", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    const revision = await correctedAtDesk(machines);
    const [record, sets] = [join("articles", desk.article), join("annotations", desk.article, revision)];
    sync(desk, laptop, join(record, "article.json"));
    for (let times = 0; times < 2; times += 1) await look(laptop);
    await markAt(laptop, "in May", "source");
    sync(desk, laptop, join(record, "revisions"));
    for (let times = 0; times < 2; times += 1) await look(laptop);
    expect((await open(laptop.who, laptop.project, laptop.article)).text).toBe(text);
    sync(desk, laptop, sets);
    expect((await look(laptop)).map(({ what }) => what)).toEqual(["article-revised", "set-carried"]);
    expect(quotes(await setOf(laptop))).toEqual(["Mayor Ines Duarte", "said", "in May"]);
  });

  test("comes over when the correction is taken back, and not again what was taken back by itself", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    await markAt(laptop, "in May", "source");
    const revision = await correctedAtDesk(machines);
    await look(desk);
    await undoLate(desk);
    await markAt(laptop, "would", "cue");
    await desk.who.call("article.takeRevisionBack", {
      ...{ project: desk.project.handle, article: desk.article, revision },
      ...{ opId: newId(), step: noteOf("revise-article") },
    });
    await syncSets(laptop, desk);
    expect(await look(desk)).toMatchObject([{ what: "set-carried", added: 1 }]);
    expect(quotes(await setOf(desk))).toEqual(["Mayor Ines Duarte", "said", "would"]);
  });

  test("goes on in the right place where the correction has been taken back before it came", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    const revision = await correctedAtDesk(machines);
    const { step } = await desk.who.call("article.takeRevisionBack", {
      ...{ project: desk.project.handle, article: desk.article, revision },
      ...{ opId: newId(), step: noteOf("revise-article") },
    });
    const back = step.revised?.revision ?? "";
    await markAt(desk, "would", "cue");
    await desk.who.core.flush();
    // The text is the one that the laptop knows, and everybody's sets of it lie elsewhere.
    for (const one of [revision, back]) syncRevision(desk, laptop, one);
    expect((await look(laptop)).map(({ what }) => what)).toEqual(["article-revised"]);
    expect(quotes(await setOf(laptop))).toEqual(["Mayor Ines Duarte", "said", "would"]);
    await markAt(laptop, "in May", "source");
    await syncSets(laptop, desk, back);
    await look(desk);
    expect(quotes(await setOf(desk))).toEqual(["Mayor Ines Duarte", "said", "would", "in May"]);
  });

  test("comes over several corrections, from each of the texts of before", async () => {
    const machines = await twoMachines();
    const { desk, laptop } = machines;
    const revision = await correctedAtDesk(machines);
    syncRevision(desk, laptop, revision);
    await markAt(laptop, "in May", "source");
    await look(laptop);
    const { set } = await open(laptop.who, laptop.project, laptop.article);
    const [first] = set.spans;
    if (!first) throw new Error("There is no mark.");
    await saveAt(laptop, { spans: updated(first, { ...first, type: "source" }) });
    await correct(desk, "Mayor Ines Duarte said the new bridge would reopen in May, or June.\n", revision);
    await look(desk);
    await syncSets(laptop, desk);
    await syncSets(laptop, desk, revision);
    await look(desk);
    const { spans } = await setOf(desk);
    expect(spans.map(({ type, segments: [one] }) => `${one?.quote}: ${type}`)).toEqual([
      "Mayor Ines Duarte: source",
      "said: cue",
      "in May: source",
    ]);
  });
});

describe("what a colleague did at their machine", () => {
  const theirs = async (seat: Seat, name: string) => {
    const found = await setBy(seat, name);
    return found ? quotes(found) : [];
  };

  test("goes along as it did at the correction, is told, and is not imported twice", async () => {
    const machines = await twoMachines("Ben");
    const { desk, laptop } = machines;
    await markAt(laptop, "in May", "source");
    const revision = await correctedAtDesk(machines);
    const before = filesBefore(desk);
    expect(await look(desk)).toMatchObject([
      { what: "colleagues", names: ["Ben"], articles: [desk.article] },
    ]);
    expect(await theirs(desk, "Ben")).toEqual(["the new bridge would reopen in May", "in May"]);
    expect(filesBefore(desk)).toEqual(before);
    expect(await look(desk)).toEqual([]);
    // At Ben's it is his own, and here already.
    syncRevision(desk, laptop, revision);
    expect((await look(laptop)).map(({ what }) => what)).toEqual(["article-revised"]);
    expect(quotes(await setOf(laptop))).toEqual(["the new bridge would reopen in May", "in May"]);
  });

  test("comes also where more of it comes while it is being imported", async () => {
    const { desk, laptop } = await twoMachines("Ben");
    await correct(desk);
    await desk.who.call("project.close", { project: desk.project.handle });
    let arrive = (): void => undefined;
    const disk = watchedDisk(nodeDisk, ({ name, path }) => {
      if (name === "rename" && path.includes(".json.")) arrive();
      return undefined;
    });
    const seat = await opened(await person(desk.home, "Ana", { disk }), desk.path, desk.article, desk.home);
    await markAt(laptop, "in May", "source");
    await syncSets(laptop, seat);
    await markAt(laptop, "“It is safe,”", "claim");
    await laptop.who.core.flush();
    const folder = join("annotations", desk.article);
    const later = readdirSync(join(laptop.path, folder)).filter((name) =>
      name.startsWith(`${laptop.project.annotator?.id}.`),
    );
    arrive = () => {
      arrive = () => undefined;
      for (const name of later) sync(laptop, seat, join(folder, name));
    };
    await look(seat);
    await look(seat);
    const { sets } = await seat.who.call("review.sets", {
      project: seat.project.handle,
      article: seat.article,
    });
    const set = sets.find(({ annotator }) => annotator.name === "Ben")?.set;
    expect([set && quotes(set), set?.orphans?.length]).toEqual([
      ["the new bridge would reopen in May", "in May"],
      1,
    ]);
  });

  test("is left to them once they have begun on the corrected text", async () => {
    const machines = await twoMachines("Ben");
    const { desk, laptop } = machines;
    const revision = await correctedAtDesk(machines);
    await markAt(laptop, "in May", "source");
    syncRevision(desk, laptop, revision);
    expect((await look(laptop)).map(({ what }) => what)).toEqual(["article-revised", "set-carried"]);
    await syncSets(laptop, desk, revision);
    await syncSets(laptop, desk);
    await look(desk);
    expect(await theirs(desk, "Ben")).toEqual(["the new bridge would reopen in May", "in May"]);
    expect(await theirs(laptop, "Ana")).toEqual(["Mayor Ines Duarte", "said"]);
  });
});
