// Says of a card whom its claim is about: an entity of the registry, or one that is entered with it.
import { mostAbout } from "../model/card-laws.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command, CommandContext } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { guessedType, namingOf } from "./entity-names.ts";

interface AddAbout {
  readonly card: Id;
  /** One that there is, or the name of a new one. */
  readonly entity: Id | { readonly name: string };
}

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
