// Gives many cards of one set the same value. Registered nowhere: it is the commands that give one card a value, run on each.
import type { Attribution, FieldValue, Kind } from "../model/attribution.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { isAsked } from "../model/tagset.ts";
import { addAbout } from "./add-about.ts";
import type { CommandContext, Outcome, RefusalCode } from "./command.ts";
import { refuse } from "./draft.ts";
import { removeAbout } from "./remove-about.ts";
import { setField } from "./set-field.ts";
import { setKind } from "./set-kind.ts";
import { toggleFlag } from "./toggle-flag.ts";

/**
 * A value for cards: of a field, the kind (`null`: as the quotation marks have it), whether a flag is set, or whether the claim is about an
 * entity of the registry, which leaves the others that it is about.
 */
export type CardEdit =
  | { readonly of: "field"; readonly field: string; readonly value: FieldValue }
  | { readonly of: "kind"; readonly kind: Kind | null }
  | { readonly of: "flag"; readonly flag: string; readonly isSet: boolean }
  | { readonly of: "about"; readonly entity: Id; readonly isAbout: boolean };

export interface RefusedCard {
  readonly card: Id;
  readonly refusal: RefusalCode;
}

interface EditedSet {
  readonly change: Change;
  readonly refused: readonly RefusedCard[];
  /** Cards that have the value already. */
  readonly unchanged: number;
}

/** What the edit changes in one set. A card that is named twice is edited once. */
export function editCards(context: CommandContext, cards: readonly Id[], edit: CardEdit): EditedSet {
  const edits: RecordsChange<Attribution>["updated"][number][] = [];
  const refused: RefusedCard[] = [];
  let unchanged = 0;
  for (const card of new Set(cards)) {
    const outcome = editCard(context, card, edit);
    if ("change" in outcome) edits.push(...(outcome.change.attributions?.updated ?? []));
    else if (outcome.refusal === "nothing-to-change") unchanged += 1;
    else refused.push({ card, refusal: outcome.refusal });
  }
  const change = edits.length > 0 ? { attributions: { added: [], updated: edits, removed: [] } } : {};
  return { change, refused, unchanged };
}

function editCard(context: CommandContext, id: Id, edit: CardEdit): Outcome {
  const card = get(context.annotations.set.attributions, id);
  if (!card) return refuse("card-missing");
  switch (edit.of) {
    case "kind":
      return setKind.run(context, { card: id, kind: edit.kind });
    case "flag":
      return card.flags.includes(edit.flag) === edit.isSet
        ? refuse("nothing-to-change")
        : toggleFlag.run(context, { card: id, flag: edit.flag });
    case "about":
      return edit.isAbout
        ? addAbout.run(context, { card: id, entity: edit.entity })
        : removeAbout.run(context, { card: id, entity: edit.entity });
    case "field": {
      const field = context.tagset.fields.find((one) => one.id === edit.field);
      if (field && !isAsked(field, card.fields)) return refuse("field-not-asked");
      return setField.run(context, { card: id, field: edit.field, value: edit.value });
    }
  }
}
