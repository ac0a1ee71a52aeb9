// Makes one span of several: what the commands that merge spans and cards share.
import { marking, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { hull } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { slotsWith, withoutSpan } from "./card-slots.ts";
import type { CommandContext, RefusalCode } from "./command.ts";
import type { Draft } from "./draft.ts";
import { onlySpacesBetween, segmentsOf } from "./segments.ts";

/**
 * Unites two spans of one type in the draft: `into` gets the text of both and the entity that either has, and takes the
 * place of `other` in its cards. Answers why that cannot be, or `null` when it is done. `merging`: a card whose claim
 * `other` is although `into` has one too, because that card goes.
 */
export function uniteSpans(
  context: CommandContext,
  draft: Draft,
  { into, other, merging }: { readonly into: Span; readonly other: Span; readonly merging: Id | null },
): RefusalCode | null {
  const { annotations, text } = context;
  if (into.type !== other.type) return "types-differ";
  if (into.entity !== undefined && other.entity !== undefined && into.entity !== other.entity)
    return "entities-differ";
  const users = usersOf(annotations.set, other.id).flatMap(({ id }) => draft.attributions.get(id) ?? []);
  const hasClaim = usersOf(annotations.set, into.id).some(({ claim }) => claim === into.id);
  if (hasClaim && users.some(({ id, claim }) => claim === other.id && id !== merging))
    return "claims-have-cards";

  const allSegments = [...into.segments, ...other.segments];
  const bridges = into.segments.flatMap((a) =>
    other.segments.filter((b) => onlySpacesBetween(text, a, b)).map((b) => hull([a, b])),
  );
  const segments = segmentsOf(text, [...allSegments, ...bridges]);
  if (marking(annotations.set, into.type, segments).some(({ id }) => id !== into.id && id !== other.id))
    return "already-tagged";

  const entity = into.entity ?? other.entity;
  draft.spans.put({ ...into, segments, ...(entity === undefined ? {} : { entity }) });
  draft.spans.remove(other.id);
  for (const card of users) draft.attributions.put(withInstead(card, other.id, into.id));
  return null;
}

/** The card with one span in place of another, or just without the other where it holds both. */
function withInstead(card: Attribution, other: Id, into: Id): Attribution {
  if (slotsWith(card, into).length > 0) return withoutSpan(card, other);
  const instead = (id: Id | null): Id | null => (id === other ? into : id);
  return {
    ...card,
    voice: card.voice.map((id) => (id === other ? into : id)),
    cue: instead(card.cue),
    claim: instead(card.claim),
    via: card.via.map((via) => (via.span === other ? { ...via, span: into } : via)),
  };
}
