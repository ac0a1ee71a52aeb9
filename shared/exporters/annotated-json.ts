// Annotated JSON, our own format: lossless, with all that a reader needs to use it without Sayso. What its fields mean
// stands in docs/format.md; `shared/annotated-json/read.ts` reads it back.

import type { ExportBundle, ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import type {
  AnnotatedJson,
  ArticleJson,
  AttributionJson,
  EntityJson,
  SegmentJson,
  SetJson,
  SpanJson,
} from "../annotated-json/schema.ts";
import { formatName, formatVersion } from "../annotated-json/version.ts";
import { sorted, withKeysInOrder } from "../files/canonical.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { jsonList } from "../interchange/written-json.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  setFromJson,
  setToJson,
} from "../model/annotation-set.ts";
import type { ArticleSet } from "../model/article-set.ts";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, sourceClass } from "../model/entity.ts";
import { effectiveKind } from "../model/kind.ts";
import { type OffsetMap, offsetMapOf } from "../model/offsets.ts";
import type { Range } from "../model/range.ts";
import { setKinds } from "../model/record-kinds.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const annotatedJsonExporter: BundleExporter = {
  id: "json",
  takes: "bundle",
  extension: "json",
  capabilities: { ...allOfStandoff, provenance: "own", articleSets: true },
  passes(head) {
    const list = jsonList(onlyFile, (articles) => ({ ...headJson(head), articles }));
    return [{ begin: list.begin, article: (article) => [list.item(articleJson(article))], end: list.end }];
  },
};

/** The text of the file. */
export function annotatedJsonText(bundle: ExportBundle): string {
  return `${JSON.stringify(annotatedJsonOf(bundle), null, 2)}\n`;
}

/** The value of the file, its keys in order. */
export function annotatedJsonOf(bundle: ExportBundle): AnnotatedJson {
  return { ...headJson(bundle), articles: bundle.articles.map(articleJson) };
}

function headJson(bundle: ExportHead): Omit<AnnotatedJson, "articles"> {
  return {
    format: formatName,
    version: formatVersion,
    generator: bundle.generator,
    exportedAt: bundle.exportedAt,
    offsetUnit: "utf-16-code-units",
    project: { id: bundle.project.id, name: bundle.project.name },
    annotators: bundle.annotators.map((annotator) =>
      withKeysInOrder(sorted(annotator), ["id", "name", "kind"]),
    ),
    tagset: tagsetJson(bundle.tagset),
    entities: bundle.entities.map(entityJson),
    ...(bundle.articleSets && { articleSets: bundle.articleSets.map(articleSetJson) }),
  };
}

function tagsetJson(tagset: ExportHead["tagset"]): AnnotatedJson["tagset"] {
  return withKeysInOrder(sorted(tagset), ["id", "name", "spanTypes", "slots", "viaRoles", "fields", "flags"]);
}

const articleSetJson = (set: ArticleSet): ArticleSet =>
  withKeysInOrder(sorted(set), ["id", "name", "filter"]);

function entityJson(entity: Entity): EntityJson {
  return withKeysInOrder({ ...sorted(entity), sourceClass: sourceClass(entity) }, [
    "id",
    "name",
    "type",
    "naming",
    "sourceClass",
    "aliases",
  ]);
}

function articleJson({ article, text, sets, inSets }: ExportedArticle): ArticleJson {
  const articleText = articleTextOf(text);
  const offsets = offsetMapOf(text);
  return withKeysInOrder(
    {
      ...sorted(article),
      metadata: article.metadata.map((part) =>
        withKeysInOrder(
          { ...part, codePoints: codePointsOf(part, offsets), quote: text.slice(part.start, part.end) },
          ["field", "start", "end", "codePoints", "quote"],
        ),
      ),
      text,
      sets: sets.map((set) => setJson(set, articleText, offsets)),
      ...(inSets && inSets.length > 0 && { inSets }),
    },
    ["id", "title", "addedAt", "textHash", "length", "metadata", "original", "text", "sets"],
  );
}

function setJson(json: AnnotationSetJson, articleText: ArticleText, offsets: OffsetMap): SetJson {
  const annotationSet = setFromJson(json);
  const { articleId: _articleId, annotatorId, ...rest } = { ...json, ...setToJson(annotationSet) };
  return withKeysInOrder(
    {
      ...sorted(rest),
      annotator: annotatorId,
      spans: rest.spans.map((span) => spanJson(span, offsets)),
      attributions: rest.attributions.map((card) => attributionJson(card, annotationSet, articleText)),
      exclusions: rest.exclusions.map((exclusion) =>
        withKeysInOrder({ ...sorted(exclusion), segment: segmentJson(exclusion.segment, offsets) }, [
          "id",
          "segment",
          "reason",
        ]),
      ),
    },
    ["annotator", "textHash", ...setKinds],
  );
}

function spanJson(span: Span, offsets: OffsetMap): SpanJson {
  return withKeysInOrder(
    { ...sorted(span), segments: span.segments.map((segment) => segmentJson(segment, offsets)) },
    ["id", "type", "entity", "segments", "provenance"],
  );
}

function attributionJson(card: Attribution, set: AnnotationSet, articleText: ArticleText): AttributionJson {
  return withKeysInOrder(
    {
      ...sorted(card),
      kind: effectiveKind(card, set, articleText),
      kindFrom: card.kind === null ? "quotation-marks" : "annotator",
    },
    [
      "id",
      "voice",
      "cue",
      "claim",
      "via",
      "within",
      "kind",
      "kindFrom",
      "fields",
      "note",
      "flags",
      "provenance",
    ],
  );
}

function segmentJson(segment: Selector, offsets: OffsetMap): SegmentJson {
  return withKeysInOrder({ ...sorted(segment), codePoints: codePointsOf(segment, offsets) }, [
    "start",
    "end",
    "codePoints",
    "quote",
    "prefix",
    "suffix",
  ]);
}

function codePointsOf({ start, end }: Range, offsets: OffsetMap): Range {
  return { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) };
}
