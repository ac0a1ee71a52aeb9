// A project is opened while a revision that was made at another machine is only half there: its files come through the synchronised folder
// one by one, in any order. What is marked meanwhile is marked on a text of which all is here, and is there once all has come.
import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError } from "../../../shared/errors/errors.ts";
import { added } from "../../../shared/model/change.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { runs } from "../../helpers/tier.ts";
import { mark, open, quotes } from "./revised.ts";
import {
  correct,
  look,
  type Machines,
  markAt,
  opened,
  reopened,
  type Seat,
  saveAt,
  setOf,
  sync,
  syncSets,
  twoMachines,
} from "./two-machines.ts";
import { inMemory, newId, person, problemOf, text } from "./workplace.ts";

/** Every file below a folder of the project, as paths within the project. */
function filesIn({ path }: Seat, folder: string): readonly string[] {
  return readdirSync(join(path, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(path, file)).isFile())
    .map((file) => relative(path, join(path, file)).split(sep).join("/"));
}

interface Halfway extends Machines {
  readonly revision: string;
  /** What the revision wrote, but for the article's own record. */
  readonly files: readonly string[];
  readonly record: string;
  /** Of the laptop's person's own set, of the revision, of its text. */
  readonly own: string;
  readonly of: string;
  readonly newText: string;
}

/** Both machines know of what the laptop marked before; then the text is corrected at the desk. The laptop has the project closed. */
async function halfway(name = "Ana", within?: string): Promise<Halfway> {
  const machines = await twoMachines(name, {}, within);
  const { desk, laptop } = machines;
  await markAt(laptop, "would", "cue");
  await syncSets(laptop, desk);
  await look(desk);
  const { step } = await correct(desk);
  const revision = step.revised?.revision ?? "";
  await desk.who.core.flush();
  await laptop.who.call("project.close", { project: laptop.project.handle });
  const { article } = desk;
  const folder = join("articles", article, "revisions", revision);
  const sets = join("annotations", article, revision);
  return {
    ...machines,
    revision,
    files: [...filesIn(desk, folder), ...filesIn(desk, sets)].sort(),
    record: `articles/${article}/article.json`,
    own: `${sets}/${laptop.project.annotator?.id}.json`,
    of: `${folder}/revision.json`,
    newText: `${folder}/text.txt`,
  };
}

const openAgain = ({ who, path, article, home }: Seat): Promise<Seat> => opened(who, path, article, home);

/** Marks words on the text that is shown. */
async function markShown(seat: Seat, quote: string): Promise<void> {
  const { text: shown } = await open(seat.who, seat.project, seat.article);
  const start = shown.indexOf(quote);
  const segments = [selectorOf(shown, { start, end: start + quote.length })];
  await saveAt(seat, { spans: added({ ...mark(seat.project, quote, "source"), segments }) });
}

const problemsOf = ({ project }: Seat): readonly string[] => project.warnings.map(({ problem }) => problem);

describe.each(["Ana", "Ben"])("with a set of %s", (name) => {
  /** The laptop has the project open while these files of the revision lack. */
  async function openedWithout(...lacking: readonly ("own" | "of" | "newText")[]) {
    const half = await halfway(name);
    const { desk, laptop, files, record } = half;
    const lacks = lacking.map((key) => half[key]);
    sync(desk, laptop, ...files.filter((file) => !lacks.includes(file)), record);
    const seat = await openAgain(laptop);
    return { half, seat, bringRest: () => sync(desk, seat, ...lacks) };
  }

  async function isWhole(seat: Seat, { revision }: Halfway): Promise<void> {
    const { article, set } = await open(seat.who, seat.project, seat.article);
    expect(article.revision).toBe(revision);
    expect(quotes(set)).toEqual(expect.arrayContaining(["would", "in May"]));
    const again = await reopened(seat);
    expect(problemsOf(again)).toEqual([]);
    expect(await setOf(again)).toEqual(set);
  }

  async function isNoDamage({ who, path }: Seat): Promise<void> {
    const { findings } = await who.call("project.examine", { path });
    expect(findings.length).toBeGreaterThan(0);
    const what = { key: "problems.revision-on-its-way" };
    for (const finding of findings) expect(finding).toMatchObject({ weight: "warning", what });
  }

  test.each(["own", "newText"] as const)("goes on with the text of before without %s", async (lacking) => {
    const { half, seat, bringRest } = await openedWithout(lacking);
    expect(problemsOf(seat)).toEqual(["revision-on-its-way"]);
    expect(await open(seat.who, seat.project, seat.article)).toMatchObject({ text });
    await markShown(seat, "in May");
    // What would write the article's record over the revision waits.
    const revising = await problemOf(correct(seat, `${text} More.`));
    expect(revising.problem).toBe("revision-on-its-way");
    await isNoDamage(seat);
    bringRest();
    expect((await look(seat)).map(({ what }) => what)).toEqual(["article-revised", "set-carried"]);
    await isWhole(seat, half);
  });

  test("is not begun anew where neither the set nor what it is of is there", async () => {
    const { half, seat, bringRest } = await openedWithout("own", "of");
    expect(problemsOf(seat)).toEqual(["revision-on-its-way"]);
    const opening = open(seat.who, seat.project, seat.article);
    expect((await problemOf(opening)).problem).toBe("revision-on-its-way");
    await isNoDamage(seat);
    bringRest();
    expect((await look(seat)).map(({ what }) => what)).toEqual(["article-came"]);
    await markShown(seat, "in May");
    await isWhole(seat, half);
  });

  test("is gone on with where only what is said of the revision lacks", async () => {
    const { half, seat, bringRest } = await openedWithout("of");
    expect(problemsOf(seat)).toEqual([]);
    await markShown(seat, "in May");
    await isNoDamage(seat);
    bringRest();
    await look(seat);
    await isWhole(seat, half);
  });
});

test("whatever of a revision is there at the opening, what is marked then is there after all has come", async () => {
  const half = await halfway("Ana", inMemory);
  const { folder, desk, laptop, files, record } = half;
  await laptop.who.core.flush();
  const all = [...files, record];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.nat({ max: all.length }),
      fc.boolean(),
      fc.boolean(),
      async (order, count, isLookedAt, isReopened) => {
        // With a home of its own each time: what is kept there tells of earlier rounds.
        const [path, home] = [join(folder, newId()), join(folder, newId())];
        cpSync(laptop.path, path, { recursive: true });
        cpSync(laptop.home, home, { recursive: true });
        const there = { ...laptop, path, home, who: await person(home, "Ana") };
        sync(desk, there, ...order.slice(0, count));
        let seat = await openAgain(there);
        try {
          const problem = await markShown(seat, "in May").catch((error: unknown) => error);
          if (problem !== undefined) expect(problem).toMatchObject({ problem: "revision-on-its-way" });
          for (const file of order.slice(count)) {
            sync(desk, seat, file);
            if (isLookedAt) await look(seat);
          }
          if (isReopened) seat = await reopened(seat);
          await look(seat);
          if (problem instanceof ApiError) await markShown(seat, "in May");
          expect((await open(seat.who, seat.project, seat.article)).article.revision).toBe(half.revision);
          expect(quotes(await setOf(seat)).sort()).toEqual(
            ["Mayor Ines Duarte", "in May", "said", "would"].sort(),
          );
        } finally {
          await seat.who.core.close();
          for (const gone of [path, home]) rmSync(gone, { recursive: true });
        }
      },
    ),
    { numRuns: runs(25) },
  );
});
