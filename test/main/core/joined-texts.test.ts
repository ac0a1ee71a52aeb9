// Two machines have corrected one text, and the text of one was taken into a correction at the other: what was marked on it comes over to
// what the article is then, once, as work on an earlier text does, and it is no other text any more.
import { expect, test } from "vitest";
import type { CoreOptions } from "../../../main/core/core.ts";
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { rebasedText } from "../../../shared/revise/rebase-text.ts";
import { eventually } from "../../helpers/eventually.ts";
import { gate } from "../../helpers/gate.ts";
import { broken, corrected, mark, open, quotes } from "./revised.ts";
import {
  correct,
  look,
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
} from "./two-machines.ts";
import { newId, noteOf, text } from "./workplace.ts";

const atLaptop = text.replace("Mayor", "The mayor").replace("in May", "in early May");
const bothIn = rebasedText(text, corrected, atLaptop).text;

const made = async (seat: Seat, to: string, from: Id | null = null): Promise<Id> =>
  (await correct(seat, to, from)).step.revised?.revision ?? "";

/** Marks words of the text that the seat has by now. */
async function markNow(seat: Seat, quote: string, type: string) {
  const { text: now } = await open(seat.who, seat.project, seat.article);
  const start = now.indexOf(quote);
  const span = {
    ...mark(seat.project, "said", type),
    segments: [selectorOf(now, { start, end: start + quote.length })],
  };
  await saveAt(seat, { spans: added(span) });
  return span;
}

async function takeIn({ who, project, article }: Seat, from: Id, joins: readonly Id[], to = bothIn) {
  const { step } = await who.call("article.revise", {
    ...{ project: project.handle, article, from, opId: newId(), step: noteOf("revise-article") },
    ...{ why: "correction", note: "", text: to, joins: [...joins] },
  });
  return step.revised?.revision ?? "";
}

const listed = ({ who, project, article }: Seat) =>
  who.call("article.revisions", { project: project.handle, article });
const othersAt = async (seat: Seat) => (await listed(seat)).others.map(({ id }) => id);
const whatAt = async (seat: Seat) => (await look(seat)).map(({ what }) => what);

/** Both have corrected the text and marked their own; the laptop's text is at the desk, where its own stands. */
async function bothCorrected(name?: string, options: Partial<CoreOptions> = {}) {
  const machines = await twoMachines(name, options);
  const { desk, laptop } = machines;
  const desks = await made(desk, corrected);
  const laptops = await made(laptop, atLaptop);
  await markNow(desk, "the new bridge", "source");
  await markNow(laptop, "in early May", "source");
  await markNow(laptop, "“It is safe,”", "claim");
  await laptop.who.core.flush();
  sync(
    laptop,
    desk,
    `articles/${laptop.article}/revisions/${laptops}`,
    `annotations/${laptop.article}/${laptops}`,
  );
  expect(await look(desk)).toEqual([]);
  return { ...machines, desks, laptops };
}

test("one's own marks of the other text come as one step, with what lost its words in the tray, and once", async () => {
  const { desk, desks, laptops } = await bothCorrected();
  await takeIn(desk, desks, [laptops]);
  expect(await look(desk)).toMatchObject([
    {
      what: "set-carried",
      article: desk.article,
      added: 2,
      updated: 0,
      removed: 0,
      waiting: 1,
      conflicts: [],
    },
  ]);
  const { set, ...rest } = await open(desk.who, desk.project, desk.article);
  expect(quotes(set)).toEqual(["mayor Ines Duarte", "said", "the new bridge", "in early May"]);
  expect(set.orphans?.map(({ was }) => was.kind)).toEqual(["span"]);
  expect(broken({ set, ...rest }, desk.project)).toEqual([]);
  expect((await outsideSteps(desk)).map(({ parts }) => parts.length)).toEqual([1]);
  expect(await look(desk)).toEqual([]);
  expect(await setOf(await reopened(desk))).toEqual(set);
});

test("it is no other text any more, until that correction is taken back", async () => {
  const { desk, desks, laptops } = await bothCorrected();
  expect(await othersAt(desk)).toEqual([laptops]);
  const joining = await takeIn(desk, desks, [laptops]);
  expect(await othersAt(desk)).toEqual([]);
  await desk.who.call("article.takeRevisionBack", {
    ...{ project: desk.project.handle, article: desk.article, revision: joining, opId: newId() },
    step: noteOf("undo"),
  });
  expect(await othersAt(desk)).toEqual([laptops]);
});

test("what a person took back stays away, and what is done there next still comes", async () => {
  const { desk, laptop, desks, laptops } = await bothCorrected();
  await takeIn(desk, desks, [laptops]);
  await look(desk);
  await undoLate(desk);
  const again = await reopened(desk);
  expect(quotes(await setOf(again))).toEqual(["mayor Ines Duarte", "said", "the new bridge"]);
  await markNow(laptop, "would", "cue");
  await syncSets(laptop, again, laptops);
  expect(await look(again)).toMatchObject([{ what: "set-carried", added: 1, waiting: 0 }]);
  expect(quotes(await setOf(again))).toContain("would");
});

test("at the other machine its text is one of before: nothing is offered again, and its marks are there", async () => {
  const { desk, laptop, desks, laptops } = await bothCorrected();
  const joining = await takeIn(desk, desks, [laptops]);
  await desk.who.core.flush();
  sync(desk, laptop, `articles/${desk.article}/revisions/${desks}`, `annotations/${desk.article}/${desks}`);
  syncRevision(desk, laptop, joining);
  expect(await look(laptop)).toMatchObject([
    { what: "article-revised", otherText: null },
    { what: "set-carried", added: 2, waiting: 1 },
  ]);
  expect(await othersAt(laptop)).toEqual([]);
  expect(quotes(await setOf(laptop))).toEqual([
    "mayor Ines Duarte",
    "said",
    "the new bridge",
    "in early May",
  ]);
  // Both have brought it in, each for itself: it is the same.
  await look(desk);
  await syncSets(laptop, desk, joining);
  await look(desk);
  expect(quotes(await setOf(desk))).toEqual(quotes(await setOf(laptop)));
});

test("a colleague's marks of the other text come over, too", async () => {
  const { desk, desks, laptops } = await bothCorrected("Ben");
  await takeIn(desk, desks, [laptops]);
  expect(await whatAt(desk)).toEqual(["colleagues"]);
  const bens = await setBy(desk, "Ben");
  expect(bens && quotes(bens)).toEqual(["the new bridge would reopen in early May", "in early May"]);
  expect(bens?.orphans).toHaveLength(1);
  expect(await look(desk)).toEqual([]);
});

test("while the project is open they come by themselves", async () => {
  const { desk, desks, laptops } = await bothCorrected("Ana", { watchPauses: { hint: 20, poll: 150 } });
  await takeIn(desk, desks, [laptops]);
  await eventually(async () => expect(quotes(await setOf(desk))).toContain("in early May"));
});

test("marks of each text that led to the other one come", async () => {
  const { desk, laptop } = await twoMachines();
  const desks = await made(desk, corrected);
  const first = await made(laptop, text.replace("in May", "in early May"));
  await markNow(laptop, "in early May", "source");
  const second = await made(laptop, atLaptop, first);
  await markNow(laptop, "would", "cue");
  await laptop.who.core.flush();
  for (const one of [first, second])
    sync(laptop, desk, `articles/${desk.article}/revisions/${one}`, `annotations/${desk.article}/${one}`);
  await takeIn(desk, desks, [second]);
  await look(desk);
  expect(quotes(await setOf(desk)).toSorted()).toEqual(
    ["mayor Ines Duarte", "in early May", "said", "would"].toSorted(),
  );
  expect(await othersAt(desk)).toEqual([]);
});

test("one that was taken out again before the correction was saved stays another text, and so does one that is none", async () => {
  const { desk, desks, laptops } = await bothCorrected();
  await takeIn(desk, desks, [laptops, desks, newId()], corrected.replace("said", "says"));
  expect(await look(desk)).toEqual([]);
  expect(await othersAt(desk)).toEqual([laptops]);
});

test("a look that was under way when the correction was written leaves them to the next one", async () => {
  const list = gate();
  const rename = gate();
  const disk: Disk = {
    ...nodeDisk,
    async list(path) {
      if (path.includes("annotations")) await list.pass();
      return nodeDisk.list(path);
    },
    async rename(from, to) {
      if (to.endsWith("article.json")) await rename.pass();
      return nodeDisk.rename(from, to);
    },
  };
  const { desk, desks, laptops } = await bothCorrected("Ana", { disk });
  list.close();
  rename.close();
  const looking = look(desk);
  await list.reached();
  const taking = takeIn(desk, desks, [laptops]);
  await rename.reached();
  list.open();
  await Promise.race([looking, new Promise((done) => setTimeout(done, 300))]);
  rename.open();
  await Promise.all([looking, taking]);
  await look(desk);
  expect(quotes(await setOf(desk))).toContain("in early May");
});
