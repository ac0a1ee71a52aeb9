// One history over the articles of a project, the registry and a restart, through a window's whole state and a real core:
// whatever was done is taken back to nothing and done again to everything, byte for byte.
import fc from "fast-check";
import { expect, test } from "vitest";
import { renameArticle } from "../../../renderer/state/articles/describing.ts";
import { createEntity, deleteSpan } from "../../../shared/commands/index.ts";
import { added, type Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { runs } from "../../helpers/tier.ts";
import { newId, spanBy } from "../../main/core/workplace.ts";
import { afterKill, type Desk, desk, past, saved, shownSession, stored, tagIn, windowOn } from "./desk.ts";

/** A step over both articles with an entity that both mention. */
function everywhere(here: Desk) {
  const annotator = here.workspace.state.get().project?.annotator?.id ?? "";
  const entity: Entity = { id: newId(), name: "Ines Duarte", type: "person", naming: "named", aliases: [] };
  const change = (): Change => ({
    spans: added({ ...spanBy(annotator), type: "source", entity: entity.id }),
  });
  return here.workspace.applyStep({
    command: "tag-all",
    parts: here.articles.map((article) => ({ article, change: change() })),
    entities: added(entity),
  });
}

test("the last step is taken back wherever it was, and its article is shown, with a word", async () => {
  const here = await desk();
  const [first, second] = here.articles;
  await tagIn(here, first, 0);
  await tagIn(here, second, 6);
  await here.workspace.openArticle(first);
  await here.workspace.history.undo();
  expect(shownSession(here).article.id).toBe(second);
  expect(shownSession(here).state.get()).toMatchObject({
    spanOrder: [],
    notice: { kind: "walked", direction: "undo", title: shownSession(here).article.title },
  });
  expect(shownSession(here).wanted.current).toEqual({ start: 6, end: 10 });
  await here.workspace.history.undo();
  expect(shownSession(here).article.id).toBe(first);
  expect(past(here)).toMatchObject({ done: [], undone: [{}, {}] });
  await here.workspace.history.redo();
  expect(shownSession(here).article.id).toBe(first);
  expect(shownSession(here).state.get().notice).toBeNull();
  await here.workspace.history.redo();
  expect(shownSession(here).article.id).toBe(second);
});

test("where a correction is taken back is said only of an article that was not on the screen", async () => {
  const here = await desk();
  const [first, second] = here.articles;
  await here.workspace.openArticle(first);
  const { article, text } = shownSession(here);
  const correction = { article, text: `${text.text}More.`, why: "correction" as const };
  expect(await here.workspace.revising.revise(correction, "")).toBe(true);
  await here.workspace.history.undo();
  expect([shownSession(here).text.text, shownSession(here).state.get().notice]).toEqual([text.text, null]);
  await here.workspace.openArticle(second);
  await here.workspace.history.redo();
  expect(shownSession(here).state.get().notice).toEqual({
    kind: "walked",
    direction: "redo",
    title: article.title,
    command: "revise-article",
  });
  await here.workspace.openArticle(first);
  expect(shownSession(here).text.text).toBe(correction.text);
});

test("undone details are said by what they were, and by the article only where another is shown", async () => {
  const here = await desk();
  const [first, second] = here.articles;
  await here.workspace.openArticle(first);
  expect(await renameArticle(here.workspace, first, "New")).toBeNull();
  await here.workspace.history.undo();
  const walked = { kind: "walked", command: "describe-article" };
  expect(shownSession(here).state.get().notice).toEqual({ ...walked, direction: "undo", title: null });
  await here.workspace.openArticle(second);
  await here.workspace.history.redo();
  expect(shownSession(here).state.get().notice).toEqual({ ...walked, direction: "redo", title: "New" });
});

test("a step over several articles is taken back and done again as one, in the open ones and on the disk", async () => {
  const here = await desk();
  const nothing = await stored(here.client, here.path);
  expect(await everywhere(here)).toBe(true);
  const everything = await stored(here.client, here.path);
  expect(shownSession(here).state.get().spanOrder).toHaveLength(1);
  await here.workspace.history.undo();
  expect(shownSession(here).state.get().spanOrder).toHaveLength(0);
  expect(await stored(here.client, here.path)).toBe(nothing);
  await here.workspace.history.redo();
  expect(await stored(here.client, here.path)).toBe(everything);
  expect(past(here)).toMatchObject({ done: [{ step: { command: "tag-all" } }], undone: [] });
});

test("whatever was done in two articles is undone to nothing and redone to everything, with a restart in between", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1), fc.nat(60), fc.nat(5)), { minLength: 1, maxLength: 12 }),
      async (acts) => {
        const here = await desk();
        const nothing = await stored(here.client, here.path);
        for (const [which, start, what] of acts) {
          const article = here.articles[which === 0 ? 0 : 1];
          await here.workspace.openArticle(article);
          const { span } = shownSession(here).focus();
          if (what < 2) await tagIn(here, article, start, what === 0 ? "speaker" : "claim");
          else if (what === 2 && span !== null) shownSession(here).run(createEntity, { span });
          else if (what === 3 && span !== null) shownSession(here).run(deleteSpan, { span });
          else if (what === 4) await here.workspace.history.undo();
          else if (what === 5 && start < 20) await everywhere(here);
        }
        while (past(here).undone.length > 0) await here.workspace.history.redo();
        await saved(here);
        const everything = await stored(here.client, here.path);

        const again = await afterKill(here);
        await again.workspace.history.goTo(null);
        await saved(again);
        expect(await stored(again.client, again.path)).toBe(nothing);
        expect(past(again).done).toHaveLength(0);
        const last = past(again).undone[0]?.step.id;
        if (last !== undefined) await again.workspace.history.goTo(last);
        await saved(again);
        expect(await stored(again.client, again.path)).toBe(everything);
        await again.client.core.close();
      },
    ),
    {
      numRuns: runs(6),
      // An entity that two articles mention goes with the last step that is taken back, in whatever order they are saved.
      examples: [
        [
          [
            [1, 5, 0],
            [1, 0, 2],
            [0, 5, 0],
            [0, 0, 0],
          ],
        ],
      ],
    },
  );
});

test("a step that a colleague has overtaken is given up with a word, and those before it can be reached", async () => {
  const here = await desk();
  const [first] = here.articles;
  await tagIn(here, first, 0);
  await everywhere(here);
  await saved(here);
  // Somebody at another window takes the marks of the step away.
  const other = await windowOn(here.client);
  await other.openProject(here.path, "write");
  await other.openArticle(first);
  const marks = shownSession({ workspace: other }).state.get().annotations.set.spans;
  const sources = marks.buckets.flatMap((bucket) => [...(bucket?.values() ?? [])]);
  for (const span of sources.filter(({ type }) => type === "source"))
    shownSession({ workspace: other }).run(deleteSpan, { span: span.id });
  await expect.poll(() => other.hasUnsaved()).toBe(false);
  await here.workspace.history.undo();
  expect(shownSession(here).state.get().notice).toEqual({ kind: "cannot-undo" });
  expect(past(here).done.map(({ step }) => step.command)).toEqual(["tag-selection"]);
  await here.workspace.history.undo();
  expect(past(here).done).toHaveLength(0);
});

test("a change that points to an entity of another article is saved after it, however fast they come", async () => {
  const here = await desk();
  const [first, second] = here.articles;
  await here.workspace.openArticle(second);
  await tagIn(here, first, 0);
  const span = shownSession(here).focus().span ?? "";
  // Both before anything of it can be saved.
  shownSession(here).run(createEntity, { span });
  await tagIn(here, second, 0);
  await saved(here);
  expect(shownSession(here).state.get().notice).toBeNull();
  expect((await here.workspace.registry.counts())?.size).toBe(1);
  expect([...((await here.workspace.registry.counts())?.values() ?? [])]).toMatchObject([{ mentions: 2 }]);
});
