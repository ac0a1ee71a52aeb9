// Moves an edge of a span by one word, or by one character for the fine work.
import type { ArticleText } from "../model/article-text.ts";
import { nextGrapheme, previousGrapheme } from "../model/graphemes.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { wordEndingAfter, wordStartingBefore } from "../model/words.ts";
import type { Command } from "./command.ts";
import { refuse } from "./draft.ts";
import { type Edge, type EdgePlace, edgeMoved } from "./edges.ts";

export interface MoveEdgeByWord extends EdgePlace {
  readonly span: Id;
  readonly direction: "back" | "forward";
  readonly by: "word" | "character";
}

export const moveEdgeByWord: Command<MoveEdgeByWord> = {
  id: "move-edge-by-word",
  title: "Move edge of span by a word",
  run(context, { span: spanId, direction, by, ...place }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const from = span.segments[place.segment]?.[place.edge];
    if (from === undefined) return refuse("segment-missing");
    const to =
      by === "character"
        ? characterEdge(context.text.text, from, direction)
        : wordEdge(context.text, from, place.edge, direction);
    return to === null || to === from ? refuse("edge-out-of-range") : edgeMoved(context, span, place, to);
  },
};

function characterEdge(text: string, from: number, direction: "back" | "forward"): number {
  return direction === "back" ? previousGrapheme(text, from) : nextGrapheme(text, from);
}

/** The next place in the direction where a word has this edge; `null` when there is none. */
function wordEdge(
  article: ArticleText,
  from: number,
  edge: Edge,
  direction: "back" | "forward",
): number | null {
  if (direction === "forward") {
    let word = wordEndingAfter(article, from);
    while (word && word[edge] <= from) word = wordEndingAfter(article, word.end);
    return word?.[edge] ?? null;
  }
  let word = wordStartingBefore(article, from);
  while (word && word[edge] >= from) word = wordStartingBefore(article, word.start);
  return word?.[edge] ?? null;
}
