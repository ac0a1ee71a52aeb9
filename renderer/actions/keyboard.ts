// The keyboard as it is now: the actions of the open project and the keys that run them, with what a person changed.
import type { KeySettings } from "../../shared/api/preferences.ts";
import type { Focus } from "../../shared/commands/command.ts";
import type { Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { isKey } from "../../shared/words/keys.ts";
import type { Message } from "../../shared/words/message.ts";
import { combinationOf, isMac } from "../lib/key-combination.ts";
import { isAtFocus, placesInFocus, selectionIn } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import type { PageId } from "../state/window/places.ts";
import { isPaneShown } from "../state/window/ui-state.ts";
import {
  type Action,
  type ActionContext,
  type ActionGroup,
  isInScope,
  type SessionContext,
  scopeOf,
} from "./action.ts";
import { focusOn, isAtOpenCard, keySubject, spanAtCaret } from "./focus.ts";
import { actionsFor } from "./index.ts";
import { type KeyMap, keyMapOf } from "./key-map.ts";
import { isSuggestionChosen } from "./suggest.ts";
import { aboutFocus, aboutSteps } from "./unavailable.ts";

export interface Keyboard {
  readonly actions: readonly Action[];
  readonly map: KeyMap;
  action(id: string): Action | undefined;
  /** The combinations that run an action, by the key of another one where it has none itself; none for one that is not here. */
  keysOf(id: string): readonly string[];
  /** The action that a combination runs on a page; `null`: beside the article. */
  actionAt(combination: string, page: PageId | null): Action | undefined;
}

/** The keyboard of a project with this tagset; `null`: of no project. */
export function keyboardFor(tagset: Tagset | null, settings: KeySettings): Keyboard {
  const actions = actionsFor(tagset);
  const map = keyMapOf(actions, settings);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const byKey = new Map<string, Action[]>();
  for (const action of actions)
    for (const key of map.get(action.id) ?? []) byKey.set(key, [...(byKey.get(key) ?? []), action]);
  return {
    actions,
    map,
    action: (id) => byId.get(id),
    keysOf(id) {
      const own = map.get(id) ?? [];
      return own.length > 0 ? own : (map.get(byId.get(id)?.byKeyOf ?? "") ?? []);
    },
    actionAt: (combination, page) => byKey.get(combination)?.find((action) => isInScope(action, page)),
  };
}

let latest: { tagset: Tagset | null; settings: KeySettings; keyboard: Keyboard } | null = null;

/** The same object until the project's tagset or the person's keys change. */
export function keyboardOf({ workspace }: Pick<ActionContext, "workspace">): Keyboard {
  const { project, settings } = workspace.state.get();
  const tagset = project?.project.tagset ?? null;
  if (latest?.tagset !== tagset || latest.settings !== settings.keys)
    latest = { tagset, settings: settings.keys, keyboard: keyboardFor(tagset, settings.keys) };
  return latest.keyboard;
}

/** Runs an action by its id, where it is there and can be done. */
export function runAction(context: ActionContext, id: string): void {
  const action = keyboardOf(context).action(id);
  if (action) runWhole(action, context);
}

/** Makes the keyboard run the actions of the open project; returns how to stop. */
export const installKeys = (context: ActionContext): (() => void) =>
  listenToKeys((combination) => keyboardOf(context).actionAt(combination, context.ui.get().page), context);

/** Combinations that a focused control needs for itself. */
const ownKeys: Readonly<Record<string, string>> = {
  Enter: "button, a, summary, [role=button], [role=option], [role=row], [role=radio], [role=menuitem]",
  Space: "button, a, summary, [role=button], [role=option], [role=row], [role=radio], [role=switch]",
  Tab: ":not(.article)",
  "Shift+Tab": ":not(.article)",
};

/** What lies over the page: while it is open every key is its own, wherever the focus is. */
const overPage = "[role=dialog], [role=alertdialog]";

/** What takes plain characters as text, or has keys of its own. */
const typing = "input, textarea, select, [role=menu], [role=menu] *, [data-own-keys] *";

/** What finds its items by plain characters, and walks them by plain arrows. */
const lists = "[role=listbox] *";

/** What has an undo and a clipboard of its own. */
const textFields = "input:not([type=checkbox], [type=radio]), textarea";

/** What nothing is typed into, and what has no list open, has no use for the way back out. */
const isClosedChoice = (target: Element): boolean =>
  target.matches("input[type=radio], input[type=checkbox]") ||
  (target.matches("select") && CSS.supports("selector(:open)") && !target.matches(":open"));

/** What is only read, beside the article: keys about the article do nothing from there. */
const isBesideArticle = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-pane=beside]") !== null;

/** Where the key goes: to the action, or to what has the keyboard focus. */
function belongsToTarget(combination: string, target: EventTarget | null): boolean {
  if (document.querySelector(overPage)) return true;
  if (!(target instanceof Element)) return false;
  if (combination.startsWith("Mod+"))
    return target.matches(textFields) && /^Mod\+(Shift\+)?[zyacvx]$/u.test(combination);
  if (/^F\d+$/u.test(combination)) return false;
  if (combination === "Escape" && isClosedChoice(target)) return false;
  const ownSelector = ownKeys[combination];
  const isPlain = !combination.startsWith("Alt+");
  return (
    target.matches(typing) ||
    (isPlain && target.matches(lists)) ||
    (ownSelector !== undefined && target.matches(ownSelector))
  );
}

/**
 * Starts listening; returns how to stop. An action that is not enabled lets the key pass, so that Tab leaves the article
 * behind the last span.
 */
function listenToKeys(
  actionAt: (combination: string) => Action | undefined,
  context: ActionContext,
): () => void {
  const mac = isMac();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const combination = combinationOf(event, mac);
    if (belongsToTarget(combination, event.target)) return;
    const action = actionAt(combination);
    if (!action || (isBesideArticle(event.target) && scopeOf(action) !== "everywhere")) return;
    const inArticle = event.target instanceof Element && event.target.closest(".article") !== null;
    if (!runAtCursor(action, context, inArticle)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Lists would walk by these too, though they know of no Alt; so they come here first.
  const onAltKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) onKeyDown(event);
  };
  const onOtherKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey) onKeyDown(event);
  };
  window.addEventListener("keydown", onAltKeyDown, { capture: true });
  window.addEventListener("keydown", onOtherKeyDown);
  return () => {
    window.removeEventListener("keydown", onAltKeyDown, { capture: true });
    window.removeEventListener("keydown", onOtherKeyDown);
  };
}

/** Groups whose actions happen in the text, where the caret is. */
const inText: ReadonlySet<ActionGroup> = new Set([...aboutFocus, "select"]);

/**
 * Runs the action if it can be done, and says why where it cannot. `inArticle`: the article has the keyboard, so that its caret
 * shows where keys act. False: the key is not for us.
 */
export function runAtCursor(action: Action, context: ActionContext, inArticle: boolean): boolean {
  const { session } = context.workspace.state.get();
  // What was said belongs to the action before.
  session?.dismissNotice();
  if (session && inArticle && inText.has(action.group) && !aboutSteps.has(action.id))
    return runInText(action, { ...context, session });
  if (runWhole(action, context)) return true;
  const isAboutFocus = aboutFocus.has(action.group) && !aboutSteps.has(action.id);
  const notice = action.unavailableNotice?.(context) ?? (isAboutFocus ? "nothing-in-focus" : undefined);
  if (notice) session?.say({ kind: notice });
  return false;
}

/** Runs it if it can be done, all of it again once a name is given that is asked for on the way; tells whether it could. */
function runWhole(action: Action, context: ActionContext): boolean {
  let isEnabled = false;
  context.workspace.asWhole(() => {
    isEnabled = action.enabled(context);
    if (isEnabled) action.run(context);
  });
  return isEnabled;
}

function runInText(action: Action, context: SessionContext): boolean {
  const { session } = context;
  const placesNow = (): readonly Range[] => (action.changesNothing ? [] : placesOfAction(action, context));
  if (scrollBack(session, placesNow())) return true;
  const focuses = focusesToActOn(action, context);
  const [firstFocus] = focuses;
  if (!firstFocus) {
    session.say({ kind: "caret-elsewhere" });
    return true;
  }
  for (const focus of focuses) {
    if (!session.assuming(focus, () => action.enabled(context))) continue;
    if (scrollBack(session, session.assuming(focus, placesNow))) return true;
    session.setFocus(focus);
    runWhole(action, context);
    return true;
  }
  const notice = session.assuming(firstFocus, () => action.unavailableNotice?.(context));
  if (aboutFocus.has(action.group)) session.say({ kind: notice ?? "nothing-in-focus" });
  return false;
}

/** What the action's key acts on, the first that can be; none where the caret is away from the card in focus, at no mark. */
function focusesToActOn(action: Action, context: SessionContext): readonly Focus[] {
  const { session } = context;
  const current = session.focus();
  const atCaret = focusAtCaret(context);
  const isAboutMark = action.group === "span" && current.span === null;
  if (isAboutMark && atCaret === null && current.card !== null && !isAtFocus(session)) return [];
  if (atCaret === null || !aboutFocus.has(action.group)) return [current];
  // Keys about marks act on the mark at the caret before a card at which the caret is not; others there alone where nothing else can be.
  const isOthers = atCaret.span !== null && !isAtOpenCard(session, atCaret.span);
  return isAboutMark && isOthers ? [atCaret] : [current, atCaret];
}

/** Actions that are one thing to do, each in a way or direction of its own, by their ids. */
const families = [
  ["tag", /^mark-(?!.*-exactly$)/u],
  ["tag-exactly", /^mark-.*-exactly$/u],
  ["add-segment", /^add-segment/u],
  ["select-more", /^grow-/u],
  ["select-less", /^shrink-/u],
  ["jump", /^jump-to-/u],
  ["edges-by-word", /^move-(start|end)-.*-by-word$/u],
  ["edges-by-clause", /^move-(start|end)-.*-by-clause$/u],
  ["edges-by-character", /^move-(start|end)-.*-by-character$/u],
  ["merge-marks", /^merge-with-/u],
  ["cards-of-mark", /^(link-to|move-to|take-out-of)-card$/u],
  ["finding", /^(fix|waive)-finding$/u],
  ["entity-of-mark", /^(choose|link-(first|second))-entity$/u],
  ["find-and-tag", /^find-(span-words|entity-names)$/u],
  ["marks", /^(next|previous)-span$/u],
  ["cards", /^(next|previous)-card$/u],
  ["gaps", /^(next|previous)-gap$/u],
  ["suggestions", /^(next|previous)-suggestion$/u],
  ["todo", /^(next|previous)-todo$/u],
  ["layers", /^(inner|outer)-span$/u],
] as const;

/** One thing that can be done, by the keys of one action or of several. */
export interface Doable {
  readonly title: Message;
  readonly group: ActionGroup;
  readonly actions: readonly Action[];
}

/**
 * What can be done by key where one is and not everywhere, in the order of the registry: beside the article all that keys would change at
 * the caret, and ways through the article where nothing is in focus; or what there is on the page that is shown. One that is done by the
 * key of another takes its place.
 */
export function doableHere(context: ActionContext): readonly Doable[] {
  const { page } = context.ui.get();
  const { session } = context.workspace.state.get();
  const groups = page === null && session ? groupsHere({ ...context, session }) : null;
  const isEnabled = (action: Action): boolean =>
    page !== null || !session || !inText.has(action.group)
      ? action.enabled(context)
      : focusesToActOn(action, { ...context, session }).some((focus) =>
          session.assuming(focus, () => action.enabled(context)),
        );
  const keyboard = keyboardOf(context);
  const actions = keyboard.actions.filter(
    (action) =>
      (groups?.has(action.group) ?? true) &&
      scopeOf(action) !== "everywhere" &&
      isInScope(action, page) &&
      keyboard.keysOf(action.id).length > 0 &&
      isEnabled(action),
  );
  const replaced = new Set(actions.map(({ byKeyOf }) => byKeyOf));
  return inFamilies(actions.filter(({ id }) => !replaced.has(id)));
}

/** The groups that are about what is in focus; without it those that lead somewhere, too. */
function groupsHere(context: SessionContext): ReadonlySet<ActionGroup> {
  const { session } = context;
  const { span, card } = session.focus();
  if (span !== null || card !== null) return aboutFocus;
  const subject = keySubject(session);
  if (subject?.kind === "selection") return new Set([...aboutFocus, "select"]);
  if (isSuggestionChosen(context)) return new Set([...aboutFocus, "move"]);
  return subject ? aboutFocus : new Set([...inText, "move"]);
}

function inFamilies(actions: readonly Action[]): readonly Doable[] {
  const byName = new Map<string, Action[]>();
  for (const action of actions) {
    const name = families.find(([, ids]) => ids.test(action.id))?.[0] ?? action.id;
    byName.set(name, [...(byName.get(name) ?? []), action]);
  }
  return [...byName].flatMap(([name, members]) => {
    const [first] = members;
    if (!first) return [];
    const key = `keys.family-${name}`;
    const title = members.length > 1 && isKey(key) ? { key, values: {} } : first.title;
    return { title, group: first.group, actions: members };
  });
}

/** The mark at the caret, as keys about it would have it in focus; `null` where there is none, or a span or suggestion is in focus already. */
function focusAtCaret(context: SessionContext): Focus | null {
  const { session } = context;
  if (session.focus().span !== null || isSuggestionChosen(context)) return null;
  const span = spanAtCaret(session);
  return span === null ? null : focusOn(session, span);
}

/** Where all of these places are out of view, brings the first back into it, says so, and answers true. */
function scrollBack(session: Session, places: readonly Range[]): boolean {
  const view = session.view.current;
  const [firstPlace] = places;
  if (!view || !firstPlace || places.some((place) => view.isInView(place))) return false;
  view.reveal(firstPlace, "center");
  session.say({ kind: "scrolled-back" });
  return true;
}

/** What the action would change, as far as the text shows it: one of it has to be in view. Empty where a pane beside the article shows it. */
function placesOfAction(action: Action, { session, ui, workspace }: SessionContext): readonly Range[] {
  const actionPlace = action.affectedRange?.({ session, ui, workspace });
  if (actionPlace === "article") return [];
  if (actionPlace) return [actionPlace];
  const { span, card } = session.focus();
  const { set } = session.annotations();
  const at = selectionIn(session);
  const selection = at ? [at] : [];
  // The caret stands at one edge of the span; of one in several segments, or over many lines, any will do.
  if (span !== null && (action.group === "span" || action.group === "card"))
    return [...selection, ...(get(set.spans, span)?.segments ?? [])];
  if (action.group !== "card" || card === null) return selection;
  if (isPaneShown(ui.get(), "cards")) return [];
  return isAtFocus(session) ? selection : placesInFocus(set, session.focus()).slice(0, 1);
}
