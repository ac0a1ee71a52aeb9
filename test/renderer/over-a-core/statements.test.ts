// The list of all statements in a window, over a real core: rows that come as they are asked for, a selection that is given another value in
// articles that are open and in those that are not, one undo for all of it, and filters that are kept.
import { join } from "node:path";
import { expect, test } from "vitest";
import { insightOf } from "../../../renderer/state/insight/insight.ts";
import { countNotListed, statementsOf } from "../../../renderer/state/insight/statements.ts";
import { createAttribution, tagSelection } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { records } from "../../../shared/model/table.ts";
import { cardKey } from "../../../shared/statements/list-statements.ts";
import { writeCuratedProject } from "../../helpers/curated-project.ts";
import { inMemory, person, temporaryFolder } from "../../main/core/workplace.ts";
import { type Desk, desk, listening, past, saved, shownSession, windowOn } from "./desk.ts";

/** A claim with its card on these characters of an article. */
async function cardIn(here: Desk, article: Id, start: number): Promise<void> {
  await here.workspace.openArticle(article);
  const session = shownSession(here);
  session.run(tagSelection, { range: { start, end: start + 4 }, type: "claim", snap: true, card: null });
  const { span } = session.focus();
  if (span !== null) session.run(createAttribution, { span });
}

/** Two cards in each of two articles, and the list of them. */
async function listed() {
  const here = await desk();
  for (const article of here.articles) for (const start of [0, 23]) await cardIn(here, article, start);
  await saved(here);
  const statements = statementsOf(here.workspace);
  statements.follow();
  await expect.poll(() => statements.state.get().listing?.total).toBe(4);
  return { here, statements };
}

const polarities = async ({ client, workspace, articles }: Desk): Promise<readonly unknown[]> => {
  const project = workspace.state.get().project?.handle ?? "";
  const found: unknown[] = [];
  for (const article of articles) {
    const { set } = await client.call("article.open", { project, article });
    found.push(...set.attributions.map(({ fields }) => fields.polarity));
  }
  return found;
};

const denies = { of: "field", field: "polarity", value: "denies" } as const;

test("all that are selected get another value, in the open article too, and one undo takes it back", async () => {
  const { here, statements } = await listed();
  const before = await polarities(here);
  await statements.selectAll();
  const cards = [...statements.state.get().selected.cards.values()];
  expect(cards).toHaveLength(4);
  const steps = past(here).done.length;
  const { refused, step } = await statements.edit(cards, denies);
  expect({ refused, parts: step?.parts.length }).toEqual({ refused: [], parts: 2 });
  expect(await polarities(here)).toEqual(["denies", "denies", "denies", "denies"]);
  const shown = [...records(shownSession(here).annotations().set.attributions)];
  expect(shown.map(({ fields }) => fields.polarity)).toEqual(["denies", "denies"]);
  expect(past(here).done).toHaveLength(steps + 1);
  expect(statements.state.get().outcome).toEqual({ key: "statements.changed", values: { count: 4 } });

  statements.ask({ where: { "field polarity": ["denies"] } });
  await expect.poll(() => statements.state.get().listing).toMatchObject({ total: 4, all: 4 });
  await here.workspace.history.undo();
  expect(await polarities(here)).toEqual(before);
  statements.again();
  await expect.poll(() => statements.state.get().listing).toMatchObject({ total: 0, all: 4 });
  await here.workspace.history.redo();
  expect(await polarities(here)).toEqual(["denies", "denies", "denies", "denies"]);
});

test("a card that is gone keeps all from being changed, and is named", async () => {
  const { here, statements } = await listed();
  const before = await polarities(here);
  await statements.selectAll();
  const cards = [...statements.state.get().selected.cards.values()];
  const [first] = cards;
  if (!first) throw new Error("Cards are selected.");
  const gone = { ...first, card: first.article };
  const { step, refused } = await statements.edit([...cards, gone], denies);
  expect(step).toBeNull();
  expect(refused).toEqual([{ article: gone.article, card: gone.card, refusal: "card-missing" }]);
  expect(await polarities(here)).toEqual(before);
  expect(statements.state.get().outcome).toBeNull();
});

test("rows are selected one by one and from one to another, and the row that is looked at stays so", async () => {
  const { statements } = await listed();
  const keys = [0, 1, 2, 3].map((at) => {
    const row = statements.state.get().rows.get(at);
    return row ? cardKey(row) : "";
  });
  const selected = (): readonly string[] => [...statements.state.get().selected.cards.keys()].sort();
  statements.toggle(1);
  expect(selected()).toEqual([keys[1]]);
  await statements.extend(3);
  expect(selected()).toEqual(keys.slice(1).sort());
  statements.toggle(2);
  expect(selected()).toEqual([keys[1], keys[3]].sort());
  statements.clearSelection();
  expect(selected()).toEqual([]);
  statements.lookAt(2);
  statements.again();
  await expect.poll(() => statements.state.get().isListing).toBe(false);
  const { current, rows } = statements.state.get();
  const row = rows.get(current?.at ?? -1);
  expect({ at: current?.at, key: row && cardKey(row) }).toEqual({ at: 2, key: keys[2] });
});

test("a selection and its anchor stay with their cards when the list is narrowed or turned, and what is not shown is told", async () => {
  const { here, statements } = await listed();
  const rowKeys = (): readonly string[] =>
    [...statements.state.get().rows].sort(([one], [other]) => one - other).map(([, row]) => cardKey(row));
  const isListed = () => expect.poll(() => statements.state.get().isListing).toBe(false);
  const keys = rowKeys();
  statements.toggle(0);
  await statements.edit([...statements.state.get().selected.cards.values()], denies);
  await isListed();
  statements.clearSelection();
  statements.toggle(3);
  // Turned round, the anchor is the first row: from there to the second one.
  statements.ask({ sort: { by: "text", isDescending: true } });
  await isListed();
  const turned = rowKeys();
  const anchored = turned.indexOf(keys[3] ?? "");
  const next = anchored === 0 ? 1 : anchored - 1;
  await statements.extend(next);
  const { selected } = statements.state.get();
  expect([...selected.cards.keys()].sort()).toEqual([keys[3], turned[next]].sort());
  expect(countNotListed(selected)).toBe(0);

  statements.clearSelection();
  await statements.selectAll();
  statements.ask({ where: { "field polarity": ["denies"] } });
  await expect.poll(() => statements.state.get().listing?.total).toBe(1);
  expect(statements.state.get().selected.cards.size).toBe(4);
  expect(countNotListed(statements.state.get().selected)).toBe(3);
  statements.deselectNotListed();
  expect([...statements.state.get().selected.cards.keys()]).toEqual([keys[0]]);
  // What an edit changes is what is selected, and no more.
  const { step } = await statements.edit([...statements.state.get().selected.cards.values()], {
    ...{ of: "field", field: "polarity", value: "asserts" },
  });
  expect(step?.parts).toHaveLength(1);
  expect((await polarities(here)).filter((one) => one === "denies")).toEqual([]);
});

test("a range begins at the row that is looked at where the anchor is not listed", async () => {
  const { statements } = await listed();
  statements.toggle(0);
  await statements.edit([...statements.state.get().selected.cards.values()], denies);
  statements.ask({ where: { "field polarity": ["asserts"] } });
  await expect.poll(() => statements.state.get().listing?.total).toBe(3);
  statements.lookAt(1);
  const shown = [1, 2].map((at) => statements.state.get().rows.get(at));
  await statements.extend(2);
  const { selected } = statements.state.get();
  const cards = [...selected.cards.keys()];
  expect(cards.slice(1)).toEqual(shown.map((row) => row && cardKey(row)));
  expect([cards.length, countNotListed(selected)]).toEqual([3, 1]);
});

test("exactly the cards behind a figure are listed until they are let go", async () => {
  const { here, statements } = await listed();
  const row = statements.state.get().rows.get(2);
  if (!row) throw new Error("There are rows.");
  const { article, card } = row;
  insightOf(here.workspace).showCards({ title: "One of them", cards: [row], figure: null });
  await expect.poll(() => statements.state.get().listing).toMatchObject({ total: 1, all: 4 });
  expect(statements.state.get().rows.get(0)).toMatchObject({ article, card });
  insightOf(here.workspace).closeDetails();
  await expect.poll(() => statements.state.get().listing?.total).toBe(4);
});

test("a filter is kept by its name, replaced and removed, and there at the next opening", async () => {
  const { here, statements } = await listed();
  const where = { kind: ["indirect"] };
  statements.ask({ where, typed: "bridge" });
  expect(await statements.save("Indirect")).toBeNull();
  const kept = [{ name: "Indirect", filter: statements.state.get().filter }];
  expect(statements.saved.get()).toEqual(kept);
  const again = await windowOn(here.client);
  await again.openProject(here.path, "write");
  expect(statementsOf(again).saved.get()).toEqual(kept);
  expect(await statements.remove("Indirect")).toBeNull();
  expect(statements.saved.get()).toEqual([]);
});

test("the list on the screen follows a card that is made in this window or in another, and its undo", async () => {
  const here = await desk();
  const openWindow = async (): Promise<Desk> => {
    const workspace = await windowOn(listening(here.client));
    await workspace.openProject(here.path, "write");
    statementsOf(workspace).follow();
    return { ...here, workspace };
  };
  const windows = [await openWindow(), await openWindow()] as const;
  const [one, two] = windows;
  const show = async (total: number): Promise<void> => {
    for (const { workspace } of windows)
      await expect.poll(() => statementsOf(workspace).state.get().listing?.all).toBe(total);
  };
  await show(0);
  await cardIn(one, here.articles[0], 0);
  await saved(one);
  await show(1);
  await two.workspace.history.undo();
  await saved(two);
  await show(0);
});

test("the list on the screen says how many articles are curated only in part", async () => {
  const folder = temporaryFolder(inMemory);
  const { path } = await writeCuratedProject(join(folder, "project"), ["Ana", "Ben"]);
  const workspace = await windowOn(await person(join(folder, "home"), "Ana"));
  await workspace.openProject(path, "write");
  insightOf(workspace).choose({ sets: { of: "curation" } });
  const statements = statementsOf(workspace);
  statements.follow();
  await expect.poll(() => statements.state.get().listing).toMatchObject({ curatedInPart: 1 });
});
