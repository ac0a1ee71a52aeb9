// What came with the sample says so, and is one person's work like any other all the same: a copy of the folder in which some of it was
// deleted takes nothing from the other, in which it was changed.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Attribution } from "../../../../shared/model/attribution.ts";
import { added, type Change, removed, updated } from "../../../../shared/model/change.ts";
import { takeIn, writePackage } from "../packages.ts";
import { spanOf } from "../span-of.ts";
import { newId, person, temporaryFolder } from "../workplace.ts";

async function seat(home: string, path?: string) {
  const who = await person(home, "Ana");
  const project = path
    ? await who.call("project.open", { path, mode: "write" })
    : await who.call("project.openSample", {});
  const article = project.articles[0]?.id ?? "";
  const opened = () => who.call("article.open", { project: project.handle, article });
  const save = async (change: Change) =>
    who.call("annotations.apply", {
      ...{ project: project.handle, article, opId: newId(), change },
      revision: (await opened()).revision,
    });
  const { text } = await opened();
  const mark = () => save({ spans: added(spanOf(project.annotator?.id ?? "", text, 0)) });
  return { who, project, save, mark, cards: async () => (await opened()).set.attributions };
}

const changed = (card: Attribution): Attribution => ({
  ...card,
  note: "As her office confirmed.",
  provenance: { ...card.provenance, editedAt: "2031-01-01T00:00:00.000Z" },
});
const ids = (cards: readonly Attribution[]): string[] => cards.map(({ id }) => id).sort();

test("what came with the sample and is missing in a copy goes only where it was there before and has not changed since", async () => {
  const folder = temporaryFolder();
  const first = await seat(join(folder, "desk-home"));
  const { path } = first.project;
  await first.who.core.close();
  cpSync(path, join(folder, "laptop"), { recursive: true });
  rmSync(join(folder, "laptop", ".lock"), { force: true });
  const desk = await seat(join(folder, "desk-home"), path);
  const laptop = await seat(join(folder, "laptop-home"), join(folder, "laptop"));
  const all = await desk.cards();
  expect(all.map(({ provenance }) => provenance.origin.by)).toEqual(all.map(() => "imported"));
  const [edited, plain, editedLater, plainLater] = all.filter(
    ({ id }) => !all.some(({ within }) => within === id),
  );
  if (!edited || !plain || !editedLater || !plainLater) throw new Error("The sample has too few cards.");
  const packageAt = join(folder, "laptop.json");

  await desk.save({ attributions: updated(edited, changed(edited)) });
  const before = await desk.cards();
  await laptop.save({ attributions: removed(edited, plain) });
  await laptop.mark();
  await writePackage(laptop.who, laptop.project, packageAt);
  await takeIn(desk.who, desk.project, packageAt);
  expect(await desk.cards()).toEqual(before);

  await desk.save({ attributions: updated(editedLater, changed(editedLater)) });
  const then = await desk.cards();
  await laptop.save({ attributions: removed(editedLater, plainLater) });
  await writePackage(laptop.who, laptop.project, packageAt);
  const { rows } = await takeIn(desk.who, desk.project, packageAt);
  expect(rows[0]).toMatchObject({ merge: { removed: 1, conflicts: [{ why: "removed-and-changed" }] } });
  expect(await desk.cards()).toEqual(then.filter(({ id }) => id !== plainLater.id));
  expect(ids(await laptop.cards())).not.toContain(editedLater.id);
});
