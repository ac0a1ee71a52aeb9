// Spans, attributions and entities of a bundle as tables for spreadsheets and statistics: a row each, words in place of ids.
import type { ExportedArticle, ExportHead } from "../exporters/bundle.ts";
import { type AnnotationSetJson, setFromJson } from "../model/annotation-set.ts";
import { articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { entityBehind, sourceClass } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { offsetMapOf } from "../model/offsets.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { tableOf } from "../model/table.ts";
import { countBeside } from "./flatten.ts";
import type { LossCount } from "./loss.ts";

export type Cell = string | number | boolean | null;

/** A table without its rows. */
export interface TableHead {
  /** In English, in lower case, as programs want it. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables of an export, whose rows are made an article at a time. */
export interface Tables {
  readonly spans: TableHead & { rows(article: ExportedArticle): readonly (readonly Cell[])[] };
  readonly attributions: TableHead & { rows(article: ExportedArticle): readonly (readonly Cell[])[] };
  /** Once the spans of all articles have been asked for: it says how often each is mentioned. */
  readonly entities: TableHead & { rows(): readonly (readonly Cell[])[] };
}

/** What tables do not hold of an article. */
export function countTableLosses({ article, sets }: ExportedArticle, count: LossCount): void {
  count.add("metadata", article.title, article.metadata.length);
  for (const set of sets) {
    countBeside(set, count);
    count.add("exclusions", article.title, set.exclusions.length);
    count.add("provenance", undefined, set.spans.length + set.attributions.length);
  }
}

/** Offsets are UTF-16 code units and, beside them, code points; `end` is exclusive. */
export function tablesOf(head: ExportHead): Tables {
  const names = new Map(head.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(head.entities);
  const fields = head.tagset.fields.map(({ id }) => id);
  const mentions = new Map<Id, number>();
  const behind = ({ entity }: Span) => (entity === undefined ? undefined : entityBehind(entities, entity));
  const counted = (span: Span): string => {
    const entity = behind(span);
    if (entity) mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + 1);
    return entity?.name ?? "";
  };
  const places = (exported: ExportedArticle): Place[] =>
    exported.sets.map((json) => ({ exported, json, annotator: names.get(json.annotatorId) ?? "" }));
  return {
    spans: {
      name: "spans",
      columns: [
        "article",
        "article_title",
        "annotator",
        "span",
        "type",
        "start",
        "end",
        "start_code_point",
        "end_code_point",
        "pieces",
        "text",
        "entity",
        "cards",
      ],
      rows: (article) => places(article).flatMap((place) => spanRows(place, counted)),
    },
    attributions: {
      name: "attributions",
      columns: [
        "article",
        "article_title",
        "annotator",
        "card",
        "start",
        "voice",
        "voice_entity",
        "cue",
        "claim",
        "via",
        "within",
        "kind",
        ...fields.map((id) => `field_${id}`),
        "note",
        "flags",
      ],
      rows: (article) =>
        places(article).flatMap((place) => cardRows(place, fields, (span) => behind(span)?.name ?? "")),
    },
    entities: {
      name: "entities",
      columns: [
        "entity",
        "name",
        "type",
        "naming",
        "source_class",
        "aliases",
        "role",
        "affiliation",
        "external_id",
        "merged_into",
        "mentions",
      ],
      rows: () =>
        head.entities.map((entity): Cell[] => [
          entity.id,
          entity.name,
          entity.type,
          entity.naming,
          sourceClass(entity),
          entity.aliases.join("; "),
          entity.role ?? "",
          entity.affiliation ?? "",
          entity.externalId ?? "",
          entity.mergedInto ?? "",
          mentions.get(entity.id) ?? 0,
        ]),
    },
  };
}

interface Place {
  readonly exported: ExportedArticle;
  readonly json: AnnotationSetJson;
  readonly annotator: string;
}

function spanRows(
  { exported: { article, text }, json, annotator }: Place,
  entityOf: (span: Span) => string,
): Cell[][] {
  const offsets = offsetMapOf(text);
  const cards = new Map<Id, Id[]>();
  for (const card of json.attributions)
    for (const id of new Set([...card.voice, card.cue, card.claim, ...card.via.map(({ span }) => span)]))
      if (id !== null) cards.set(id, [...(cards.get(id) ?? []), card.id]);
  return json.spans.map((span) => {
    const { start, end } = spanHull(span);
    return [
      article.id,
      article.title,
      annotator,
      span.id,
      span.type,
      start,
      end,
      offsets.toCodePoints(start),
      offsets.toCodePoints(end),
      span.segments.map((segment) => `${segment.start}-${segment.end}`).join(" "),
      spanText(span),
      entityOf(span),
      (cards.get(span.id) ?? []).join(" "),
    ];
  });
}

function cardRows(
  { exported: { article, text }, json, annotator }: Place,
  fields: readonly string[],
  entityOf: (span: Span) => string,
): Cell[][] {
  const set = setFromJson(json);
  const articleText = articleTextOf(text);
  const spans = new Map(json.spans.map((span) => [span.id, span]));
  const words = (id: Id | null): string => {
    const span = id === null ? undefined : spans.get(id);
    return span ? spanText(span) : "";
  };
  return json.attributions.map((card: Attribution) => {
    const at = [card.claim, card.cue, ...card.voice].flatMap((id) =>
      id === null ? [] : (spans.get(id) ?? []),
    )[0];
    const value = (field: string): Cell =>
      Object.hasOwn(card.fields, field) ? (card.fields[field] ?? null) : null;
    return [
      article.id,
      article.title,
      annotator,
      card.id,
      at ? spanHull(at).start : null,
      card.voice.map(words).join("; "),
      card.voice
        .flatMap((id) => (spans.get(id) ? [entityOf(spans.get(id) as Span)] : []))
        .filter((name) => name !== "")
        .join("; "),
      words(card.cue),
      words(card.claim),
      card.via.map(({ span, role }) => `${role}: ${words(span)}`).join("; "),
      card.within ?? "",
      effectiveKind(card, set, articleText),
      ...fields.map(value),
      card.note,
      card.flags.join("; "),
    ];
  });
}
