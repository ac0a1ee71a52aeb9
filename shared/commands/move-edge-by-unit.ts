// Moves an edge of a span by a word, a clause or a sentence, or by one character for the fine work.
import type { ArticleText } from "../model/article-text.ts";
import { nextGrapheme, previousGrapheme } from "../model/graphemes.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { type ParagraphUnit, unitEdge } from "../model/unit-ranges.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { type Edge, type EdgePlace, edgeMoved } from "./edges.ts";

/** `back` and `forward` are the order in which the text is read, whichever way it is written. */
interface MoveEdgeByUnit extends EdgePlace {
  readonly span: Id;
  readonly direction: "back" | "forward";
  readonly by: Exclude<ParagraphUnit, "paragraph"> | "character";
}

export const moveEdgeByUnit: Command<MoveEdgeByUnit> = {
  id: "move-edge-by-unit",
  run(context, { span: spanId, segment, edge, direction, by }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const from = span.segments[segment]?.[edge];
    if (from === undefined) return refuse("segment-missing");
    const to = destination(context.text, from, edge, { direction, by });
    if (to === null || to === from) return refuse("edge-out-of-range");
    return edgeMoved(context, span, { segment, edge }, to);
  },
};

function destination(
  article: ArticleText,
  from: number,
  edge: Edge,
  { direction, by }: Pick<MoveEdgeByUnit, "direction" | "by">,
): number | null {
  if (by !== "character") return unitEdge(article, from, edge, { direction, unit: by });
  return direction === "back" ? previousGrapheme(article.text, from) : nextGrapheme(article.text, from);
}
