// What a window made on a text that was corrected before it could save: it comes over to the corrected text, once, each step by itself, and
// nothing that was made on one text is ever taken as made on another.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CoreOptions } from "../../../main/core/core.ts";
import { nodeDisk } from "../../../main/storage/files/disk.ts";
import { added, invertChange, updated } from "../../../shared/model/change.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { watchedDisk } from "../../helpers/watched-disk.ts";
import { broken, corrected, mark, marked, open, quotes, revise } from "./revised.ts";
import { newId, noteOf, person, problemOf, temporaryFolder, text, windowOf } from "./workplace.ts";

/** Two windows of Ana; in one of them the text was corrected. */
async function scene() {
  const before = await twoWindows();
  const { ana, project, article, other, theirs, textHash } = before;
  await revise(ana, project, article, corrected);
  const hand = (...changes: readonly { opId: string; change: object }[]) =>
    other.call("annotations.applyUnsaved", {
      ...{ project: theirs.handle, article, textHash },
      changes: changes.map((one) => ({ ...one, step: noteOf("tag-selection") })),
    });
  return { ...before, hand };
}

async function twoWindows(options: Partial<CoreOptions> = {}) {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  const ana = await person(home, "Ana", options);
  const before = await marked(ana, folder);
  const { project, article } = before;
  const other = windowOf(ana.core);
  const theirs = await other.call("project.open", { path: project.path, mode: "write" });
  const { textHash } = (await open(other, theirs, article)).article;
  const keptAt = join(home, "emergency", project.project.id);
  const kept = (): string[] => (existsSync(keptAt) ? readdirSync(keptAt) : []);
  return { ...before, ana, other, theirs, textHash, kept };
}

test("a change that comes while the text is being corrected is told of the corrected one, and is kept nowhere as work of the disk's", async () => {
  const { ana, other, theirs, article, project, textHash, kept } = await twoWindows();
  const { revision } = await open(other, theirs, article);
  const change = { spans: added(mark(project, "in May", "source")) };
  const asked = { project: theirs.handle, article, opId: newId(), change, textHash, revision };
  const revising = revise(ana, project, article, corrected);
  expect((await problemOf(other.call("annotations.apply", asked))).problem).toBe("article-revised");
  await revising;
  expect(kept()).toEqual([]);
});

test("what a full disk kept in the home before the text was corrected is forgotten once it has come over", async () => {
  let isFull = false;
  const disk = watchedDisk(nodeDisk, ({ name, path }) =>
    isFull && name === "write" && path.includes("annotations")
      ? Object.assign(new Error("full"), { code: "ENOSPC" })
      : undefined,
  );
  const { ana, other, theirs, article, project, textHash, kept } = await twoWindows({ disk });
  const { revision } = await open(other, theirs, article);
  const change = { spans: added(mark(project, "in May", "source")) };
  const asked = { project: theirs.handle, article, opId: newId(), textHash };
  isFull = true;
  const refused = await problemOf(other.call("annotations.apply", { ...asked, change, revision }));
  expect([refused.detail.kept, kept().length]).toEqual([true, 1]);
  isFull = false;
  await revise(ana, project, article, corrected);
  const { opId, ...of } = asked;
  await other.call("annotations.applyUnsaved", { ...of, changes: [{ opId, change }] });
  await other.call("annotations.keep", { ...of, changes: [], forget: [opId] });
  expect(quotes((await open(other, theirs, article)).set)).toContain("in May");
  expect(kept()).toEqual([]);
});

test("a change of the text of before is not saved on the corrected one, although it would fit there", async () => {
  const { other, theirs, article, textHash, project } = await scene();
  const { revision } = await open(other, theirs, article);
  const change = { spans: added(mark(project, "Mayor", "source")) };
  const asked = { project: theirs.handle, article, opId: newId(), change, textHash };
  const apply = problemOf(other.call("annotations.apply", { ...asked, revision }));
  expect((await apply).problem).toBe("article-revised");
  const kept = {
    project: theirs.handle,
    article,
    textHash,
    changes: [{ opId: newId(), change }],
    forget: [],
  };
  expect((await problemOf(other.call("annotations.keep", kept))).problem).toBe("article-revised");
});

test("what could not be saved in time comes over, each step by itself, and once", async () => {
  const { ana, other, theirs, article, project, speaker, hand } = await scene();
  const may = mark(project, "in May", "source");
  const gone = mark(project, "It is safe", "claim");
  const changes = [
    { opId: newId(), change: { spans: added(may) } },
    { opId: newId(), change: { spans: updated(speaker, { ...speaker, type: "source" }) } },
    { opId: newId(), change: { spans: updated(may, { ...may, type: "cue" }) } },
    { opId: newId(), change: { spans: added(gone) } },
  ];
  const before = ana.events.length;
  const moved = await hand(...changes);
  expect([moved.applied, moved.unfitting, moved.carried?.map(({ opId }) => opId)]).toEqual([
    4,
    [],
    changes.map(({ opId }) => opId),
  ]);
  const after = await open(other, theirs, article);
  expect(broken(after, theirs)).toEqual([]);
  expect(quotes(after.set)).toEqual(["Mayor Ines Duarte", "the new bridge would reopen in May", "in May"]);
  expect(after.set.spans.map(({ type }) => type)).toEqual(["source", "claim", "cue"]);
  expect(after.set.orphans?.map(({ id }) => id)).toContain(gone.id);
  expect(await hand(...changes)).toEqual({ applied: 0, unfitting: [], carried: [] });
  expect((await open(other, theirs, article)).set).toEqual(after.set);
  const told = ana.events.slice(before).filter(({ type }) => type === "step");
  expect(told).toHaveLength(4);
  // Each is undone by itself, the last one first.
  for (const { change } of moved.carried?.toReversed() ?? []) {
    const { revision } = await open(other, theirs, article);
    const asked = { project: theirs.handle, article, opId: newId(), revision };
    await other.call("annotations.apply", { ...asked, change: invertChange(change) });
  }
  const { set } = await open(other, theirs, article);
  expect(quotes(set)).toEqual(["Mayor Ines Duarte", "the new bridge would reopen in May"]);
  expect(set.spans[0]?.type).toBe("speaker");
});

test("what was changed on both texts stays as it was made there, and is told", async () => {
  const { ana, other, theirs, article, project, speaker, hand } = await scene();
  const { set, revision } = await open(ana, project, article);
  const there = set.spans.find(({ id }) => id === speaker.id) ?? speaker;
  const on = (of: string, quote: string) => [
    selectorOf(of, { start: of.indexOf(quote), end: of.indexOf(quote) + quote.length }),
  ];
  await ana.call("annotations.apply", {
    ...{ project: project.handle, article, opId: newId(), revision },
    change: { spans: updated(there, { ...there, segments: on(corrected, "Mayor Ines") }) },
  });
  const opId = newId();
  const moved = await hand({
    opId,
    change: { spans: updated(speaker, { ...speaker, segments: on(text, "Ines Duarte") }) },
  });
  expect(moved).toEqual({ applied: 0, unfitting: [opId], carried: [] });
  expect(quotes((await open(other, theirs, article)).set)[0]).toBe("Mayor Ines");
});

test("what was made on a text that the article never had is told, and not put anywhere", async () => {
  const { other, theirs, article, project } = await scene();
  const before = (await open(other, theirs, article)).set;
  const opId = newId();
  const changes = [{ opId, change: { spans: added(mark(project, "Mayor", "source")) } }];
  const asked = { project: theirs.handle, article, textHash: "0".repeat(64), changes };
  expect(await other.call("annotations.applyUnsaved", asked)).toMatchObject({
    applied: 0,
    unfitting: [opId],
  });
  expect((await open(other, theirs, article)).set).toEqual(before);
});
