// The commands that set what a card says of its attribution: kind, fields, flags, roles, appearance, note, and whom its claim is about.
import { type AppearanceRole, appearanceId, isMentioned } from "../model/appearance.ts";
import type { Attribution, FieldValue, Kind } from "../model/attribution.ts";
import { withoutAbout } from "../model/card-about.ts";
import { longestNote, mostAbout } from "../model/card-laws.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { get, has } from "../model/table.ts";
import { isAsked, isValueOf } from "../model/tagset.ts";
import type { Command, CommandContext, Outcome, RefusalCode } from "./command.ts";
import { cardEdited, draftOf, refuse } from "./draft.ts";
import { guessedType, namingOf } from "./entity-names.ts";

/** `kind`: `null` leaves it to the quotation marks. */
interface SetKind {
  readonly card: Id;
  readonly kind: Kind | null;
}

/** Overrides how the claim's words are given, or leaves it to the quotation marks again. */
export const setKind: Command<SetKind> = {
  id: "set-kind",
  run: (context, { card: cardId, kind }) => cardEdited(context, cardId, (card) => ({ ...card, kind })),
};

interface SetField {
  readonly card: Id;
  readonly field: string;
  readonly value: FieldValue;
}

/** Gives a field of a card one of the values that the tagset knows. */
export const setField: Command<SetField> = {
  id: "set-field",
  run(context, { card: cardId, field: fieldId, value }) {
    const field = context.tagset.fields.find(({ id }) => id === fieldId);
    if (!field) return refuse("unknown-field");
    if (!isValueOf(field, value)) return refuse("unknown-value");
    return cardEdited(context, cardId, (card) => ({ ...card, fields: { ...card.fields, [fieldId]: value } }));
  },
};

interface ToggleFlag {
  readonly card: Id;
  readonly flag: string;
}

/** Sets a flag on a card, or takes it off. */
export const toggleFlag: Command<ToggleFlag> = {
  id: "toggle-flag",
  run(context, { card: cardId, flag }) {
    if (!context.tagset.flags.some(({ id }) => id === flag)) return refuse("unknown-flag");
    return cardEdited(context, cardId, (card) => ({
      ...card,
      flags: card.flags.includes(flag) ? card.flags.filter((set) => set !== flag) : [...card.flags, flag],
    }));
  },
};

interface SetViaRole {
  readonly card: Id;
  readonly span: Id;
  readonly role: string;
}

/** Says what part a source played: told to it, published in it, first reported by it. */
export const setViaRole: Command<SetViaRole> = {
  id: "set-via-role",
  run(context, { card: cardId, span, role }) {
    if (!context.tagset.viaRoles.some(({ id }) => id === role)) return refuse("unknown-value");
    return cardEdited(context, cardId, (card) =>
      card.via.some((via) => via.span === span)
        ? { ...card, via: card.via.map((via) => (via.span === span ? { ...via, role } : via)) }
        : "not-in-slot",
    );
  },
};

interface SetAppearance {
  readonly entity: Id;
  /** `null`: not known. */
  readonly role: AppearanceRole | null;
}

/** Says in which role somebody appears in the article, or that nothing is known of it. */
export const setAppearance: Command<SetAppearance> = {
  id: "set-appearance",
  run(context, { entity: entityId, role }) {
    const { set, entities } = context.annotations;
    if (!has(entities, entityId)) return refuse("entity-missing");
    const ids = idsBehind(entities, entityId);
    if (!ids.some((id) => isMentioned(set, id))) return refuse("entity-not-mentioned");
    const draft = draftOf(context);
    for (const entity of ids) {
      const id = appearanceId(entity);
      // Each that the article mentions has it, so that entities that are taken apart again keep it.
      if (role !== null && isMentioned(set, entity)) draft.appearances.put({ id, entity, role });
      else draft.appearances.remove(id);
    }
    return draft.outcome();
  },
};

interface SetNote {
  readonly card: Id;
  readonly note: string;
}

/** Writes the note of a card. */
export const setNote: Command<SetNote> = {
  id: "set-note",
  run(context, { card: cardId, note }) {
    if (note.length > longestNote) return refuse("note-too-long");
    return cardEdited(context, cardId, (card) => ({ ...card, note }));
  },
};

interface AddAbout {
  readonly card: Id;
  /** One that there is, or the name of a new one. */
  readonly entity: Id | { readonly name: string };
}

/** Says of a card whom its claim is about: an entity of the registry, or one that is entered with it. */
export const addAbout: Command<AddAbout> = {
  id: "add-about",
  run(context, { card: cardId, entity: asked }) {
    const { set, entities } = context.annotations;
    const card = get(set.attributions, cardId);
    if (!card) return refuse("card-missing");
    const entity = typeof asked === "string" ? entityBehind(entities, asked) : newEntity(context, asked.name);
    if (!entity) return refuse(typeof asked === "string" ? "entity-missing" : "name-empty");
    const about = card.about ?? [];
    if (idsBehind(entities, entity.id).some((id) => about.includes(id))) return refuse("nothing-to-change");
    if (about.length >= mostAbout) return refuse("about-too-many");
    const draft = draftOf(context);
    if (typeof asked !== "string") draft.entities.put(entity);
    draft.attributions.put({ ...card, about: [...about, entity.id] });
    return draft.outcome({ card: cardId });
  },
};

/** `null` without a name. */
function newEntity({ newId }: CommandContext, given: string): Entity | null {
  const name = given.trim();
  if (name === "") return null;
  return {
    id: newId(),
    name,
    type: guessedType(name, "person"),
    naming: namingOf(name),
    aliases: [],
  };
}

interface RemoveAbout {
  readonly card: Id;
  /** With all those who count as the same one. */
  readonly entity: Id;
}

/** Says of a card that its claim is not about somebody, also about one who is no longer in the registry. */
export const removeAbout: Command<RemoveAbout> = {
  id: "remove-about",
  run(context, { card: cardId, entity }) {
    const { entities } = context.annotations;
    return cardEdited(context, cardId, (card) => withoutAbout(card, entity, entities));
  },
};

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

/**
 * What giving many cards the same value changes in their set. Registered nowhere: it is the commands that give one card a value, run on
 * each. A card that is named twice is edited once.
 */
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
