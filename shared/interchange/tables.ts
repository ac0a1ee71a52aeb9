// Spans, attributions and entities of a bundle as tables for spreadsheets and statistics: a row each, words in place of ids.
import type { ExportBundle, ExportedArticle } from "../exporters/bundle.ts";
import { type AnnotationSetJson, setFromJson } from "../model/annotation-set.ts";
import { articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { entityBehind, sourceClass } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { offsetMapOf } from "../model/offsets.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { tableOf } from "../model/table.ts";
import { remarksIn } from "./flatten.ts";
import { type Loss, lossCount } from "./loss.ts";

export type Cell = string | number | boolean | null;

export interface SheetTable {
  /** In English, in lower case, as programs want it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Tables {
  readonly tables: readonly SheetTable[];
  readonly losses: readonly Loss[];
}

/** Offsets are UTF-16 code units and, beside them, code points; `end` is exclusive. */
export function tablesOf(bundle: ExportBundle): Tables {
  const names = new Map(bundle.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(bundle.entities);
  const spans: Cell[][] = [];
  const cards: Cell[][] = [];
  const mentions = new Map<Id, number>();
  const count = lossCount();
  const { fields } = bundle.tagset;
  for (const exported of bundle.articles) {
    count.add("metadata", exported.article.title, exported.article.metadata.length);
    for (const json of exported.sets) {
      const annotator = names.get(json.annotatorId) ?? "";
      const place = { exported, json, annotator };
      count.add("remarks", undefined, remarksIn(json));
      count.add("exclusions", exported.article.title, json.exclusions.length);
      count.add("provenance", undefined, json.spans.length + json.attributions.length);
      const entityOf = (span: Span): string => {
        const entity = span.entity === undefined ? undefined : entityBehind(entities, span.entity);
        if (entity) mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + 1);
        return entity?.name ?? "";
      };
      for (const row of spanRows(place, entityOf)) spans.push(row);
      const nameOf = (span: Span): string =>
        span.entity === undefined ? "" : (entityBehind(entities, span.entity)?.name ?? "");
      const ids = fields.map(({ id }) => id);
      for (const row of cardRows(place, ids, nameOf)) cards.push(row);
    }
  }
  const people = bundle.entities.map((entity): Cell[] => [
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
  ]);
  return {
    tables: [
      {
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
        rows: spans,
      },
      {
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
          ...fields.map(({ id }) => `field_${id}`),
          "note",
          "flags",
        ],
        rows: cards,
      },
      {
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
        rows: people,
      },
    ],
    losses: count.losses(),
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
