// Somebody who has given no name, at a window over a real core: what they ask for waits for the name, and then goes on as it was asked for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { lastReportOf } from "../../../renderer/state/window/reports.ts";
import { createUiState, showPage } from "../../../renderer/state/window/ui-state.ts";
import { visitsOf } from "../../../renderer/state/window/visits.ts";
import { tagSelection, updateEntity } from "../../../shared/commands/index.ts";
import { get, records } from "../../../shared/model/table.ts";
import { type Person, person, temporaryFolder, text, windowOf } from "../../main/core/workplace.ts";
import { shownSession, windowOn } from "./desk.ts";

interface Desk {
  readonly client: Person;
  readonly workspace: Workspace;
  readonly path: string;
}

/** A window of somebody without a name, with a project of one article. */
async function deskOfNobody(): Promise<Desk> {
  const folder = temporaryFolder();
  const path = join(folder, "project");
  const client = await person(join(folder, "home"), null);
  const workspace = await windowOn(client);
  await workspace.createProject(path, "Bridges");
  await workspace.importText(text, "a.txt");
  return { client, workspace, path };
}

const mark = (here: Pick<Desk, "workspace">, start = 0) =>
  shownSession(here).run(tagSelection, {
    range: { start, end: start + 4 },
    type: "speaker",
    snap: true,
    card: null,
  });

const spansIn = (here: Pick<Desk, "workspace">) => [...records(shownSession(here).annotations().set.spans)];

const isAsked = ({ workspace }: Pick<Desk, "workspace">) => workspace.state.get().isNameAsked;

const annotatorsIn = (path: string) =>
  JSON.parse(readFileSync(join(path, "project.json"), "utf8")).annotators;

test("a project is made and an article imported without a question", async () => {
  const here = await deskOfNobody();
  expect(here.workspace.state.get()).toMatchObject({ isNameAsked: false, problem: null });
  expect(shownSession(here).readOnly).toBe(false);
});

test("a first mark waits for the name, and is made under it in the same session", async () => {
  const here = await deskOfNobody();
  const session = shownSession(here);
  expect(mark(here)).toEqual({ refusal: "name-missing" });
  expect(isAsked(here)).toBe(true);
  expect(spansIn(here)).toEqual([]);
  await here.workspace.setAnnotatorName("Dana");
  expect(shownSession(here)).toBe(session);
  const { project } = here.workspace.state.get();
  expect(project?.annotator?.name).toBe("Dana");
  expect(spansIn(here)).toMatchObject([
    { type: "speaker", provenance: { annotator: project?.annotator?.id } },
  ]);
  await session.queue.drained();
  expect(annotatorsIn(here.path)).toEqual([project?.annotator]);
  expect(here.workspace.history.state.get().history.done).toMatchObject([
    { step: { command: "tag-selection" } },
  ]);
  expect(isAsked(here)).toBe(false);
});

test("the way back and the last report outlast the name that is given in between", async () => {
  const here = await deskOfNobody();
  const ui = createUiState();
  const visits = visitsOf(here.workspace, ui);
  const stop = visits.follow();
  showPage(ui, "board");
  ui.patch({ page: null });
  const report = lastReportOf(here.workspace);
  const before = { visits: visits.state.get(), report: report.get() };
  expect(before).toMatchObject({ visits: { at: 2 }, report: { kind: "imported" } });
  mark(here);
  await here.workspace.setAnnotatorName("Dana");
  expect(spansIn(here)).toHaveLength(1);
  expect({ visits: visits.state.get(), report: report.get() }).toEqual(before);
  stop();
});

test("no mark is made where no name is given, and the next one is asked about anew", async () => {
  const here = await deskOfNobody();
  mark(here);
  here.workspace.giveNoName();
  expect(isAsked(here)).toBe(false);
  expect(spansIn(here)).toEqual([]);
  expect(here.workspace.history.state.get().history.done).toEqual([]);
  mark(here, 6);
  expect(isAsked(here)).toBe(true);
  await here.workspace.setAnnotatorName("Dana");
  expect(spansIn(here)).toMatchObject([{ segments: [{ quote: "Ines" }] }]);
});

test("all that was begun as one goes on as one, once", async () => {
  const here = await deskOfNobody();
  let runs = 0;
  here.workspace.asWhole(() => {
    runs += 1;
    mark(here);
    mark(here, 6);
  });
  expect(runs).toBe(1);
  await here.workspace.setAnnotatorName("Dana");
  expect(runs).toBe(2);
  expect(spansIn(here)).toHaveLength(2);
});

/** The same with their copy of the sample. */
async function sampleOfNobody() {
  const client = await person(join(temporaryFolder(), "home"), null);
  const workspace = await windowOn(client);
  await workspace.openSample();
  const { articles, entities } = workspace.state.get();
  const [first, entity] = [articles[0], [...records(entities)][0]];
  if (!first || !entity) throw new Error("The sample has articles and entities.");
  return {
    workspace,
    articles,
    nameNow: () => get(workspace.state.get().entities, entity.id)?.name,
    rename: () => workspace.registry.run(updateEntity, { entity: entity.id, name: "Another name" }),
    putAway: () => workspace.trash.putAway("article", first.id),
    entity,
  };
}

test("a change of the registry, and whatever else the core refuses without a name, waits for it too", async () => {
  const { workspace, articles, nameNow, rename, putAway, entity } = await sampleOfNobody();
  const renamed = rename();
  expect(isAsked({ workspace })).toBe(true);
  expect(nameNow()).toBe(entity.name);
  await workspace.setAnnotatorName("Dana");
  expect(await renamed).toBe(null);
  expect(nameNow()).toBe("Another name");
  expect(await putAway()).toBe(true);
  expect(workspace.state.get().articles).toHaveLength(articles.length - 1);
});

test("what waits for a name that is not given is not done, without a word", async () => {
  const { workspace, articles, nameNow, rename, putAway, entity } = await sampleOfNobody();
  const renamed = rename();
  workspace.giveNoName();
  expect(await renamed).toBe("name-missing");
  expect(nameNow()).toBe(entity.name);
  const away = putAway();
  await expect.poll(() => isAsked({ workspace })).toBe(true);
  workspace.giveNoName();
  expect(await away).toBe(false);
  expect(workspace.state.get()).toMatchObject({ problem: null, report: null, isNameAsked: false });
  expect(workspace.state.get().articles).toEqual(articles);
});

test("a second window does not ask for the name that was given in the first", async () => {
  const here = await deskOfNobody();
  const workspace = await windowOn(windowOf(here.client.core));
  await workspace.openProject(here.path, "write");
  const other = { ...here, workspace };
  mark(here);
  await here.workspace.setAnnotatorName("Dana");
  await shownSession(here).queue.drained();
  mark(other, 6);
  await expect.poll(() => spansIn(other).length).toBe(2);
  await shownSession(other).queue.drained();
  expect(isAsked(other)).toBe(false);
  expect(new Set(spansIn(other).map(({ provenance }) => provenance.annotator))).toEqual(
    new Set([here.workspace.state.get().project?.annotator?.id]),
  );
});

test("the name of somebody in the project makes the mark one of theirs, beside those that they have", async () => {
  const here = await deskOfNobody();
  mark(here);
  await here.workspace.setAnnotatorName("Dana");
  await shownSession(here).queue.drained();
  const dana = here.workspace.state.get().project?.annotator;
  await here.workspace.closeProject();
  const client = await person(join(temporaryFolder(), "home"), null);
  const workspace = await windowOn(client);
  await workspace.openProject(here.path, "write");
  const anew = { ...here, workspace };
  expect(spansIn(anew)).toHaveLength(1);
  mark(anew, 6);
  await workspace.setAnnotatorName("Dana");
  expect(workspace.state.get().project?.annotator).toEqual(dana);
  expect(spansIn(anew)).toHaveLength(2);
});
