// Tags many stretches of one article at once, such as every place where a name stands.
import { isMarked } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { Selector } from "../model/selector.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command, CommandContext } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { withNameOf } from "./entity-names.ts";
import { newTags } from "./new-marks.ts";
import { segmentsOf, selected } from "./segments.ts";

/** `entity`: who all of them refer to; `null` takes for each the one entity that is called so, if there is one. */
interface TagAll {
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly entity: Id | null;
}

export const tagAll: Command<TagAll> = {
  id: "tag-all",
  run(context, { ranges, type: typeId, entity: entityId }) {
    const { entities } = context.annotations;
    const type = spanTypeOf(context.tagset, typeId);
    if (!type) return refuse("unknown-type");
    if (entityId !== null && !type.refersToEntity) return refuse("type-takes-no-entity");
    const entity = entityId === null ? null : get(entities, entityId);
    if (entity === undefined) return refuse("entity-missing");
    const stretches = unmarked(context, ranges, typeId);
    if (stretches.length === 0) return refuse(ranges.length === 0 ? "empty-selection" : "already-tagged");
    const provenance = newProvenance(context);
    const spans = newTags(stretches, { type, entity, entities, newId: context.newId, provenance });
    const draft = draftOf(context);
    for (const span of spans) draft.spans.put(span);
    if (entity) draft.entities.put(spans.reduce(withNameOf, entity));
    return draft.outcome({ span: spans[0]?.id ?? null, card: null });
  },
};

/** Those that are not marked so yet; the same stretch given twice counts once. */
function unmarked({ text, annotations }: CommandContext, ranges: readonly Range[], type: string): Selector[] {
  const takenPlaces = new Set<string>();
  return ranges.flatMap((range) => {
    const selectedRange = selected(text, range, null);
    const place = selectedRange && `${selectedRange.start}-${selectedRange.end}`;
    if (
      !selectedRange ||
      !place ||
      takenPlaces.has(place) ||
      isMarked(annotations.set, type, [selectedRange])
    )
      return [];
    takenPlaces.add(place);
    return segmentsOf(text, [selectedRange]);
  });
}
