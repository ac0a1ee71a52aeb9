// Two windows of one person: one history, walked from either.
import { expect, test } from "vitest";
import { clientOver } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { newId } from "../../main/core/workplace.ts";
import { type Desk, desk, past, saved, shownSession, tagIn, windowOn } from "./desk.ts";

/** One more window on the same core, which hears what the core tells it. */
async function another(here: Desk): Promise<Desk> {
  const id = newId();
  const client = clientOver({
    call: (name, input) => here.client.core.dispatch(name, input, id),
    subscribe: (listener: (event: Event) => void) =>
      here.client.core.subscribe((event, to) => {
        if (to === undefined || to === id) listener(event);
      }),
  });
  const workspace = await windowOn(client);
  await workspace.openProject(here.path, "write");
  return { ...here, workspace };
}

test("a step of one window is taken back from the other, and done again from the first", async () => {
  const here = await desk();
  const [one, two] = [await another(here), await another(here)];
  const [article] = here.articles;
  await tagIn(one, article, 0);
  await saved(one);
  await expect.poll(() => past(two).done.map(({ step }) => step.command)).toEqual(["tag-selection"]);
  await two.workspace.history.undo();
  expect(shownSession(two).article.id).toBe(article);
  expect(shownSession(two).state.get().spanOrder).toEqual([]);
  await saved(two);
  await expect.poll(() => past(one).undone.length).toBe(1);
  await expect.poll(() => shownSession(one).state.get().spanOrder.length).toBe(0);
  await one.workspace.history.redo();
  await saved(one);
  await expect.poll(() => past(two).done.length).toBe(1);
  await expect.poll(() => shownSession(two).state.get().spanOrder.length).toBe(1);
  expect(past(one)).toMatchObject({ done: [{}], undone: [] });
});
