// Dialogs about the article on the screen, over a real core: another article that comes while one is open takes it away.
import { beforeEach, expect, test, vi } from "vitest";
import { keyboardFor } from "../../../renderer/actions/keyboard.ts";
import { articleDialogs, closeWithArticle, createUiState } from "../../../renderer/state/window/ui-state.ts";
import { tagSelection } from "../../../shared/commands/index.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { desk, shownSession, windowOn } from "./desk.ts";

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
  vi.stubGlobal("window", new EventTarget());
});

/** A window with an article open that has a mention in focus, and another article that it does not know yet. */
async function atMention() {
  const { client, path } = await desk();
  const workspace = await windowOn(client);
  await workspace.openProject(path, "write");
  const ui = createUiState();
  closeWithArticle(workspace.state, ui);
  const session = shownSession({ workspace });
  session.run(tagSelection, { range: { start: 0, end: 4 }, type: "speaker", snap: true, card: null });
  const other = workspace.state.get().articles.find(({ id }) => id !== session.article.id)?.id ?? "";
  const keyboard = keyboardFor(newsAttribution, workspace.state.get().settings.keys);
  const press = (key: string): void => keyboard.actionAt(key, null)?.run({ workspace, ui });
  return { workspace, ui, session, other, press };
}

test("whom a mention means is not asked of the article that was loading meanwhile", async () => {
  const { workspace, ui, session, other, press } = await atMention();
  const opening = workspace.openArticle(other);
  press("e");
  expect(ui.get().dialog).toBe("choose-entity");
  expect(shownSession({ workspace })).toBe(session);
  await opening;
  expect(shownSession({ workspace }).article.id).toBe(other);
  expect(ui.get().dialog).toBeNull();
});

test.each(articleDialogs)("%s goes with its article, and stays while the article does", async (dialog) => {
  const { workspace, ui, session, other } = await atMention();
  ui.patch({ dialog });
  await workspace.openArticle(session.article.id);
  expect(ui.get().dialog).toBe(dialog);
  await workspace.openArticle(other);
  expect(ui.get().dialog).toBeNull();
});

test("what is about the project, or about an article of the list, stays", async () => {
  const { workspace, ui, session, other } = await atMention();
  ui.patch({ dialog: "settings" });
  await workspace.openArticle(other);
  expect(ui.get().dialog).toBe("settings");
  ui.patch({ dialog: "article-about", aboutArticle: other });
  await workspace.openArticle(session.article.id);
  expect(ui.get().dialog).toBe("article-about");
});
