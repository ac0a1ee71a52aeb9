// Tags many stretches of one article at once, such as every place where a name stands.
import { isMarked } from "../model/annotation-set.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command, CommandContext } from "./command.ts";
import { draftOf, madeNow, refuse } from "./draft.ts";
import { entityNamed, nameIn, withNameOf } from "./entity-names.ts";
import { segmentsOf, selected } from "./segments.ts";

/** `entity`: who all of them refer to; `null` takes for each the one entity that is called so, if there is one. */
export interface TagAll {
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly entity: Id | null;
}

export const tagAll: Command<TagAll> = {
  id: "tag-all",
  title: "Tag all found",
  run(context, { ranges, type: typeId, entity: entityId }) {
    const type = spanTypeOf(context.tagset, typeId);
    if (!type) return refuse("unknown-type");
    if (entityId !== null && !type.refersToEntity) return refuse("type-takes-no-entity");
    const entity = entityId === null ? null : entityBehind(context.annotations.entities, entityId);
    if (entity === undefined) return refuse("entity-missing");
    const spans = newSpans(context, ranges, typeId);
    if (spans.length === 0) return refuse(ranges.length === 0 ? "empty-selection" : "already-tagged");
    const draft = draftOf(context);
    const pointsTo = entity === null ? entityByName(context) : () => entity;
    for (const span of spans) {
      const meant = type.refersToEntity ? pointsTo(span) : undefined;
      draft.spans.put(meant ? { ...span, entity: meant.id } : span);
    }
    if (entity) draft.entities.put(spans.reduce(withNameOf, entity));
    return draft.outcome({ span: spans[0]?.id ?? null, card: null });
  },
};

/** A span for each stretch that is not marked so yet; the same stretch given twice is marked once. */
function newSpans(context: CommandContext, ranges: readonly Range[], type: string): Span[] {
  const { text, annotations } = context;
  const taken = new Set<string>();
  const provenance = madeNow(context);
  return ranges.flatMap((range) => {
    const meant = selected(text, range, null);
    const place = meant && `${meant.start}-${meant.end}`;
    if (!meant || !place || taken.has(place) || isMarked(annotations.set, type, [meant])) return [];
    taken.add(place);
    return { id: context.newId(), type, segments: segmentsOf(text, [meant]), provenance };
  });
}

/** Looks each name up once: the registry may be long, and the names are mostly the same. */
function entityByName({ annotations }: CommandContext): (span: Span) => Entity | undefined {
  const known = new Map<string, Entity | undefined>();
  return (span) => {
    const name = nameIn(span);
    if (!known.has(name)) known.set(name, entityNamed(annotations.entities, name));
    return known.get(name);
  };
}
