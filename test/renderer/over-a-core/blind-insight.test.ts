// While names are hidden in Compare, neither Insight nor Statements shows what colleagues did: a law over all that their views ask the core.
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FiguresQuery, insightOf, queryKey, seed } from "../../../renderer/state/insight/insight.ts";
import { sidesOf } from "../../../renderer/state/insight/sides.ts";
import { statementsOf } from "../../../renderer/state/insight/statements.ts";
import { stripsOf } from "../../../renderer/state/insight/strips.ts";
import { comparingOf } from "../../../renderer/state/review/comparing.ts";
import { contract } from "../../../shared/api/contract.ts";
import { message } from "../../../shared/words/message.ts";
import { eventually } from "../../helpers/eventually.ts";
import { writeReviewProject } from "../../helpers/review-project.ts";
import { type Person, person, temporaryFolder } from "../../main/core/workplace.ts";
import { windowOn } from "./desk.ts";

interface Asked {
  readonly name: string;
  readonly reply: unknown;
}

/** The client, and everything that is asked through it. */
function recorded(client: Person): { readonly client: Person; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const call: Person["call"] = async (name, input) => {
    const reply = await client.call(name, input);
    asked.push({ name, reply });
    return reply;
  };
  return { client: { ...client, call }, asked };
}

const appearances: FiguresQuery = { measures: ["appearances"], by: ["entity"] };

/** A project in which three people annotated the same articles, open in the window of the first. */
async function scene() {
  const folder = temporaryFolder();
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const { client, asked } = recorded(await person(join(folder, "home"), "Ana"));
  const workspace = await windowOn(client);
  await workspace.openProject(review.path, "write");
  const [, ben, cem] = review.annotators;
  if (!ben || !cem) throw new Error("Three people annotated.");
  return { workspace, asked, colleagues: [ben, cem], file: join(folder, "figures.csv") };
}

/** Uses every method that the views call. */
async function goThroughViews({ workspace, file }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  const insight = insightOf(workspace);
  const statements = statementsOf(workspace);
  insight.follow([appearances]);
  statements.follow();
  await eventually(() => {
    expect(insight.state.get().figures.get(queryKey(appearances))).toBeDefined();
    expect(statements.state.get().isListing).toBe(false);
    expect(statements.state.get().listing?.total).toBeGreaterThan(0);
  });
  const [group] = insight.state.get().figures.get(queryKey(appearances))?.[0]?.groups ?? [];
  const figure = {
    measure: "appearances",
    by: ["entity"],
    group: group?.by ?? {},
    part: "numerator",
  } as const;
  expect(await insight.openFigure(figure, message("figures.overview"))).toBe(true);
  insight.closeDetails();
  const { scope } = insight.state.get();
  const writing = { format: "csv", language: "en", path: file, overwrite: true } as const;
  expect(await workspace.exchange.writeFigures({ ...appearances, scope, seed, ...writing })).toEqual({
    is: "written",
  });
  await eventually(() => expect(statements.state.get().isListing).toBe(false));
  await statements.selectAll();
  statements.clearSelection();
  const strips = stripsOf(workspace);
  const leaveStrips = strips.follow();
  sidesOf(workspace).follow({ measures: ["statements"], one: scope, other: scope });
  await eventually(() => {
    expect(strips.state.get().strips.size).toBeGreaterThan(0);
    expect(sidesOf(workspace).state.get().answer).not.toBeNull();
  });
  leaveStrips();
}

/** A chart is written as the page has drawn it; disagreements are asked for by a view that says while names are hidden that it shows none. */
const reading = Object.keys(contract).filter(
  (name) =>
    /^(insight|statements)\./u.test(name) && !/\.(stop|edit|rows|writeChart|disagreements)$/u.test(name),
);

test("neither Insight nor Statements is answered anything of colleagues while names are hidden, whoever was chosen", async () => {
  const here = await scene();
  const { workspace, asked, colleagues } = here;
  comparingOf(workspace).setBlind(true);
  for (const sets of [
    { of: "either" } as const,
    ...colleagues.map(({ id }) => ({ of: "person", id }) as const),
  ]) {
    insightOf(workspace).choose({ sets });
    asked.length = 0;
    await goThroughViews(here);
    const answered = asked.filter(({ name }) => reading.includes(name));
    expect(new Set(answered.map(({ name }) => name))).toEqual(new Set(reading));
    const told = JSON.stringify([
      answered,
      insightOf(workspace).state.get(),
      statementsOf(workspace).state.get(),
      [...stripsOf(workspace).state.get().strips],
      sidesOf(workspace).state.get(),
    ]);
    for (const { id, name } of colleagues) {
      expect(told).not.toContain(`"${id}"`);
      expect(told).not.toContain(`"${name}"`);
    }
    expect(insightOf(workspace).state.get().isBlind).toBe(true);
  }
});

test("what was shown of a colleague goes at once when names are hidden, and comes back when they are shown again", async () => {
  const here = await scene();
  const { workspace, colleagues } = here;
  const [ben] = colleagues;
  const [insight, statements] = [insightOf(workspace), statementsOf(workspace)];
  const sets = { of: "person", id: ben?.id ?? "" } as const;
  insight.choose({ sets });
  await goThroughViews(here);
  const rowsOf = (): readonly string[] =>
    [...statements.state.get().rows.values()].map(({ annotator }) => annotator);
  expect(new Set(rowsOf())).toEqual(new Set([ben?.id]));
  comparingOf(workspace).setBlind(true);
  expect(insight.state.get().figures.size).toBe(0);
  expect(rowsOf()).toEqual([]);
  await eventually(() => expect(rowsOf().length).toBeGreaterThan(0));
  expect(rowsOf()).not.toContain(ben?.id);
  comparingOf(workspace).setBlind(false);
  expect(insight.state.get()).toMatchObject({ isBlind: false, scope: { sets } });
  await eventually(() => expect(new Set(rowsOf())).toEqual(new Set([ben?.id])));
});
