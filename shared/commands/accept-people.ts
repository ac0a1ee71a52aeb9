// Enters people whom the articles of a project name into the registry, or joins them with one who is there: they may be marked in several
// articles, so this is no command of one article but the work of a step.
import type { Anonymity, Entity, EntityType, Naming } from "../model/entity.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Span } from "../model/span.ts";
import type { StepPart, StepWork } from "../model/step.ts";
import { isNamed, isPronoun, namingOf, withNameOf } from "./entity-names.ts";

/** Somebody as suggestions have gathered them. */
export interface AcceptedPerson {
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly anonymity: Anonymity | null;
  /** Their mentions that are marked and have no entity. */
  readonly marks: readonly { readonly article: Id; readonly span: Span }[];
}

/**
 * Makes one entity of all of them, or joins them with `into`, which keeps what is known of it and learns their names. Marked mentions that
 * have no entity get it.
 */
export function acceptPeople(
  people: readonly [AcceptedPerson, ...AcceptedPerson[]],
  into: Entity | null,
  { newId, now }: { readonly newId: NewId; readonly now: Now },
): { readonly work: StepWork; readonly entity: Entity } {
  const [{ name, type, naming, role, anonymity }] = people;
  const start: Entity = into ?? {
    id: newId(),
    name,
    type,
    naming,
    aliases: [],
    ...(role !== null && { role }),
    ...(anonymity !== null && { anonymity }),
  };
  const named = people.flatMap((one) => [one.name, ...one.aliases]).reduce(withName, start);
  const marks = people.flatMap((one) => one.marks);
  const entity = marks.reduce((known, { span }) => withNameOf(known, span), named);
  const at = now();
  const byArticle = new Map<Id, Map<Id, Span>>();
  for (const { article, span } of marks)
    byArticle.set(article, (byArticle.get(article) ?? new Map()).set(span.id, span));
  const parts = Array.from(byArticle, ([article, spans]): StepPart => {
    const updated = Array.from(spans.values(), (span) => ({
      from: span,
      to: { ...span, entity: entity.id, provenance: { ...span.provenance, editedAt: at } },
    }));
    return { article, change: { spans: { added: [], updated, removed: [] } } };
  });
  const entities =
    into === null
      ? { added: [entity], updated: [], removed: [] }
      : { added: [], updated: entity === into ? [] : [{ from: into, to: entity }], removed: [] };
  return { work: { parts, entities }, entity };
}

/** Names are learnt, not descriptions, by who has a name. */
function withName(entity: Entity, name: string): Entity {
  if (isPronoun(name) || isNamed(entity, name)) return entity;
  if (entity.naming === "named" && namingOf(name) !== "named") return entity;
  return { ...entity, aliases: [...entity.aliases, name] };
}
