// A window whose host is away for a while: what another window did meanwhile it learns once the host is back.
import { expect, test } from "vitest";
import { createStore } from "../../../renderer/lib/store.ts";
import { statementsOf } from "../../../renderer/state/insight/statements.ts";
import type { ConnectionState } from "../../../renderer/state/project/workspace.ts";
import { clientOver } from "../../../shared/api/client.ts";
import type { Event } from "../../../shared/api/contract.ts";
import { createAttribution } from "../../../shared/commands/index.ts";
import { newId } from "../../main/core/workplace.ts";
import { type Desk, desk, saved, shownSession, tagIn, windowOn } from "./desk.ts";

interface Away extends Desk {
  /** From here on no call gets through, and nothing is heard. */
  goAway(): void;
  /** The host is there again. `isForgotten`: it counted the window as closed meanwhile. */
  comeBack(isForgotten?: boolean): Promise<void>;
}

/** `sent`: when what it saves goes on its way. */
async function another(here: Desk, sent?: Promise<void>): Promise<Away> {
  const id = newId();
  const { core } = here.client;
  let isAway = false;
  const connection = createStore<ConnectionState>("up");
  const unreachable = { code: "unreachable", problem: "host-unreachable", detail: {} } as const;
  const client = clientOver({
    async call(name, input) {
      if (name === "annotations.apply") await sent;
      return isAway ? { ok: false, error: unreachable } : core.dispatch(name, input, id);
    },
    subscribe: (listener: (event: Event) => void) =>
      core.subscribe((event, to) => {
        if (!isAway && (to === undefined || to === id)) listener(event);
      }),
  });
  const workspace = await windowOn(client, { connection });
  await workspace.openProject(here.path, "write");
  return {
    ...here,
    workspace,
    goAway() {
      isAway = true;
      connection.set("down");
    },
    async comeBack(isForgotten = false) {
      if (isForgotten) await core.clientGone(id);
      isAway = false;
      connection.set("up");
    },
  };
}

async function deleted(by: Desk, article: string): Promise<void> {
  expect(await by.workspace.trash.putAway("article", article)).toBe(true);
  await by.workspace.trash.empty([{ kind: "article", id: article, name: "" }]);
}

const waiting = ({ workspace }: Desk) => workspace.state.get().stranded.map(({ article }) => article.id);
const told = ({ workspace }: Desk) =>
  workspace.state
    .get()
    .dropped.map(({ article, isDeleted, changes }) => [article, isDeleted, changes.length]);

/** A window with a mark that could not be saved, in an article that another has put in the trash since. */
async function stranded(here: Desk): Promise<{ one: Away; two: Away }> {
  const [article, next] = here.articles;
  const [one, two] = [await another(here), await another(here)];
  await one.workspace.openArticle(article);
  one.goAway();
  await tagIn(one, article, 0);
  await two.workspace.trash.putAway("article", article);
  await one.comeBack(true);
  await expect.poll(() => waiting(one)).toEqual([article]);
  expect(shownSession(one).article.id).toBe(next);
  return { one, two };
}

test.each([false, true])(
  "it stops offering to take an article back that was deleted for good meanwhile (forgotten by the host: %s)",
  async (isForgotten) => {
    const here = await desk();
    const [article] = here.articles;
    const { one, two } = await stranded(here);
    one.goAway();
    await two.workspace.trash.empty([{ kind: "article", id: article, name: "" }]);
    expect(waiting(one)).toEqual([article]);
    await one.comeBack(isForgotten);
    await expect.poll(() => waiting(one)).toEqual([]);
    expect(told(one)).toEqual([[article, true, 1]]);
    expect(one.workspace.state.get().articles.map(({ id }) => id)).toEqual([here.articles[1]]);
  },
);

test("it goes on offering an article that is in the trash still, and saves what waits once that is back", async () => {
  const here = await desk();
  const [article] = here.articles;
  const { one } = await stranded(here);
  one.goAway();
  await one.comeBack();
  await one.workspace.trash.takeBack({ kind: "article", id: article, name: "" });
  await expect.poll(() => one.workspace.hasUnsaved()).toBe(false);
  expect(waiting(one)).toEqual([]);
  expect(told(one)).toEqual([]);
  expect(shownSession(one).state.get().spanOrder).toHaveLength(1);
});

test("it learns that an article which is open in it, with a mark that is not saved, was moved to the trash and deleted meanwhile", async () => {
  const here = await desk();
  const [article, next] = here.articles;
  const [one, two] = [await another(here), await another(here)];
  await one.workspace.openArticle(article);
  one.goAway();
  await tagIn(one, article, 0);
  await deleted(two, article);
  await one.comeBack(true);
  await expect.poll(() => told(one)).toEqual([[article, true, 1]]);
  expect(shownSession(one).article.id).toBe(next);
  expect(waiting(one)).toEqual([]);
  expect(one.workspace.hasUnsaved()).toBe(false);
});

test("an article that is moved to the trash and deleted at once, before the list of articles is told, leaves nothing that waits", async () => {
  const here = await desk();
  const [article] = here.articles;
  let send = (): void => undefined;
  const one = await another(
    here,
    new Promise((resolve) => {
      send = resolve;
    }),
  );
  const { handle = "" } = here.workspace.state.get().project ?? {};
  await tagIn(one, article, 0);
  await here.client.call("article.putAway", { project: handle, article });
  await here.client.call("trash.empty", { project: handle, items: [{ kind: "article", id: article }] });
  await expect.poll(() => told(one)).toEqual([[article, true, 1]]);
  expect(waiting(one)).toEqual([]);
  expect(one.workspace.hasUnsaved()).toBe(false);
  send();
});

test("the list of statements on the screen has what another window made meanwhile once the host is back", async () => {
  const here = await desk();
  const [one, two] = [await another(here), await another(here)];
  const total = ({ workspace }: Desk) => statementsOf(workspace).state.get().listing?.total;
  for (const window of [one, two]) {
    statementsOf(window.workspace).follow();
    await expect.poll(() => total(window)).toBe(0);
  }
  one.goAway();
  await tagIn(two, here.articles[0], 0, "claim");
  const { span } = shownSession(two).focus();
  shownSession(two).run(createAttribution, { span: span ?? "" });
  await saved(two);
  await expect.poll(() => total(two)).toBe(1);
  expect(total(one)).toBe(0);
  await one.comeBack();
  await expect.poll(() => total(one)).toBe(1);
});
