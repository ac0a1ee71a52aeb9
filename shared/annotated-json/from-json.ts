// From the form of an annotated JSON file back to the values it was written from: what was derived is left out again.

import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import type { Selector } from "../model/selector.ts";
import type { ExportBundle, ExportedArticle } from "./bundle.ts";
import type { AnnotatedJson, ArticleJson, SegmentJson, SetJson } from "./schema.ts";

/** The bundle that, written again, gives the same file. */
export function bundleFromJson(json: AnnotatedJson): ExportBundle {
  const { project, annotators, tagset, entities, articleSets, articles, exportedAt, generator } = json;
  return {
    project,
    annotators,
    tagset,
    entities: entities.map(({ sourceClass: _derived, ...entity }) => entity),
    ...(articleSets && { articleSets }),
    articles: articles.map(articleFromJson),
    exportedAt,
    generator,
  };
}

/** A set as it is stored. */
export function setFromFile(set: SetJson, articleId: Id): AnnotationSetJson {
  const { annotator, spans, attributions, exclusions, ...rest } = set;
  return {
    ...rest,
    articleId,
    annotatorId: annotator,
    spans: spans.map((span) => ({ ...span, segments: span.segments.map(selectorFrom) })),
    attributions: attributions.map(({ kindFrom, ...card }) => ({
      ...card,
      kind: kindFrom === "annotator" ? card.kind : null,
    })),
    exclusions: exclusions.map((exclusion) => ({ ...exclusion, segment: selectorFrom(exclusion.segment) })),
  };
}

function articleFromJson({ text, sets, inSets, metadata, ...article }: ArticleJson): ExportedArticle {
  return {
    article: {
      ...article,
      metadata: metadata.map(({ codePoints: _points, quote: _quote, ...part }) => part),
    },
    text,
    sets: sets.map((set) => setFromFile(set, article.id)),
    ...(inSets && { inSets }),
  };
}

function selectorFrom({ codePoints: _derived, ...selector }: SegmentJson): Selector {
  return selector;
}
