// A voice points to somebody of the registry, so that everything one person said can be counted. Pronouns too.
import { createEntity } from "../commands/entities.ts";
import { entityNamed, isPronoun, nameIn } from "../commands/entity-names.ts";
import { linkEntity } from "../commands/mentions.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import { type Span, spanHull } from "../model/span.ts";
import { spanTypeOf } from "../model/tagset.ts";
import { resolveMention } from "../suggestions/resolve-mention.ts";
import { message } from "../words/message.ts";
import { type CheckContext, type CheckOf, type Fix, fixBy } from "./check.ts";
import { entityOf, quoted, spanOf } from "./facts.ts";

/** Code units before a pronoun in which whom it means is looked for. */
const reach = 600;

export const voiceWithoutEntity: CheckOf<"card"> = {
  id: "voice-without-entity",
  of: "card",
  severity: "unfinished",
  page: "speaker",
  find(card, context) {
    const span = firstUnnamed(card, context);
    return span
      ? {
          says: message("checks.voice-without-entity-says", { words: quoted(span) }),
          range: spanHull(span),
        }
      : null;
  },
  fixes(card, context) {
    const span = firstUnnamed(card, context);
    if (!span) return [];
    const name = nameIn(span);
    const link = (entity: Entity): Fix =>
      fixBy(message("checks.fix-link-entity", { name: entity.name }), linkEntity, {
        span: span.id,
        entity: entity.id,
      });
    if (isPronoun(name)) return lastNamed(span, context).map(link);
    return [
      ...entitiesMeant(span, context).map(link),
      fixBy(message("checks.fix-create-entity", { name: quoted(span) }), createEntity, { span: span.id }),
    ];
  },
};

function firstUnnamed(card: Attribution, context: CheckContext): Span | undefined {
  return card.voice
    .flatMap((id) => spanOf(context, id) ?? [])
    .find(
      (span) => span.entity === undefined && (spanTypeOf(context.tagset, span.type)?.refersToEntity ?? false),
    );
}

/** Who of the registry may be meant: whoever has the name, else whom the names in the words lead to. */
function entitiesMeant(span: Span, { text, annotations }: CheckContext): readonly Entity[] {
  const namedEntity = entityNamed(annotations.entities, nameIn(span));
  if (namedEntity) return [namedEntity];
  const meant = resolveMention(text, [], annotations, spanHull(span));
  return meant?.known ? [meant.known] : (meant?.candidates ?? []);
}

/** Whom the mentions before a pronoun name, the last one first; two at most. */
function lastNamed(span: Span, context: CheckContext): Entity[] {
  const { start } = spanHull(span);
  const precedingMentions = context.places
    .overlapping({ start: Math.max(0, start - reach), end: start })
    .filter((other) => spanHull(other).end <= start)
    .sort((a, b) => spanHull(b).end - spanHull(a).end);
  const people = precedingMentions
    .flatMap((mention) => entityOf(context, mention) ?? [])
    .filter(({ type }) => type === "person" || type === "group" || type === "organization");
  return [...new Map(people.map((entity) => [entity.id, entity])).values()].slice(0, 2);
}
