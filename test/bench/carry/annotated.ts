// The articles that carrying over is measured on: our gold and the sample, each with every span of its cards as a set.
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { compareRanges, type Range } from "../../../shared/model/range.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { type GoldArticle, goldArticles } from "../../helpers/gold.ts";
import { annotatorId, articleId, provenance, textHash } from "../../helpers/marked-article.ts";
import { sampleGold } from "../../helpers/sample-gold.ts";

export interface Annotated {
  readonly name: string;
  readonly text: string;
  readonly set: AnnotationSetJson;
  /** Names of who is mentioned, as they stand in the text. */
  readonly names: readonly string[];
}

/** `gold`: where our gold lies, for whoever runs from somewhere else. */
export const annotatedArticles = (gold?: string): readonly Annotated[] =>
  [...goldArticles(gold), ...sampleGold()].map(annotated);

function annotated(article: GoldArticle): Annotated {
  const { id, text, cards, mentions, entities } = article;
  const spans = new Map<string, Span>();
  const add = (type: string, ranges: readonly Range[]): void => {
    const segments = [...ranges].sort(compareRanges).map((range) => selectorOf(text, range));
    const key = `${type} ${segments.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
    if (segments.length > 0) spans.set(key, { id: key, type, segments, provenance });
  };
  for (const { voice, cue, claim, via } of cards) {
    for (const range of voice) add("speaker", [range]);
    if (cue) add("cue", [cue]);
    add("claim", claim);
    for (const range of via) add("source", [range]);
  }
  for (const mention of mentions) add("speaker", [mention]);
  const named = new Set(entities.filter(({ naming }) => naming === "named").map(({ key }) => key));
  const names = mentions
    .filter(({ entity }) => named.has(entity))
    .flatMap(({ start, end }) => text.slice(start, end).match(/\p{Lu}\p{L}{3,}$/u) ?? []);
  return {
    name: id,
    text,
    names: [...new Set(names)],
    set: {
      articleId,
      annotatorId,
      textHash,
      spans: [...spans.values()],
      attributions: [],
      exclusions: [],
    },
  };
}
