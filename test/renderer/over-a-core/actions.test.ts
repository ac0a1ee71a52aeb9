// Actions over a real core: why one cannot be done, and what is copied.
import { afterEach, expect, test, vi } from "vitest";
import type { ActionContext } from "../../../renderer/actions/action.ts";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { runAtCursor } from "../../../renderer/actions/keyboard.ts";
import { whyUnavailable } from "../../../renderer/actions/unavailable.ts";
import type { Session } from "../../../renderer/state/session/session.ts";
import { suggestingOf } from "../../../renderer/state/suggestions/suggesting.ts";
import { createUiState } from "../../../renderer/state/window/ui-state.ts";
import type { Client } from "../../../shared/api/client.ts";
import { deleteSpan, tagInNewCard } from "../../../shared/commands/index.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { message } from "../../../shared/words/message.ts";
import { desk, shownSession, windowOn } from "./desk.ts";

const actionCalled = (id: string) => {
  const action = actionsFor(newsAttribution).find((one) => one.id === id);
  if (!action) throw new Error(`There is no action ${id}.`);
  return action;
};

afterEach(() => vi.unstubAllGlobals());

test("in a project that is only read, an action that reads says what it lacks, and another that nothing is written", async () => {
  const { path, client, articles } = await desk();
  const workspace = await windowOn(client);
  await workspace.openProject(path, "read");
  await workspace.openArticle(articles[0]);
  const context: ActionContext = { workspace, ui: createUiState() };
  const reasons = (...ids: readonly string[]) => ids.map((id) => whyUnavailable(actionCalled(id), context));
  expect(reasons("history-of-span", "history-of-card", "find-span-words", "find-entity-names")).toEqual(
    Array.from({ length: 4 }, () => message("actions.needs-focus")),
  );
  expect(reasons("find-next", "next-proposal")).toEqual([
    message("actions.nothing-to-do"),
    message("actions.nothing-to-do"),
  ]);
  expect(reasons("delete")).toEqual([message("actions.needs-writing")]);
});

test("what is about a suggestion says so where none is in focus, and the key to the next one where none is offered", async () => {
  const { path, client, articles } = await desk();
  const workspace = await windowOn(client);
  await workspace.openProject(path, "write");
  await workspace.openArticle(articles[0]);
  const context: ActionContext = { workspace, ui: createUiState() };
  const session = shownSession({ workspace });
  expect(whyUnavailable(actionCalled("reject-suggestion"), context)).toEqual(
    message("actions.needs-suggestion"),
  );
  for (const inArticle of [true, false]) {
    runAtCursor(actionCalled("edit-suggestion"), context, inArticle);
    expect(session.state.get().notice).toEqual({ kind: "no-suggestion-in-focus" });
    const isLooking = suggestingOf(workspace).state.get().status === "looking";
    runAtCursor(actionCalled("next-suggestion"), context, inArticle);
    expect(session.state.get().notice).toEqual({
      kind: isLooking ? "looking-for-suggestions" : "no-suggestions",
    });
    runAtCursor(actionCalled("next-proposal"), context, inArticle);
    expect(session.state.get().notice).toBeNull();
  }
});

/** A window in which a card is in focus that claims these words; `onAsked`: what happens when it asks what is known of the article. */
async function withCard(words: string, onAsked: (session: Session) => void) {
  const { path, client: core, articles } = await desk();
  const client: Client = {
    ...core,
    async call(method, input) {
      if (method === "article.known") onAsked(shownSession({ workspace }));
      return core.call(method, input);
    },
  };
  const workspace = await windowOn(client);
  await workspace.openProject(path, "write");
  await workspace.openArticle(articles[0]);
  const session = shownSession({ workspace });
  const start = session.text.text.indexOf(words);
  session.run(tagInNewCard, { range: { start, end: start + words.length } });
  return { session, context: { workspace, ui: createUiState() } };
}

/** Stands for the page and its clipboard; gives what was copied as plain text, `null` for nothing. */
function clipboard(): () => string | null {
  let copiedText: string | null = null;
  const page = Object.assign(new EventTarget(), {
    execCommand(): boolean {
      const setData = (type: string, text: string): void => {
        if (type === "text/plain") copiedText = text;
      };
      page.dispatchEvent(Object.assign(new Event("copy"), { clipboardData: { setData } }));
      return true;
    },
  });
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
  return () => copiedText;
}

test("a citation has the words that the card had when it was copied, whatever is done while the core answers", async () => {
  const copied = clipboard();
  const { context } = await withCard("would reopen in May", (session) =>
    session.run(deleteSpan, { span: session.focus().span ?? "" }),
  );
  actionCalled("copy-card").run(context);
  await expect.poll(copied).not.toBeNull();
  expect(copied()?.split("\n")[0]).toBe("would reopen in May");
});

test("a citation that cannot be copied says why", async () => {
  const error = new ApiError("article-missing", { article: "gone" });
  const { session, context } = await withCard("would reopen in May", () => {
    throw error;
  });
  actionCalled("copy-card").run(context);
  await expect
    .poll(() => session.state.get().notice)
    .toEqual({
      kind: "result",
      isRefused: true,
      says: message("cards.citation-failed", { reason: explain(error).what }),
    });
});
