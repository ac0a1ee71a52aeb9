// Articles, spans, attributions, exclusions, remarks and entities of a bundle as tables for spreadsheets and statistics: a row each, in reading
// order, words in place of ids. They hold all that the model knows of these.
import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { type AnnotationSetJson, placeOf, setFromJson } from "../model/annotation-set.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import { articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { aboutOf, goneFrom } from "../model/card-about.ts";
import { type Entity, entityBehind, sourceClass } from "../model/entity.ts";
import { enteredIn, entityFieldsOf, wordsOfAnswer } from "../model/entity-field.ts";
import { exclusionTest } from "../model/exclusion.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { offsetMapOf } from "../model/offsets.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Range } from "../model/range.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { type Table, tableOf } from "../model/table.ts";
import type { EntityField } from "../model/tagset.ts";
import type { LossCount } from "./capabilities.ts";
import { countBeside } from "./flatten.ts";
import { listed } from "./listed-values.ts";
import { noteText } from "./note-text.ts";
import { madeValue } from "./provenance-value.ts";
import { remarkColumns, remarkRows, withoutRemarks } from "./table-of-remarks.ts";

export type Cell = string | number | boolean | null;
type Row = readonly Cell[];

/** A table without its rows. */
export interface TableHead {
  /** In English, in lower case, as programs want it. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table whose rows are made an article at a time. */
export interface ArticleTable extends TableHead {
  rows(article: ExportedArticle): readonly Row[];
}

/** The tables of an export. */
interface Tables {
  /** Articles, spans, attributions, exclusions and remarks. */
  readonly ofArticles: readonly [ArticleTable, ArticleTable, ArticleTable, ArticleTable, ArticleTable];
  /** Once the rows of all articles have been made: it says how often each entity is mentioned. */
  readonly entities: TableHead & { rows(): readonly Row[] };
}

/** What tables do not hold of an article. */
export function countTableLosses({ sets }: ExportedArticle, count: LossCount): void {
  for (const annotationSet of sets) countBeside(withoutRemarks(annotationSet), count);
}

/** Offsets are UTF-16 code units and, beside them, code points; `end` is exclusive. */
export function tablesOf(head: ExportHead): Tables {
  const names = new Map(head.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(head.entities);
  const fields = head.tagset.fields.map(({ id }) => id);
  const ownFields = fieldsEntered(head);
  const mentions = new Map<Id, number>();
  const behind = ({ entity }: Span): Entity | undefined =>
    entity === undefined ? undefined : entityBehind(entities, entity);
  const counted = (span: Span): Entity | undefined => {
    const entity = behind(span);
    if (entity) mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + 1);
    return entity;
  };
  const inSets =
    (rowsOf: (place: Place) => readonly Row[]) =>
    (exported: ExportedArticle): readonly Row[] =>
      exported.sets.flatMap((json) =>
        rowsOf({ exported, json, annotator: names.get(json.annotatorId) ?? "", names }),
      );
  const titles = new Map<Id, string>();
  return {
    ofArticles: [
      {
        name: "articles",
        columns: articleColumns,
        rows(exported) {
          titles.set(exported.article.id, exported.article.title);
          return [articleRow(exported)];
        },
      },
      { name: "spans", columns: spanColumns, rows: inSets((place) => spanRows(place, counted)) },
      {
        name: "attributions",
        columns: cardColumns(fields),
        rows: inSets((place) => cardRows(place, { fields, entities, entityOf: behind })),
      },
      { name: "exclusions", columns: exclusionColumns, rows: inSets(exclusionRows) },
      { name: "remarks", columns: [...whose, ...remarkColumns, ...madeColumns], rows: inSets(rowsOfRemarks) },
    ],
    entities: {
      name: "entities",
      columns: [...entityColumns, ...ownFields.flatMap(({ id }) => [`field_${id}`, `field_${id}_made`])],
      rows: () =>
        head.entities.map((entity) => [
          ...entityRow(entity, mentions.get(entity.id) ?? 0, titles),
          ...ownFields.flatMap((field) => enteredCells(entity, field, names)),
        ]),
    },
  };
}

interface Place {
  readonly exported: ExportedArticle;
  readonly json: AnnotationSetJson;
  readonly annotator: string;
  readonly names: ReadonlyMap<Id, string>;
}

const startOf = (span: Span): number => spanHull(span).start;

const whose = ["article", "article_title", "annotator"] as const;
const whoseCells = ({ exported: { article }, annotator }: Place): Row => [
  article.id,
  article.title,
  annotator,
];

/** How a span or card came to be. */
const madeColumns = ["made_by", "made_at", "edited_at", "origin", "origin_detail"] as const;
const madeCells = ({ annotator, at, editedAt, origin }: Provenance, { names }: Place): Row => {
  const { by, ...more } = origin;
  const detail = Object.entries(more).map(([name, value]) => `${name}: ${value}`);
  return [names.get(annotator) ?? annotator, at, editedAt ?? "", by, listed(detail)];
};

const articleColumns = [
  "article",
  "title",
  "author",
  "publisher",
  "place",
  "date",
  "updated",
  "url",
  "language",
  "tags",
  "in_text",
  "file",
  "length",
] as const;

function articleRow({ article, text }: ExportedArticle): Row {
  const facts = saidIn(knownOf(article, text));
  const inText = article.metadata.map(
    ({ field, start, end }) => `${field}: ${text.slice(start, end).replace(/\s+/gu, " ").trim()}`,
  );
  return [
    article.id,
    article.title,
    listed(facts.author),
    listed(facts.publisher),
    listed(facts.place),
    listed(facts.date),
    listed(facts.updated),
    listed(facts.url),
    listed(facts.language),
    listed(facts.tags),
    listed(inText),
    article.original?.fileName ?? "",
    article.length,
  ];
}

export const placeColumns = ["start", "end", "start_code_point", "end_code_point"] as const;

const spanColumns = [
  ...whose,
  "span",
  "type",
  ...placeColumns,
  "pieces",
  "text",
  "entity",
  "entity_id",
  "cards",
  ...madeColumns,
] as const;

function spanRows(place: Place, entityOf: (span: Span) => Entity | undefined): Row[] {
  const { exported, json } = place;
  const placeCells = placesIn(exported.text);
  const cards = new Map<Id, Id[]>();
  for (const card of json.attributions)
    for (const id of new Set([...card.voice, card.cue, card.claim, ...card.via.map(({ span }) => span)]))
      if (id !== null) cards.set(id, [...(cards.get(id) ?? []), card.id]);
  return json.spans.map((span) => {
    const entity = entityOf(span);
    return [
      ...whoseCells(place),
      span.id,
      span.type,
      ...placeCells(spanHull(span)),
      span.segments.map(({ start, end }) => `${start}-${end}`).join(" "),
      spanText(span),
      entity?.name ?? "",
      entity?.id ?? "",
      (cards.get(span.id) ?? []).join(" "),
      ...madeCells(span.provenance, place),
    ];
  });
}

export function placesIn(text: string): (range: Range) => Row {
  const offsets = offsetMapOf(text);
  return ({ start, end }) => [start, end, offsets.toCodePoints(start), offsets.toCodePoints(end)];
}

/** What is said of several voices or sources of one card, one value each: of a mention that points to no entity it is empty. */
export function mentionCells(
  mentions: readonly Id[],
  entityOf: (mention: Id) => Entity | undefined,
  said: readonly ((entity: Entity) => string)[],
): readonly string[] {
  const entities = mentions.map(entityOf);
  return said.map((say) => listed(entities.map((entity) => (entity ? say(entity) : ""))));
}

/** The ids of the spans that fill the slots, as the table of spans has them. */
const slotColumns = ["voice_spans", "cue_span", "claim_span", "via_spans"] as const;

const cardColumns = (fields: readonly string[]): readonly string[] => [
  ...whose,
  "card",
  "start",
  "voice",
  "voice_entity",
  "cue",
  "claim",
  "via",
  ...slotColumns,
  "within",
  "about",
  "about_entity_ids",
  "kind",
  "kind_set",
  "excluded",
  ...fields.map((id) => `field_${id}`),
  "note",
  "flags",
  ...madeColumns,
];

/** The names of those whom the claim is about, and their ids; whom the registry has no longer has an id and an empty name. */
function aboutCells(card: Attribution, entities: Table<Entity>): Row {
  const gone = goneFrom(card, entities).map((id) => ({ id, name: "" }));
  const about = [...aboutOf(card, entities), ...gone];
  return [listed(about.map(({ name }) => name)), about.map(({ id }) => id).join(" ")];
}

interface CardColumns {
  readonly fields: readonly string[];
  readonly entities: Table<Entity>;
  entityOf(span: Span): Entity | undefined;
}

function cardRows(place: Place, { fields, entities, entityOf }: CardColumns): Row[] {
  const { exported, json } = place;
  const annotationSet = setFromJson(json);
  const articleText = articleTextOf(exported.text);
  const spans = new Map(json.spans.map((span) => [span.id, span]));
  const spanOf = (id: Id | null): Span | undefined => (id === null ? undefined : spans.get(id));
  const words = (id: Id | null): string => {
    const span = spanOf(id);
    return span ? spanText(span) : "";
  };
  const entityAt = (id: Id): Entity | undefined => {
    const span = spanOf(id);
    return span && entityOf(span);
  };
  const isExcluded = exclusionTest(json.exclusions);
  const startOfCard = ({ claim, cue, voice }: Attribution): number | null => {
    const firstSpan = [claim, cue, ...voice].map(spanOf).find((span) => span !== undefined);
    return firstSpan ? startOf(firstSpan) : null;
  };
  return json.attributions
    .map((card) => ({ card, start: startOfCard(card) }))
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .map(({ card, start }) => [
      ...whoseCells(place),
      card.id,
      start,
      listed(card.voice.map(words)),
      ...mentionCells(card.voice, entityAt, [({ name }) => name]),
      words(card.cue),
      words(card.claim),
      listed(card.via.map(({ span, role }) => `${role}: ${words(span)}`)),
      card.voice.join(" "),
      card.cue ?? "",
      card.claim ?? "",
      card.via.map(({ span, role }) => `${role}:${span}`).join(" "),
      card.within ?? "",
      ...aboutCells(card, entities),
      effectiveKind(card, annotationSet, articleText),
      card.kind ?? "",
      isExcluded(placeOf(annotationSet, card)),
      ...fields.map(
        (field): Cell => (Object.hasOwn(card.fields, field) ? (card.fields[field] ?? null) : null),
      ),
      noteText(card.note),
      listed(card.flags),
      ...madeCells(card.provenance, place),
    ]);
}

const exclusionColumns = [...whose, "exclusion", ...placeColumns, "text", "reason"] as const;

function exclusionRows(place: Place): Row[] {
  const placeCells = placesIn(place.exported.text);
  const inOrder = [...place.json.exclusions].sort((a, b) => a.segment.start - b.segment.start);
  return inOrder.map(({ id, segment, reason }) => [
    ...whoseCells(place),
    id,
    ...placeCells(segment),
    segment.quote,
    reason,
  ]);
}

const rowsOfRemarks = (place: Place): Row[] =>
  remarkRows(place.exported, place.json).map(({ cells, provenance }) => [
    ...whoseCells(place),
    ...cells,
    ...(provenance ? madeCells(provenance, place) : madeColumns.map(() => "")),
  ]);

const entityColumns = [
  "entity",
  "name",
  "type",
  "naming",
  "source_class",
  "aliases",
  "role",
  "affiliation",
  "anonymity_terms",
  "anonymity_reason",
  "anonymity_evidence",
  "anonymity_place",
  "anonymity_article",
  "external_id",
  "merged_into",
  "mentions",
] as const;

/** A column of an own field; `field` is absent where the tagset has none any more. */
interface OwnField {
  readonly id: string;
  readonly field?: EntityField;
}

/** The fields of the tagset, then those of which only values are left. */
function fieldsEntered({ tagset, entities }: ExportHead): readonly OwnField[] {
  const known = entityFieldsOf(tagset).map((field): OwnField => ({ id: field.id, field }));
  const entered = new Set(entities.flatMap(({ fields = {} }) => Object.keys(fields)));
  const left = [...entered].filter((id) => !known.some((one) => one.id === id)).sort();
  return [...known, ...left.map((id): OwnField => ({ id }))];
}

function enteredCells(entity: Entity, { id, field }: OwnField, names: ReadonlyMap<Id, string>): Row {
  const entered = enteredIn(entity, id);
  if (!entered) return ["", ""];
  const isNumber = "value" in entered && typeof entered.value === "number";
  return [isNumber ? entered.value : wordsOfAnswer(field, entered), madeValue(entered.provenance, names)];
}

function entityRow(entity: Entity, mentions: number, titles: ReadonlyMap<Id, string>): Row {
  const { terms = "", reason = "", evidence } = entity.anonymity ?? {};
  return [
    entity.id,
    entity.name,
    entity.type,
    entity.naming,
    sourceClass(entity),
    listed(entity.aliases),
    entity.role ?? "",
    entity.affiliation ?? "",
    terms,
    reason,
    evidence?.segment.quote ?? "",
    evidence ? `${evidence.segment.start}-${evidence.segment.end}` : "",
    evidence ? (titles.get(evidence.article) ?? evidence.article) : "",
    entity.externalId ?? "",
    entity.mergedInto ?? "",
    mentions,
  ];
}
