// Makes a mention point to nobody again. The entity stays in the registry.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface UnlinkEntity {
  readonly span: Id;
}

export const unlinkEntity: Command<UnlinkEntity> = {
  id: "unlink-entity",
  run(context, { span: spanId }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const { entity: _, ...without } = span;
    const draft = draftOf(context);
    draft.spans.put(without);
    return draft.outcome({ span: spanId });
  },
};
