// Tables for databases and statistics: articles with their texts, statements, mentions, claims and entities, a row each, with the keys that join
// them; and beside them the marks, exclusions and remarks, so that all that tables can hold is there.
import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { isoDate } from "../importers/recognise-metadata.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import { articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, entityBehind, sourceClass } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { type Table, tableOf } from "../model/table.ts";
import { wordsOf } from "../model/words.ts";
import { type UsedNames, unused } from "./file-set.ts";
import { listed } from "./listed-values.ts";
import { type ArticleTable, type Cell, mentionCells, placeColumns, placesIn, tablesOf } from "./tables.ts";

type Row = readonly Cell[];

interface TypedColumn {
  readonly name: string;
  /** Whole numbers, or texts: switches and the project's own fields are texts too, since others may stand there. */
  readonly type: "text" | "integer";
}

/** A cell is `null` where nothing is known. */
export type TypedRow = readonly (string | number | null)[];

export interface AnalysisTable {
  readonly name: string;
  readonly columns: readonly TypedColumn[];
}

interface AnalysisTables {
  readonly ofArticles: readonly (AnalysisTable & { rows(article: ExportedArticle): readonly TypedRow[] })[];
  /** Once the rows of all articles have been made. */
  readonly entities: AnalysisTable & { rows(): readonly TypedRow[] };
}

export function analysisTables(head: ExportHead): AnalysisTables {
  const { ofArticles, entities } = tablesOf(head);
  const [articles, spans, , exclusions, remarks] = ofArticles;
  const ofEntities = typed(entities.columns);
  const inSets = rowsInSets(head);
  const tables: readonly ArticleTable[] = [
    {
      ...articles,
      columns: [...articles.columns, "iso_date", "text"],
      rows: (exported) =>
        articles.rows(exported).map((row) => [...row, isoDate(factsOf(exported).date[0]), exported.text]),
    },
    statementTable(head),
    { name: "mentions", columns: mentionColumns, rows: inSets(mentionRows) },
    { name: "claims", columns: claimColumns, rows: inSets(claimRows) },
    ...[spans, exclusions, remarks],
  ];
  return {
    ofArticles: tables.map(({ name, columns: columnNames, rows }) => {
      const columns = typed(columnNames);
      return { name, columns, rows: (article) => rows(article).map((row) => typedRow(row, columns)) };
    }),
    entities: {
      ...{ name: entities.name, columns: ofEntities },
      rows: () => entities.rows().map((row) => typedRow(row, ofEntities)),
    },
  };
}

/** Of what stands in each table; all other columns are texts. */
const integers = /^(?:start|end|start_code_point|end_code_point|length|word_count|mentions)$/u;

/** Databases know no two columns whose names differ in case alone. */
function typed(columns: readonly string[]): readonly TypedColumn[] {
  const used: UsedNames = new Map();
  return columns.map((name) => ({
    name: unused(name, used, (number) => `_${number}`),
    type: integers.test(name) ? "integer" : "text",
  }));
}

const typedRow = (row: Row, columns: readonly TypedColumn[]): TypedRow =>
  row.map((cell, at) => {
    if (cell === null || cell === "") return null;
    return columns[at]?.type === "integer" && typeof cell === "number" ? cell : String(cell);
  });

/** One annotator's set of an article, and what its rows are made from. */
interface SetPlace {
  readonly exported: ExportedArticle;
  readonly set: AnnotationSetJson;
  readonly spans: ReadonlyMap<Id, Span>;
  readonly entityOf: (span: Span) => Entity | undefined;
  /** The cells that say whose it is. */
  readonly whose: Row;
}

const whose = ["article", "annotator", "annotator_id"] as const;

function rowsInSets({ annotators, entities }: ExportHead) {
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  const registry: Table<Entity> = tableOf(entities);
  const entityOf = ({ entity }: Span): Entity | undefined =>
    entity === undefined ? undefined : entityBehind(registry, entity);
  return (rowsOf: (place: SetPlace) => readonly Row[]) =>
    (exported: ExportedArticle): readonly Row[] =>
      exported.sets.flatMap((set) =>
        rowsOf({
          ...{ exported, set, entityOf },
          spans: new Map(set.spans.map((span) => [span.id, span])),
          whose: [exported.article.id, names.get(set.annotatorId) ?? "", set.annotatorId],
        }),
      );
}

/** What a statement has beside the columns of cards: what is known of its article, and of those who make it. */
const besideCard = [
  ...[
    "annotator_id",
    "author",
    "publisher",
    "place",
    "date",
    "iso_date",
    "updated",
    "url",
    "language",
    "tags",
  ],
  ...["voice_entity_ids", "voice_types", "voice_classes", "via_entities", "word_count"],
] as const;

/** A row a card, with all that has to be known to count it; the card's id is in `statement`. */
export function statementTable(head: ExportHead): ArticleTable {
  const [, , cards] = tablesOf(head).ofArticles;
  const at = cards.columns.indexOf("card");
  const columns = [...cards.columns.with(at, "statement"), ...besideCard];
  const rows = rowsInSets(head)((place) => {
    const { exported, set } = place;
    const facts = factsOf(exported);
    const ofSet = [
      set.annotatorId,
      ...[facts.author, facts.publisher, facts.place, facts.date].map(listed),
      isoDate(facts.date[0]),
      ...[facts.updated, facts.url, facts.language, facts.tags].map(listed),
    ];
    const wordCount = wordCounts(place);
    const known = new Map(set.attributions.map((card) => [card.id, card]));
    return cards.rows({ ...exported, sets: [set] }).map((row) => {
      const card = known.get(String(row[at]));
      return [...row, ...ofSet, ...(card ? voiceCells(card, place) : []), card ? wordCount(card) : null];
    });
  });
  return { name: "statements", columns, rows };
}

const factsOf = ({ article, text }: ExportedArticle) => saidIn(knownOf(article, text));

function voiceCells({ voice, via }: Attribution, { spans, entityOf }: SetPlace): Row {
  const entityAt = (id: Id): Entity | undefined => {
    const span = spans.get(id);
    return span && entityOf(span);
  };
  const sources = via.map(({ span }) => span);
  return [
    ...mentionCells(voice, entityAt, [({ id }) => id, ({ type }) => type, sourceClass]),
    ...mentionCells(sources, entityAt, [({ name }) => name]),
  ];
}

/** Where each word of the text begins: several tables ask it of the same article. */
const wordStarts = memoize(({ text }: ExportedArticle): readonly number[] =>
  articleTextOf(text)
    .paragraphs.flatMap((paragraph) => wordsOf(text, paragraph))
    .map(({ start }) => start),
);

/** How many words of the text begin in the claim of a card; `null` without a claim. */
function wordCounts({ exported, spans }: SetPlace): (card: Attribution) => number | null {
  const starts = wordStarts(exported);
  return ({ claim }) => {
    const segments = claim === null ? [] : (spans.get(claim)?.segments ?? []);
    if (segments.length === 0) return null;
    return segments.reduce((sum, { start, end }) => sum + before(starts, end) - before(starts, start), 0);
  };
}

/** How many of the numbers, which are in order, are smaller. */
function before(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const mentionColumns = [
  ...whose,
  ...["statement", "slot", "role", "span", "type"],
  ...placeColumns,
  ...["text", "entity", "entity_id", "class"],
] as const;

/** A row for each way in which a card names who says it or through whom it came. */
function mentionRows({ exported, set, spans, entityOf, whose: of }: SetPlace): readonly Row[] {
  const placeCells = placesIn(exported.text);
  const rowOf = (card: Id, slot: string, role: string, id: Id): readonly Row[] => {
    const span = spans.get(id);
    if (!span) return [];
    const entity = entityOf(span);
    const who = [entity?.name ?? "", entity?.id ?? "", entity ? sourceClass(entity) : ""];
    return [[...of, card, slot, role, id, span.type, ...placeCells(spanHull(span)), spanText(span), ...who]];
  };
  return set.attributions.flatMap(({ id, voice, via }) => [
    ...voice.flatMap((span) => rowOf(id, "voice", "", span)),
    ...via.flatMap(({ span, role }) => rowOf(id, "via", role, span)),
  ]);
}

const claimColumns = [...whose, "statement", "claim", ...placeColumns, "text", "word_count"] as const;

/** A row for each card that has a claim. */
function claimRows(place: SetPlace): readonly Row[] {
  const { exported, set, spans, whose: of } = place;
  const placeCells = placesIn(exported.text);
  const wordCount = wordCounts(place);
  return set.attributions.flatMap((card): readonly Row[] => {
    const span = card.claim === null ? undefined : spans.get(card.claim);
    if (!span) return [];
    const cells: readonly Cell[] = [card.id, span.id, ...placeCells(spanHull(span)), spanText(span)];
    return [[...of, ...cells, wordCount(card)]];
  });
}
