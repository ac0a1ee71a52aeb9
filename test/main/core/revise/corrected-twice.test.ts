// An article's text is corrected at two machines at once. One of the two texts stands; the other is told, compared, and can be put into
// a correction, with what both corrected.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Id } from "../../../../shared/model/id.ts";
import { rebasedText } from "../../../../shared/revise/rebase-text.ts";
import { corrected, open } from "../revised.ts";
import {
  correct,
  look,
  opened,
  reopened,
  type Seat,
  sync,
  syncRevision,
  twoMachines,
} from "../two-machines.ts";
import { newId, noteOf, problemOf, text } from "../workplace.ts";

const atLaptop = text.replace("Mayor", "The mayor");

const made = async (seat: Seat, to: string, from: Id | null = null): Promise<Id> =>
  (await correct(seat, to, from)).step.revised?.revision ?? "";

/** Both have corrected the text, and know nothing of each other. */
async function bothCorrected() {
  const machines = await twoMachines();
  const desks = await made(machines.desk, corrected);
  const laptops = await made(machines.laptop, atLaptop);
  return { ...machines, desks, laptops };
}

const listed = ({ who, project, article }: Seat) =>
  who.call("article.revisions", { project: project.handle, article });
const otherTextOf = ({ who, project, article }: Seat, revision: Id) =>
  who.call("article.otherText", { project: project.handle, article, revision });
const recordOf = ({ path, article }: Seat) => join(path, "articles", article, "article.json");

test("the text that was here gives way to the one that came, is told, and is put into a correction of that", async () => {
  const { desk, laptop, desks, laptops } = await bothCorrected();
  const { title } = (await open(laptop.who, laptop.project, laptop.article)).article;
  await desk.who.core.flush();
  syncRevision(desk, laptop, desks);
  expect(await look(laptop)).toContainEqual({
    ...{ what: "article-revised", article: laptop.article, title },
    otherText: laptops,
  });
  expect((await open(laptop.who, laptop.project, laptop.article)).text).toBe(corrected);

  // Also when it is opened again, where nothing is told.
  const again = await reopened(laptop);
  const { revisions, others } = await listed(again);
  expect(revisions.map(({ id }) => id)).toEqual([desks, null]);
  expect(others.map(({ id, by, why }) => [id, by, why])).toEqual([[laptops, "Ana", "correction"]]);
  const other = await otherTextOf(again, laptops);
  expect(other).toEqual({ text: atLaptop, base: text });
  const of = { kind: "revision", revision: laptops } as const;
  const asked = { project: again.project.handle, article: again.article, of };
  expect(await again.who.call("article.version", asked)).toMatchObject({
    text: atLaptop,
    label: { key: "changes.label-correction", values: { by: "Ana" } },
  });

  const { text: both, clashes } = rebasedText(text, corrected, other.text);
  expect([both, clashes]).toEqual([corrected.replace("Mayor", "The mayor"), []]);
  await correct(again, both, desks);
  expect((await open(again.who, again.project, again.article)).text).toBe(both);
});

/** What a version control program leaves of both corrections in the desk's project: the desk's own first. */
async function mergedAtDesk({ desk, laptop, laptops }: Awaited<ReturnType<typeof bothCorrected>>) {
  await laptop.who.core.flush();
  const { article } = laptop;
  sync(laptop, desk, join("articles", article, "revisions", laptops), join("annotations", article, laptops));
  const [ours, theirs] = [desk, laptop].map((seat) => readFileSync(recordOf(seat), "utf8"));
  writeFileSync(recordOf(desk), `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`);
}

test("of both sides of a conflict in the record of a closed project, the other text is told when it is opened", async () => {
  const both = await bothCorrected();
  const { who, project } = both.desk;
  await who.call("project.close", { project: project.handle });
  await mergedAtDesk(both);
  const desk = await opened(who, both.desk.path, both.desk.article, both.desk.home);
  const told = who.events.flatMap((event) => (event.type === "outside" ? event.news : []));
  expect(told).toMatchObject([{ what: "article-joined", otherText: both.laptops, differs: false }]);
  expect((await open(desk.who, desk.project, desk.article)).article.revision).toBe(both.desks);
  expect((await listed(desk)).others.map(({ id }) => id)).toEqual([both.laptops]);
  expect(await otherTextOf(desk, both.laptops)).toEqual({ text: atLaptop, base: text });
});

test("where such a conflict comes while the project is open, the text that was here is told", async () => {
  const both = await bothCorrected();
  const { desk, desks, laptops } = both;
  await mergedAtDesk(both);
  expect(await look(desk)).toMatchObject([
    { what: "article-revised", otherText: desks },
    { what: "article-joined", otherText: null },
  ]);
  expect((await open(desk.who, desk.project, desk.article)).article.revision).toBe(laptops);
  expect((await listed(desk)).others.map(({ id }) => id)).toEqual([desks]);
  expect(await otherTextOf(desk, desks)).toEqual({ text: corrected, base: text });
});

test("a text that came from the one here leaves none aside, and what both come from is the latest that they share", async () => {
  const { desk, laptop } = await twoMachines();
  const first = await made(desk, corrected);
  await desk.who.core.flush();
  syncRevision(desk, laptop, first);
  expect(await look(laptop)).toMatchObject([{ what: "article-revised", otherText: null }]);
  expect((await listed(laptop)).others).toEqual([]);
  const mine = await made(laptop, corrected.replace("May", "June"), first);
  const more = await made(laptop, corrected.replace("May", "July"), mine);
  const theirs = await made(desk, corrected.replace("said", "says"), first);
  await desk.who.core.flush();
  syncRevision(desk, laptop, theirs);
  expect(await look(laptop)).toMatchObject([{ what: "article-revised", otherText: more }]);
  // The last of a side stands for all that led to it.
  expect((await listed(laptop)).others.map(({ id }) => id)).toEqual([more]);
  expect(await otherTextOf(laptop, more)).toEqual({
    text: corrected.replace("May", "July"),
    base: corrected,
  });
});

test("what was taken back there, or is the same here, is no other text; and one that is not there is refused", async () => {
  const { desk, laptop, desks, laptops } = await bothCorrected();
  const { who, project, article } = laptop;
  await who.call("article.takeRevisionBack", {
    ...{ project: project.handle, article, revision: laptops, opId: newId() },
    step: noteOf("undo"),
  });
  await desk.who.core.flush();
  syncRevision(desk, laptop, desks);
  await look(laptop);
  expect((await listed(laptop)).others).toEqual([]);
  expect((await problemOf(otherTextOf(laptop, article))).problem).toBe("revision-past");
});
