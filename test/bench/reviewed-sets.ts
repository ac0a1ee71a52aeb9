// Five people's sets of a long synthetic article, some 1,450 spans and 580 cards each: most agree, some moved an edge, took another
// type, said another thing on a card, or lack it.
import { type AnnotationSetJson, setFromJson } from "../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Id } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import { tableOf } from "../../shared/model/table.ts";
import { compareSets } from "../../shared/review/compare.ts";
import { edgePolicies } from "../../shared/review/policies/index.ts";
import { finish } from "../../shared/review/work.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { syntheticArticle } from "./synthetic-article.ts";

const paragraphs = 290;

export interface ReviewedSets {
  readonly text: string;
  readonly sets: readonly AnnotationSetJson[];
}

/** By annotators with these ids, of an article with this id and hash. */
export function reviewedSets(
  annotators: readonly Id[],
  articleId: Id = "article",
  textHash = "0".repeat(64),
): ReviewedSets {
  const paras = syntheticArticle("L").paras.slice(0, paragraphs);
  const text = paras.map((paragraph) => paragraph.text).join("\n\n");
  let from = 0;
  const tags = paras.flatMap((paragraph) => {
    const start = from;
    from += paragraph.text.length + 2;
    return paragraph.tags.map((tag) => ({ ...tag, start: start + tag.start, end: start + tag.end }));
  });
  const sets = annotators.map((annotatorId, person): AnnotationSetJson => {
    const provenance = {
      annotator: annotatorId,
      at: "2026-01-01T00:00:00.000Z",
      origin: { by: "human" as const },
    };
    const idOf = (tag: Id): Id => `${"abcdefghi".charAt(person)}${tag}`;
    const isTurn = (at: number, every: number): boolean => person > 0 && (at + person * 7) % every === 0;
    const kept = tags.filter((_, at) => !isTurn(at, 19));
    const spans = kept.map(
      ({ id, kind, start, end }, at): Span => ({
        id: idOf(id),
        type: isTurn(at, 23) && kind !== "claim" ? "source" : kind,
        segments: [selectorOf(text, { start, end: isTurn(at, 7) && end - start > 12 ? end - 5 : end })],
        provenance,
      }),
    );
    const attributions = kept
      .filter(({ kind }) => kind === "claim")
      .map(
        ({ id }, at): Attribution => ({
          id: idOf(`k${id}`),
          voice: [],
          cue: null,
          claim: idOf(id),
          via: [],
          within: null,
          kind: null,
          fields: { polarity: isTurn(at, 11) ? "denies" : "asserts" },
          note: "",
          flags: [],
          provenance,
        }),
      );
    return { articleId, annotatorId, textHash, spans, attributions, exclusions: [] };
  });
  return { text, sets };
}

/** Milliseconds that comparing all of it takes, from the sets as they are stored. */
export function timeComparison(): { readonly milliseconds: number; readonly units: number } {
  const { text, sets } = reviewedSets(["pa", "pb", "pc", "pd", "pe"]);
  const started = performance.now();
  const compared = finish(
    compareSets(
      sets.map((set) => ({ set: setFromJson(set), entities: tableOf([]) })),
      { article: articleTextOf(text), tagset: newsAttribution, policies: edgePolicies },
    ),
  );
  const milliseconds = performance.now() - started;
  if (compared.groups.length === 0) throw new Error("Nothing was compared.");
  const units = sets.reduce((sum, { spans, attributions }) => sum + spans.length + attributions.length, 0);
  return { milliseconds, units };
}
