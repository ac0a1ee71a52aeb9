// Bookmarks: sets one on what has the keyboard, and goes from one to the next.
import type { Bookmark } from "../../shared/api/desk.ts";
import { placeOf } from "../../shared/model/annotation-set.ts";
import { cardWords } from "../../shared/model/card-words.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import { findSelector, type Selector, selectorOf, splitsSurrogatePair } from "../../shared/model/selector.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get, has } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import type { Workspace } from "../state/project/workspace.ts";
import { isAtFocus, selectionIn, touches } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import { deskOf } from "../state/window/desk.ts";
import { isViewShown } from "../state/window/ui-state.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { goToArticle } from "./articles.ts";
import { goToEntity, showArticle } from "./panes.ts";

/** Code units of the line that a bookmark at the caret keeps. */
const longest = 80;

/** What is bookmarked: the entity or article that is asked for or has the keyboard, else what is in focus in the article, or its words at the caret. */
function bookmarkHere(context: ActionContext): Bookmark | null {
  const { workspace } = context;
  const id = workspace.newId();
  const article = context.article ?? articleAtKeyboard(context);
  if (article !== null) return { kind: "article", id, article, segment: null, span: null, card: null };
  const entity = entityAtKeyboard(context);
  if (entity !== null) return { kind: "entity", id, entity };
  const { session } = workspace.state.get();
  if (!session || context.ui.get().page !== null) return null;
  const selection = session.view.current?.selection() ?? null;
  // A card stays open while the caret goes elsewhere in the text.
  const { span, card } = selection === null && isAtFocus(session) ? session.focus() : noFocus;
  const range = selection ?? placeOfFocus(session, { span, card });
  const segment = range ? selectorOf(session.text.text, range) : segmentAtCaret(session);
  return { kind: "article", id, article: session.article.id, segment, span, card };
}

const hasKeyboard = (pane: string): boolean => document.activeElement?.closest(`[data-pane=${pane}]`) != null;

/** The article that is read beside the one on the screen, where it has the keyboard. */
function articleAtKeyboard({ ui }: ActionContext): Id | null {
  const { beside } = ui.get();
  return beside && beside.kind !== "entity" && hasKeyboard("beside") ? beside.article : null;
}

/** The entity whose page has the keyboard, in the registry or beside the article. */
function entityAtKeyboard({ ui }: ActionContext): Id | null {
  const state = ui.get();
  if (state.beside?.kind === "entity" && hasKeyboard("beside")) return state.beside.entity;
  return isViewShown(state, "entities") && hasKeyboard("sidebar") ? state.entity : null;
}

const noFocus = { span: null, card: null } as const;

/** The words at the caret, or at the top of what is in view; `null` where the text has none. */
function segmentAtCaret({ text: { text }, view }: Session): Selector | null {
  return lineFrom(text, view.current?.caret() ?? view.current?.firstVisibleOffset() ?? 0);
}

/** The rest of the line from the word at an offset on, cut between words; `null` at the end of the text. */
function lineFrom(text: string, at: number): Selector | null {
  let start = at;
  while (start > 0 && /\S/u.test(text.charAt(start - 1)) && at - start < longest) start -= 1;
  while (start < text.length && /\s/u.test(text.charAt(start))) start += 1;
  const line = /^[^\r\n]*/u.exec(text.slice(start, start + longest))?.[0] ?? "";
  const words = line.length < longest ? line.trimEnd() : line.replace(/\s+\S*$/u, "");
  const end = start + words.length;
  if (end === start) return null;
  return selectorOf(text, {
    start: splitsSurrogatePair(text, start) ? start - 1 : start,
    end: splitsSurrogatePair(text, end) ? end - 1 : end,
  });
}

/** Where the mark or the card is; `null` where it is gone, or has no place. */
export function placeOfFocus(
  { annotations }: Pick<Session, "annotations">,
  { span, card }: { readonly span: Id | null; readonly card: Id | null },
): Range | null {
  const { set } = annotations();
  const mark = span === null ? undefined : get(set.spans, span);
  if (mark) return spanHull(mark);
  const attribution = card === null ? undefined : get(set.attributions, card);
  return attribution ? placeOf(set, attribution) : null;
}

/** Goes to what a bookmark marks. Where its words are gone from the text, says so. */
export async function goToBookmark({ workspace, ui }: ActionContext, bookmark: Bookmark): Promise<void> {
  deskOf(workspace, ui).visitedBookmark.current = bookmark.id;
  if (bookmark.kind === "entity") {
    goToEntity(ui, bookmark.entity);
    return;
  }
  const isOpen = (): boolean => workspace.state.get().session?.article.id === bookmark.article;
  if (isOpen()) showArticle(ui);
  else await goToArticle({ workspace, ui }, bookmark.article);
  const { session } = workspace.state.get();
  if (!session || !isOpen()) return;
  if (bookmark.segment === null) return;
  const range = rangeOfBookmark(session, bookmark);
  if (!range) {
    session.say({ kind: "result", says: message("bookmarks.words-gone") });
    return;
  }
  const { set } = session.annotations();
  const { span, card } = bookmark;
  session.setFocus({
    span: span !== null && has(set.spans, span) ? span : null,
    card: card !== null && has(set.attributions, card) ? card : null,
  });
  session.reveal(range, "center");
}

/** Where a bookmark is in its article as it stands, at its mark or card, or at its words; `null` for none, or the article as a whole. */
export function rangeOfBookmark(
  session: Session,
  bookmark: Extract<Bookmark, { kind: "article" }>,
): Range | null {
  const place = placeOfFocus(session, bookmark);
  if (place || !bookmark.segment) return place;
  const found = findSelector(session.text.text, bookmark.segment);
  return "range" in found ? found.range : null;
}

/** What a bookmark is called: its words, the article's title, the entity's name; `null` where that is gone. */
export function bookmarkTitle({ state }: Pick<Workspace, "state">, bookmark: Bookmark): string | null {
  const { articles, entities, session } = state.get();
  if (bookmark.kind === "entity") return get(entities, bookmark.entity)?.name ?? null;
  const article = articles.find(({ id }) => id === bookmark.article);
  if (!article) return null;
  const annotations = session?.article.id === bookmark.article ? session.annotations() : null;
  const card = annotations && get(annotations.set.attributions, bookmark.card ?? "");
  if (card && annotations) return cardWords(card, annotations);
  return bookmark.segment?.quote ?? article.title;
}

/** All that lead somewhere, in the order of the articles and their texts, entities last. */
export function bookmarksInOrder(context: ActionContext): readonly Bookmark[] {
  const { workspace, ui } = context;
  const placeOf = placesOfBookmarks(workspace);
  return deskOf(workspace, ui)
    .state.get()
    .bookmarks.filter((one) => bookmarkTitle(workspace, one) !== null)
    .map((bookmark) => ({ bookmark, place: placeOf(bookmark) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place))
    .map(({ bookmark }) => bookmark);
}

/** The number of an article in the project, and an offset in its text; -1 is the article as a whole. */
type Place = readonly [article: number, offset: number];

const comparePlaces = ([article, offset]: Place, [otherArticle, otherOffset]: Place): number =>
  article - otherArticle || offset - otherOffset;

/** Tells where a bookmark was set. A text that changes under it leaves its order, so that no key passes over one. */
function placesOfBookmarks({ state }: Pick<Workspace, "state">): (bookmark: Bookmark) => Place {
  const { articles } = state.get();
  const numbers = new Map(articles.map(({ id }, at) => [id, at]));
  return (one) =>
    one.kind === "entity" ? [articles.length, 0] : [numbers.get(one.article) ?? 0, one.segment?.start ?? -1];
}

/** The bookmark in an article after (1) or before (-1) where one is, going round. */
function nextBookmark(context: ActionContext, direction: 1 | -1): Bookmark | null {
  const { workspace, ui } = context;
  const { session, articles } = workspace.state.get();
  const placeOf = placesOfBookmarks(workspace);
  const bookmarks = bookmarksInOrder(context).filter(({ kind }) => kind === "article");
  const visited = deskOf(workspace, ui).visitedBookmark.current;
  const at = bookmarks.findIndex((one) => one.id === visited && isAtBookmark(session, one));
  if (at >= 0) return bookmarks.at((at + direction) % bookmarks.length) ?? null;
  const article = articles.findIndex(({ id }) => id === session?.article.id);
  const caret = session?.view.current?.caret() ?? session?.view.current?.firstVisibleOffset() ?? -1;
  const sideOf = (one: Bookmark): number => comparePlaces(placeOf(one), [article, caret]) * direction;
  const inDirection = direction === 1 ? bookmarks : bookmarks.toReversed();
  return inDirection.find((one) => sideOf(one) > 0) ?? inDirection[0] ?? null;
}

/** Whether one is still where a bookmark led: at its words, or in its article where it has none there. */
function isAtBookmark(session: Session | null, bookmark: Bookmark): boolean {
  if (bookmark.kind === "entity" || session?.article.id !== bookmark.article) return false;
  const range = rangeOfBookmark(session, bookmark);
  const selection = selectionIn(session);
  return range === null || selection === null || touches(range, selection);
}

async function toggleAndSay({ workspace, ui }: ActionContext, bookmark: Bookmark): Promise<void> {
  const desk = deskOf(workspace, ui);
  desk.visitedBookmark.current = bookmark.id;
  const isSet = await desk.toggleBookmark(bookmark);
  if (isSet === null) return;
  const says = message(isSet ? "bookmarks.was-set" : "bookmarks.was-removed");
  workspace.state.get().session?.say({ kind: "result", says });
}

const toBookmark = (
  id: "next-bookmark" | "previous-bookmark",
  direction: 1 | -1,
  key: string,
): ActionEntry => ({
  id,
  title: message(`bookmarks.${id}`),
  group: "view",
  keys: [key],
  enabled: (context) => nextBookmark(context, direction) !== null,
  run(context) {
    const bookmark = nextBookmark(context, direction);
    if (bookmark) void goToBookmark(context, bookmark);
  },
});

export const bookmarkActions: readonly ActionEntry[] = [
  {
    id: "toggle-bookmark",
    title: message("bookmarks.toggle"),
    group: "view",
    keys: ["Alt+k"],
    anyArticle: true,
    changesNothing: true,
    enabled: (context) => bookmarkHere(context) !== null,
    run(context) {
      const bookmark = bookmarkHere(context);
      if (bookmark) void toggleAndSay(context, bookmark);
    },
  },
  toBookmark("next-bookmark", 1, "F4"),
  toBookmark("previous-bookmark", -1, "Shift+F4"),
];
