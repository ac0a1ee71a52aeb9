// Revisions of an article through the door: the text becomes another and everybody's marks go along, wait where they lost their
// place, and are exactly as they were when it is taken back, also after a restart.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { added } from "../../../../shared/model/change.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { faultSweep, faultyDisk } from "../../storage/faulty-disk.ts";
import { broken, corrected, mark, marked, open, quotes, revise, save } from "../revised.ts";
import {
  inMemory,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  temporaryFolder,
  text,
  windowOf,
} from "../workplace.ts";

describe("a correction", () => {
  test("moves the marks with their words, and lets wait what lost them, with the cards that it served", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article, quotation, cue, cards } = await marked(ana, folder);
    const revised = await revise(ana, project, article, corrected);
    const after = await open(ana, project, article);
    expect(after.text).toBe(corrected);
    expect(after.article).toMatchObject({
      revision: revised.step.revised?.revision,
      textRevision: revised.step.revised?.revision,
    });
    expect(broken(after, project)).toEqual([]);
    expect(quotes(after.set)).toEqual(["Mayor Ines Duarte", "the new bridge would reopen in May"]);
    expect(after.set.orphans?.map(({ id, was, uses }) => ({ id, was, uses }))).toEqual(
      [
        {
          id: quotation.id,
          was: { kind: "span", record: quotation },
          uses: [{ card: cards[1]?.id, slot: "claim", at: 0 }],
        },
        {
          id: cue.id,
          was: { kind: "span", record: cue },
          uses: [{ card: cards[1]?.id, slot: "cue", at: 0 }],
        },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(after.set.attributions.find(({ id }) => id === cards[1]?.id)).toMatchObject({
      claim: null,
      cue: null,
    });
    expect(revised.sets).toEqual([
      { annotator: project.annotator?.id, same: 1, moved: 0, reworded: 1, waiting: 2 },
    ]);
  });

  test("leaves the file that the article came from, and the text of before, untouched", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    await revise(ana, project, article, corrected);
    const at = join(project.path, "articles", article);
    expect(readFileSync(join(at, "text.txt"), "utf8")).toBe(text);
    const listed = await ana.call("article.revisions", { project: project.handle, article });
    expect(
      listed.revisions.map(({ why, by, note, isPresent }) => ({
        why,
        by,
        note,
        isPresent,
      })),
    ).toEqual([
      { why: "correction", by: "Ana", note: "A word was missing.", isPresent: true },
      { why: "brought-in", by: "", note: "", isPresent: false },
    ]);
    const first = await ana.call("article.revisionText", {
      project: project.handle,
      article,
      revision: null,
    });
    expect([first.text, first.set?.spans.length]).toEqual([text, 4]);
  });

  test("is shown before it is made, and changes nothing then", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    const out = { id: newId(), segment: selectorOf(text, { start: 0, end: 5 }), reason: "" };
    await save(ana, project, article, { exclusions: added(out) });
    const before = await open(ana, project, article);
    const preview = await ana.call("article.revisePreview", {
      project: project.handle,
      article,
      from: null,
      text: corrected,
      why: "correction",
    });
    const revised = await (async () => {
      expect(await open(ana, project, article)).toEqual(before);
      return revise(ana, project, article, corrected);
    })();
    expect(
      preview.sets.map(({ annotator, records: _records, exclusions: _exclusions, ...counts }) => ({
        ...counts,
        annotator: annotator.id,
      })),
    ).toEqual(revised.sets);
    expect(preview.sets[0]?.exclusions).toBe(1);
    expect(preview.sets[0]?.records.map(({ how, quote }) => `${how} ${quote}`).sort()).toEqual([
      "reworded the bridge would reopen in May",
      "waits she said",
      "waits “It is safe,”",
    ]);
  });

  test("made on a revision that is not the present one is refused", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    await revise(ana, project, article, corrected);
    expect((await problemOf(revise(ana, project, article, text))).problem).toBe("revision-past");
    expect((await problemOf(revise(ana, project, article, " ", null))).problem).toBe("revision-past");
  });

  test("that changes nothing, or leaves no text, is refused", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    expect((await problemOf(revise(ana, project, article, text))).problem).toBe("nothing-revised");
    expect((await problemOf(revise(ana, project, article, " \n"))).problem).toBe("text-empty");
  });

  test("is made once, however often it is sent", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    const asked = {
      project: project.handle,
      article,
      from: null,
      opId: newId(),
      step: noteOf("revise-article"),
      why: "correction",
      note: "",
      text: corrected,
    } as const;
    const [first, again] = [await ana.call("article.revise", asked), await ana.call("article.revise", asked)];
    expect(again).toEqual(first);
    const { revisions } = await ana.call("article.revisions", { project: project.handle, article });
    expect(revisions).toHaveLength(2);
  });

  test("carries colleagues' sets too, says so, and keeps where they came from", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    const ben = await person(join(folder, "home-ben"), "Ben");
    await ana.call("project.close", { project: project.handle });
    const his = await ben.call("project.open", { path: project.path, mode: "write" });
    await save(ben, his, article, { spans: added(mark(his, "said", "cue"), mark(his, "she", "speaker")) });
    await ben.call("project.close", { project: his.handle });
    const hers = await ana.call("project.open", { path: project.path, mode: "write" });
    const { sets } = await revise(ana, hers, article, corrected);
    expect(sets.find(({ annotator }) => annotator === his.annotator?.id)).toEqual({
      annotator: his.annotator?.id,
      same: 1,
      moved: 0,
      reworded: 0,
      waiting: 1,
    });
    await ana.call("project.close", { project: hers.handle });
    const back = await ben.call("project.open", { path: project.path, mode: "write" });
    const after = await open(ben, back, article);
    expect(after.text).toBe(corrected);
    expect(quotes(after.set)).toEqual(["said"]);
    expect(after.set.orphans).toHaveLength(1);
    // His work goes on from there.
    await save(ben, back, article, { spans: { added: [], updated: [], removed: after.set.spans } });
    expect((await open(ben, back, article)).set.spans).toEqual([]);
  });

  test("tells other windows, and refuses what they had made on the text of before", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article, claim } = await marked(ana, folder);
    const other = windowOf(ana.core);
    const theirs = await other.call("project.open", { path: project.path, mode: "write" });
    const before = await open(other, theirs, article);
    const { step } = await revise(ana, project, article, corrected);
    expect(other.events).toContainEqual({
      type: "revised",
      project: theirs.handle,
      article,
      revision: step.revised?.revision,
    });
    const late = other.call("annotations.apply", {
      project: theirs.handle,
      article,
      opId: newId(),
      revision: before.revision,
      change: { spans: { added: [], updated: [], removed: [claim] } },
      step: noteOf("delete-span"),
    });
    expect((await problemOf(late)).problem).toBe("revision-conflict");
  });
});

describe("a revision that is taken back", () => {
  const takeBack = (someone: Person, { handle }: OpenProject, article: string, revision: string, more = {}) =>
    someone.call("article.takeRevisionBack", {
      project: handle,
      article,
      revision,
      opId: newId(),
      step: noteOf("revise-article", more),
    });

  test("leaves everything exactly as it was", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    const before = await open(ana, project, article);
    const { step } = await revise(ana, project, article, corrected);
    await takeBack(ana, project, article, step.revised?.revision ?? "");
    const after = await open(ana, project, article);
    expect([after.text, after.set]).toEqual([before.text, before.set]);
  });

  test("keeps what was done since, and can be taken back itself", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article, speaker, cards } = await marked(ana, folder);
    const before = await open(ana, project, article);
    const { step } = await revise(ana, project, article, corrected);
    const { set } = await open(ana, project, article);
    const now = set.attributions.find(({ id }) => id === cards[1]?.id);
    const gone = set.spans.find(({ id }) => id === speaker.id);
    const first = set.attributions.find(({ id }) => id === cards[0]?.id);
    if (!now || !gone || !first) throw new Error("The marks are not there.");
    // A note on the card whose spans wait, and a mark deleted.
    await save(ana, project, article, {
      spans: { added: [], updated: [], removed: [gone] },
      attributions: {
        added: [],
        updated: [
          { from: now, to: { ...now, note: "Ask her." } },
          { from: first, to: { ...first, voice: [] } },
        ],
        removed: [],
      },
    });
    const middle = await open(ana, project, article);
    const back = await takeBack(ana, project, article, step.revised?.revision ?? "");
    const after = await open(ana, project, article);
    expect(after.text).toBe(text);
    expect(after.set.orphans).toBeUndefined();
    expect(after.set.spans).toEqual(before.set.spans.filter(({ id }) => id !== speaker.id));
    expect(after.set.attributions).toEqual(
      before.set.attributions.map((card) =>
        card.id === cards[1]?.id
          ? { ...card, note: "Ask her." }
          : card.id === first.id
            ? { ...card, voice: [] }
            : card,
      ),
    );
    expect(broken(after, project)).toEqual([]);
    await takeBack(ana, project, article, back.step.revised?.revision ?? "");
    const again = await open(ana, project, article);
    expect([again.text, again.set]).toEqual([middle.text, middle.set]);
  });

  test("is called done again where it takes back a taking back, and taken back where it takes back that", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    let { step } = await revise(ana, project, article, corrected);
    for (let times = 0; times < 3; times += 1)
      ({ step } = await takeBack(ana, project, article, step.revised?.revision ?? ""));
    const { revisions } = await ana.call("article.revisions", { project: project.handle, article });
    expect(revisions.map(({ why }) => why)).toEqual([
      "taken-back",
      "done-again",
      "taken-back",
      "correction",
      "brought-in",
    ]);
  });

  test("is a step of the history, before and after a restart", async () => {
    const folder = temporaryFolder();
    const ana = await person(join(folder, "home"));
    const { project, article } = await marked(ana, folder);
    const { step } = await revise(ana, project, article, corrected);
    await ana.call("project.close", { project: project.handle });
    await ana.core.close();
    const later = await person(join(folder, "home"));
    const again = await later.call("project.open", { path: project.path, mode: "write" });
    const { steps } = await later.call("project.history", { project: again.handle });
    expect(steps.map(({ command }) => command)).toEqual(["tag-selection", "revise-article"]);
    expect(steps[1]).toEqual(step);
    await takeBack(later, again, article, step.revised?.revision ?? "", { undoes: step.id });
    expect((await open(later, again, article)).text).toBe(text);
    const { steps: after } = await later.call("project.history", { project: again.handle });
    expect(after.at(-1)).toMatchObject({ command: "revise-article", undoes: step.id });
  });
});

test("what waits is told of everybody who has a set", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article, quotation, cue } = await marked(ana, folder);
  const ask = () => ana.call("review.orphans", { project: project.handle, article });
  const annotator = { ...project.annotator, role: "own" };
  expect(await ask()).toEqual({ sets: [{ annotator, orphans: [] }] });
  await revise(ana, project, article, corrected);
  const { sets } = await ask();
  expect(sets.map(({ orphans, ...one }) => ({ ...one, orphans: orphans.map(({ id }) => id) }))).toEqual([
    { annotator, orphans: [quotation.id, cue.id].sort() },
  ]);
});

test("an article with revisions is whole for the examination, a copy and the trash", async () => {
  const folder = temporaryFolder();
  const ana = await person(join(folder, "home"));
  const { project, article } = await marked(ana, folder);
  await revise(ana, project, article, corrected);
  const before = await open(ana, project, article);
  const { findings } = await ana.call("project.examine", { path: project.path });
  expect(findings).toEqual([]);
  await ana.call("article.putAway", { project: project.handle, article });
  expect(existsSync(join(project.path, "articles", article))).toBe(false);
  await ana.call("trash.takeBack", { project: project.handle, kind: "article", id: article });
  const after = await open(ana, project, article);
  expect([after.text, after.set]).toEqual([before.text, before.set]);
});

test("whichever call of the disk fails, the old or the new revision is there whole, with all sets", async () => {
  const sweep = faultSweep();
  let failures = 0;
  for (const at of sweep.turns()) {
    const folder = temporaryFolder(inMemory);
    const disk = faultyDisk();
    const ana = await person(join(folder, "home"), "Ana", { disk });
    const { project, article } = await marked(ana, folder);
    const ben = await open(ana, project, article);
    sweep.arm(disk, at, "EIO", true);
    const failed = await revise(ana, project, article, corrected).then(
      () => false,
      () => true,
    );
    disk.disarm();
    // As after the machine was switched off at that moment.
    const reader = await person(join(folder, "home-of-a-reader"), "Ana");
    const read = await reader.call("project.open", { path: project.path, mode: "read" });
    expect(read.warnings).toEqual([]);
    const found = await open(reader, read, article);
    expect(found.warnings).toEqual([]);
    if (found.text === text) expect(found.set).toEqual(ben.set);
    else expect([found.text, quotes(found.set).length, found.set.orphans?.length]).toEqual([corrected, 2, 2]);
    if (!failed) expect(found.text).toBe(corrected);
    // The window goes on with what the disk has.
    const now = await open(ana, project, article);
    expect([now.text, now.set]).toEqual([found.text, found.set]);
    if (failed) failures += 1;
    if (now.text === text) await revise(ana, project, article, corrected);
    expect((await open(ana, project, article)).text).toBe(corrected);
    await ana.core.close();
    await reader.core.close();
  }
  expect(failures).toBeGreaterThan(3);
});
