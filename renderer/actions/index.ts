// The registry of actions, in the order in which the list of keys shows them.
import type { Tagset } from "../../shared/model/tagset.ts";
import { message } from "../../shared/words/message.ts";
import type { Action, ActionEntry } from "./action.ts";
import { articleActions } from "./articles.ts";
import { besideActions } from "./beside.ts";
import { bookmarkActions } from "./bookmarks.ts";
import { cardActions } from "./card.ts";
import { changeSpanActions, reshapeActions } from "./change-span.ts";
import { checkActions } from "./checks.ts";
import { compareActions, versionChangeActions } from "./compare.ts";
import { copyActions } from "./copy.ts";
import { decideActions } from "./decide.ts";
import { findActionsOfTexts } from "./find.ts";
import { gatheredActions } from "./gathered.ts";
import { jumpActions } from "./jump.ts";
import { linkActions } from "./link.ts";
import { exclusionActions, markActions, newCardActions, segmentActions } from "./mark.ts";
import { gapActions, moveActions, selectActions } from "./move.ts";
import { orphanActions } from "./orphans.ts";
import { stackActions } from "./stack.ts";
import { statementActions } from "./statements.ts";
import { suggestionActions } from "./suggest.ts";
import { tabActions } from "./tabs.ts";
import { discussActions, talkActions } from "./talk.ts";
import { todoActions } from "./todo.ts";
import { guidelineActions, pageActions, recordActions, windowActions } from "./window.ts";

/** Every action of a window in which this tagset is used; without one, those that need no tagset. */
export const actionsFor = (tagset: Tagset | null): readonly Action[] =>
  entriesFor(tagset).map((entry) => withTitle(entry));

const withTitle = (entry: ActionEntry): Action =>
  entry.title ? entry : { ...entry, title: message(`actions.${entry.id}`) };

function entriesFor(tagset: Tagset | null): readonly ActionEntry[] {
  return [
    ...(tagset ? [...markActions(tagset), ...newCardActions(tagset)] : []),
    ...segmentActions,
    ...exclusionActions,
    ...selectActions,
    ...jumpActions,
    ...moveActions,
    ...gapActions,
    ...stackActions,
    ...changeSpanActions,
    ...reshapeActions,
    ...suggestionActions,
    ...cardActions,
    ...copyActions,
    ...linkActions,
    ...recordActions,
    ...todoActions,
    ...checkActions,
    ...talkActions,
    ...discussActions,
    ...findActionsOfTexts,
    ...articleActions,
    ...orphanActions,
    ...guidelineActions,
    ...pageActions,
    ...compareActions,
    ...versionChangeActions,
    ...decideActions,
    ...gatheredActions,
    ...statementActions,
    ...bookmarkActions,
    ...tabActions,
    ...besideActions,
    ...windowActions,
  ];
}
