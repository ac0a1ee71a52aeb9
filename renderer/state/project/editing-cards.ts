// Gives cards of many articles a value, as one step that the history has like any other.
import type { Client } from "../../../shared/api/client.ts";
import type { EditedCards } from "../../../shared/api/methods/statements.ts";
import type { CardEdit } from "../../../shared/commands/card-values.ts";
import type { NewId } from "../../../shared/model/id.ts";
import type { CardOfSet } from "../../../shared/statements/list-statements.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";

export interface CardEdits {
  /**
   * Saves what waits first. A card that refuses the value is named in the answer, and nothing is changed; rejects with an `ApiError` where
   * the values cannot be given for another reason.
   */
  editCards(cards: readonly CardOfSet[], edit: CardEdit): Promise<EditedCards>;
}

interface CardEditsOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly link: ProjectLink;
  readonly sessions: OpenSessions;
  readonly history: HistoryWalk;
}

export const createCardEdits = ({ client, newId, link, sessions, history }: CardEditsOptions): CardEdits => ({
  async editCards(cards, edit) {
    await sessions.allSaved();
    const request = { opId: newId(), step: history.note("edit-cards"), cards: [...cards], edit };
    const edited = await link.call((project) => client.call("statements.edit", { project, ...request }));
    if (edited.step) {
      sessions.takeParts(edited.step.parts, edited.revisions);
      history.record(edited.step);
    }
    return edited;
  },
});
