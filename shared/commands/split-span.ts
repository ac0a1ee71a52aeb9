// Parts a span in two at a place in the text, as when two speakers were marked as one.
import { isMarked, usersOf } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { graphemeEnd, graphemeStart } from "../model/graphemes.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import { trimmed } from "../model/text-units.ts";
import type { Command } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { entityNamed, nameIn } from "./entity-names.ts";
import { segmentsOf } from "./segments.ts";

/** `at`: the caret, as an empty range, or the words between the two parts, which then belong to neither ("and"). */
interface SplitSpan {
  readonly span: Id;
  readonly at: Range;
}

/**
 * The first part stays the span it was, with its entity and its place in every card. The second is a new span of the same
 * type: beside the first where a slot holds several (voice, via, with the same role), in no card where it holds one.
 */
export const splitSpan: Command<SplitSpan> = {
  id: "split-span",
  run(context, { span: spanId, at }) {
    const { annotations, tagset, text } = context;
    const span = get(annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const gap = {
      start: graphemeStart(text.text, Math.max(0, Math.min(at.start, text.text.length))),
      end: at.end > at.start ? graphemeEnd(text.text, Math.min(at.end, text.text.length)) : 0,
    };
    const part = (side: Range) =>
      segmentsOf(
        text,
        span.segments.flatMap(
          ({ start, end }) =>
            trimmed(text.text, { start: Math.max(start, side.start), end: Math.min(end, side.end) }) ?? [],
        ),
      );
    const segmentsBefore = part({ start: 0, end: gap.start });
    const behind = part({ start: Math.max(gap.start, gap.end), end: text.text.length });
    if (segmentsBefore.length === 0 || behind.length === 0) return refuse("no-place-to-split");
    if ([segmentsBefore, behind].some((segments) => isMarked(annotations.set, span.type, segments)))
      return refuse("already-tagged");
    const bare: Span = {
      id: context.newId(),
      type: span.type,
      segments: behind,
      provenance: newProvenance(context),
    };
    const refers = spanTypeOf(tagset, span.type)?.refersToEntity ?? false;
    const entity = refers ? entityNamed(annotations.entities, nameIn(bare)) : undefined;
    const draft = draftOf(context);
    draft.spans.put({ ...span, segments: segmentsBefore });
    draft.spans.put(entity ? { ...bare, entity: entity.id } : bare);
    for (const card of usersOf(annotations.set, spanId))
      draft.attributions.put(withBeside(card, spanId, bare.id));
    return draft.outcome({ span: spanId });
  },
};

/** The card with the new span behind the other in the slots that hold several. */
function withBeside(card: Attribution, span: Id, added: Id): Attribution {
  return {
    ...card,
    voice: card.voice.flatMap((id) => (id === span ? [id, added] : [id])),
    via: card.via.flatMap((via) => (via.span === span ? [via, { ...via, span: added }] : [via])),
  };
}
