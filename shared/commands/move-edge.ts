// Moves an edge of a span to a place in the text, as when it is dragged.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { type EdgePlace, edgeMoved } from "./edges.ts";

/** `to`: the offset of the edge's new place. */
interface MoveEdge extends EdgePlace {
  readonly span: Id;
  readonly to: number;
}

export const moveEdge: Command<MoveEdge> = {
  id: "move-edge",
  run(context, { span: spanId, to, ...place }) {
    const span = get(context.annotations.set.spans, spanId);
    return span ? edgeMoved(context, span, place, to) : refuse("span-missing");
  },
};
