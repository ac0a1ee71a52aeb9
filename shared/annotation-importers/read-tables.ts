// Reads tables with offsets, from whatever file they come: a span a row, or an attribution a row with places for each of its roles; columns are
// known by their names. Texts lie beside the tables or in a column. So are Sayso's own tables, those of the Project Dialogism Novel Corpus
// (https://github.com/Priya22/project-dialogism-novel-corpus: `quoteByteSpans`) and most that people write.
import { type FileFinding, incomplete, wrong } from "../files/finding.ts";
import type { NamedFile } from "../files/zip.ts";
import { originalName, tagName, valuesOfDetails } from "../interchange/detail-values.ts";
import {
  attributionLabel,
  exclusionLabel,
  fieldOfName,
  flagPrefix,
  labelOfType,
  nameOfField,
  valueNames,
  viaPrefix,
  withinLabel,
} from "../interchange/labels.ts";
import { valuesListed } from "../interchange/listed-values.ts";
import {
  cellNamed,
  cellOf,
  hasPlaces,
  isBeside,
  isOfRemarks,
  isOurs,
  type OffsetColumns,
  type OffsetTable,
  type Row,
  roleOf,
  stretchesIn,
  wholeNumber,
} from "../interchange/offset-table.ts";
import { type ReadAttribution, spansOfAttributions } from "../interchange/quotes.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import type { OffsetUnit } from "../interchange/units.ts";
import { articleFacts } from "../model/article.ts";
import { message } from "../words/message.ts";
import {
  leftOutWithoutText,
  type ReadAnnotations,
  type ReadFile,
  type startGathering,
  textOfFile,
  withoutText,
} from "./annotation-importer.ts";
import { fittingUnits } from "./word-edges.ts";

/** Reads all of these tables at once: some say more of what stands in others. */
export function readTables(
  tables: readonly OffsetTable[],
  files: readonly NamedFile[],
  gathering: ReturnType<typeof startGathering>,
  missing: string,
): ReadAnnotations {
  const placed = tables.filter(({ columns }) => hasPlaces(columns));
  for (const table of tables)
    if (!placed.includes(table) && !isBeside(table))
      gathering.takeFile(table.file, noPlaces(table.file, table.rows.length));
  for (const { file, rows } of tables.filter(isOfRemarks)) {
    const name = file.slice(file.lastIndexOf("/") + 1);
    const passed = rows.length === 0 ? [] : [{ name, why: "not-read" as const, count: rows.length }];
    gathering.takeFile(file, { ok: true, parts: [], passed });
  }
  for (const table of tables) {
    const passed = valuesOfOwnFields(table);
    if (passed.length > 0) gathering.takeFile(table.file, { ok: true, parts: [], passed });
  }
  const rejected: FileFinding[] = [];
  const groups = groupsIn(placed, textsOf(files), rejected);
  const saysoTables = oursIn(tables);
  for (const group of groups.values())
    gathering.takeFile(group.rows[0]?.table.file ?? "", { ok: true, parts: [partOf(group, saysoTables)] });
  for (const rows of saysoTables.cards.values())
    for (const { row, table } of rows) rejected.push(noPlace(row, table));
  if (placed.length > 0 && groups.size + rejected.length === 0) rejected.push(noRows(placed));
  gathering.takeFile("", { ok: true, parts: [], rejected });
  return gathering.result(missing);
}

/** What our table of entities says in fields of a project's own: `sayso entities` takes them. */
function valuesOfOwnFields({ columns: { places }, rows }: OffsetTable): readonly PassedOver[] {
  if (!places.has("naming")) return [];
  return [...places].flatMap(([name, at]) => {
    const count = rows.filter(({ cells }) => (cells[at] ?? "").trim() !== "").length;
    return name.startsWith(ownFieldPrefix) && count > 0 ? [{ name, why: "not-read" as const, count }] : [];
  });
}
const ownFieldPrefix = "field_";

/** A table of so many rows that has no places for marks. */
export const noPlaces = (file: string, rows: number): ReadFile => ({
  ...{ ok: true, parts: [] },
  told: [incomplete(file, message("interchange.no-columns"), message("interchange.name-columns"))],
  passed: rows === 0 ? [] : [{ name: file.slice(file.lastIndexOf("/") + 1), why: "no-place", count: rows }],
});

const noRows = ([first]: readonly OffsetTable[]): FileFinding => withoutText(first?.file ?? "", 0);

interface Text {
  readonly article: string;
  readonly text: string;
}

/** The texts of an article of this name, or of the table's own where no row names one. */
interface Texts {
  ofName(name: string): Text | null;
  ofTable(file: string): Text | null;
}

function textsOf(files: readonly NamedFile[]): Texts {
  const byPath = new Map<string, NamedFile>();
  const byName = new Map<string, NamedFile | null>();
  const inFolder = new Map<string, NamedFile[]>();
  for (const file of files) {
    if (!/\.txt$/iu.test(file.name)) continue;
    const path = file.name.replace(/\.txt$/iu, "");
    const at = path.lastIndexOf("/") + 1;
    byPath.set(path, file);
    // Two files of one name say nothing of which is meant.
    byName.set(path.slice(at), byName.has(path.slice(at)) ? null : file);
    const filesInFolder = inFolder.get(path.slice(0, at));
    if (filesInFolder) filesInFolder.push(file);
    else inFolder.set(path.slice(0, at), [file]);
  }
  const textOf = new Map<NamedFile, Text | null>();
  const textIn = (file: NamedFile | null | undefined, article: string): Text | null => {
    if (!file) return null;
    const cachedText = textOf.get(file);
    if (cachedText !== undefined) return cachedText;
    const fileText = textOfFile(file, "with its mark");
    const text = fileText.ok ? { article, text: fileText.text } : null;
    textOf.set(file, text);
    return text;
  };
  return {
    ofName(name) {
      const base = name.replace(/\.(?:txt|csv|tsv|ann|xml|json)$/iu, "");
      return textIn(byPath.get(base) ?? byName.get(base.slice(base.lastIndexOf("/") + 1)), base);
    },
    ofTable(file) {
      const base = file.replace(/\.[^./]*$/u, "");
      const folder = file.slice(0, file.lastIndexOf("/") + 1);
      const [only, ...more] = inFolder.get(folder) ?? [];
      const name = folder.split("/").at(-2) ?? base;
      return textIn(byPath.get(base), base) ?? (more.length === 0 ? textIn(only, name) : null);
    },
  };
}

interface Group {
  readonly text: Text;
  readonly title: string;
  readonly annotator: string | null;
  readonly rows: { readonly table: OffsetTable; readonly row: Row }[];
}

/** The rows of each article and annotator; those without a text are rejected. */
function groupsIn(
  tables: readonly OffsetTable[],
  texts: Texts,
  rejected: FileFinding[],
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const numbers = new Map<string, number>();
  for (const table of tables) {
    for (const row of table.rows) {
      const article = cellOf(table, row, "article");
      const inRow = row.cells[table.whole] ?? "";
      const text =
        (article === "" ? texts.ofTable(table.file) : texts.ofName(article)) ??
        (inRow.trim() === ""
          ? null
          : { article: article === "" ? inRow.slice(0, 40) : article, text: inRow });
      if (!text) {
        rejected.push({
          ...leftOutWithoutText(row.where),
          file: table.file,
          units: isHead(table, row) ? 0 : unitsIn(table, row),
        });
        continue;
      }
      const annotator = cellOf(table, row, "annotator");
      const number = numbers.get(text.text) ?? numbers.size;
      numbers.set(text.text, number);
      const key = JSON.stringify([article, number, annotator]);
      const group = groups.get(key) ?? {
        text: article === "" ? text : { ...text, article },
        title: cellOf(table, row, "title") || text.article,
        annotator: annotator === "" ? null : annotator,
        rows: [],
      };
      groups.set(key, group);
      group.rows.push({ table, row });
    }
  }
  return groups;
}

/** The names of the columns once more, as where tables were put behind each other. */
const isHead = ({ columns: { places } }: OffsetTable, { cells }: Row): boolean =>
  cells.every((cell, at) => places.get(cell) === at);

/** How many spans and relations a row is. */
function unitsIn(table: OffsetTable, row: Row): number {
  if (table.columns.roles.length === 0) return 1;
  const { voice, cue, claim, more = [] } = attributionIn(table, row);
  const ends = [voice, cue, claim, ...more.map(({ places }) => places)].filter(({ length }) => length > 0);
  return 1 + 2 * ends.length;
}

const units: readonly [OffsetUnit, ...OffsetUnit[]] = ["utf-16", "code-points", "code-points-crlf-as-one"];

function partOf({ text, title, annotator, rows }: Group, ours: OfOurs): ReadStandoff {
  const spans: ReadSpan[] = [];
  const attributions: ReadAttribution[] = [];
  const gathered = new Map<string, Gathering>();
  for (const { table, row } of rows) {
    if (table.columns.roles.length > 0) {
      attributions.push(attributionIn(table, row));
      continue;
    }
    const details = ours.details.get(cellOf(table, row, "entityKey"))?.(title) ?? [];
    const span = spanIn({ table, row }, `${table.file} ${spans.length}`, details);
    const card = cellOf(table, row, "card");
    if (card === "" || !roleOf(span.label)) spans.push(span);
    else gather(gathered, card, span);
  }
  const key = ofCards(text.article, annotator ?? "");
  const typeOf = (id: string): string =>
    ours.details
      .get(id)?.(title)
      .find(({ name }) => name === valueNames.entityType)?.value ?? "";
  const cards = cardsOf(ours.cards.get(key) ?? [], spans, typeOf);
  ours.cards.delete(key);
  const tied = spansOfAttributions([...attributions, ...gathered.values()]);
  const allSpans = [...spans, ...cards.spans, ...tied.spans];
  const places = allSpans.flatMap(({ segments }) => segments);
  const facts = ours.facts.get(text.article) ?? [];
  const of = { article: text.article, title, text: text.text, annotator, facts };
  // Sayso's own tables say what they count: beside each offset stands the same in code points.
  const isOurs = rows.every(({ table }) => table.columns.places.has("start_code_point"));
  const standoff = readStandoff(of, {
    units: isOurs ? ["utf-16"] : fittingUnits(text.text, places, units),
    spans: allSpans,
    relations: [...cards.relations, ...tied.relations],
  });
  return { ...standoff, rejected: [...standoff.rejected, ...cards.rejected, ...tied.empty] };
}

/** What Sayso's other tables say. */
interface OfOurs {
  /** Those that no article had yet. */
  readonly cards: CardRows;
  /** What is known of articles, and of entities beside their names, by their ids. */
  readonly facts: ReadonlyMap<string, readonly NamedValue[]>;
  readonly details: ReadonlyMap<string, ReturnType<typeof detailsIn>>;
}

const oursIn = (tables: readonly OffsetTable[]): OfOurs => {
  const rowsWith = <Of>(column: string, of: (table: OffsetTable, row: Row) => Of): readonly Of[] =>
    tables.flatMap((table) =>
      table.columns.places.has(column) ? table.rows.map((row) => of(table, row)) : [],
    );
  return {
    cards: cardRowsIn(tables),
    facts: new Map(
      rowsWith("in_text", (table, row) => [cellNamed(table, row, "article"), factsIn(table, row)]),
    ),
    details: new Map(
      rowsWith("naming", (table, row) => [cellNamed(table, row, "entity"), detailsIn(table, row)]),
    ),
  };
};

/** What stands in one cell: several are parted by a semicolon. */
const listIn = (table: OffsetTable, row: Row, name: string): readonly string[] =>
  valuesListed(cellNamed(table, row, name)).filter((one) => one.trim() !== "");

/** Of an article, of which several authors may be known, and one of everything else; where its text says such things is recognised anew. */
const factsIn = (table: OffsetTable, row: Row): readonly NamedValue[] => [
  ...articleFacts.flatMap((name) => {
    const values = listIn(table, row, name);
    return (name === "author" ? values : [values.join("; ")]).map((value) => ({ name, value }));
  }),
  ...listIn(table, row, "tags").map((value) => ({ name: tagName, value })),
  { name: originalName, value: cellNamed(table, row, "file") },
];

/** What is known of an entity, for whoever knows in which article its mention stands. */
function detailsIn(table: OffsetTable, row: Row): (title: string) => readonly NamedValue[] {
  const cell = (name: string): string => cellNamed(table, row, name);
  const [type, words] = [cell("type"), cell("anonymity_evidence")];
  const details = {
    naming: cell("naming"),
    aliases: listIn(table, row, "aliases"),
    role: cell("role"),
    affiliation: cell("affiliation"),
    externalId: cell("external_id"),
    terms: cell("anonymity_terms"),
    reason: cell("anonymity_reason"),
  };
  return (title) => [
    ...(type === "" ? [] : [{ name: valueNames.entityType, value: type }]),
    ...valuesOfDetails({
      ...details,
      ...(words !== "" &&
        cell("anonymity_article").trim() === title && { evidence: `${cell("anonymity_place")} ${words}` }),
    }),
  ];
}

function spanIn({ table, row }: Group["rows"][number], id: string, details: readonly NamedValue[]): ReadSpan {
  const { of, places } = table.columns;
  const stretches = of.has("stretches") ? stretchesIn(cellOf(table, row, "stretches")) : [];
  const segments =
    stretches.length > 0
      ? stretches
      : [{ start: wholeNumber(cellOf(table, row, "start")), end: wholeNumber(cellOf(table, row, "end")) }];
  const quote = row.cells[of.get("quote") ?? -1] ?? "";
  const isExclusion = isOurs(table) && places.has("exclusion");
  const label = isExclusion ? exclusionLabel : cellOf(table, row, "label");
  return {
    id: cellOf(table, row, "id") || id,
    label: label === "" ? "quote" : isOurs(table) && !isExclusion ? labelOfType(label) : label,
    segments,
    ...(quote !== "" && segments.length === 1 && { words: quote }),
    values: [...valuesIn(table, row), ...details],
    ...{ where: row.where, file: table.file },
  };
}

function valuesIn({ columns: { of, others } }: OffsetTable, { cells }: Row): readonly NamedValue[] {
  const cell = (what: string): string => cells[of.get(what) ?? -1] ?? "";
  const values: NamedValue[] = [
    { name: valueNames.entity, value: cell("entity").trim() },
    { name: valueNames.entityKey, value: cell("entityKey").trim() },
    { name: valueNames.note, value: cell("note") },
    { name: valueNames.reason, value: cell("reason") },
  ];
  for (const { name, at } of others) {
    if (at >= cells.length) break;
    values.push({ name, value: cells[at] ?? "" });
  }
  return values.filter(({ value }) => value.trim() !== "");
}

function attributionIn(table: OffsetTable, row: Row): ReadAttribution {
  const slots: Record<"voice" | "cue" | "claim", Place[]> = { voice: [], cue: [], claim: [] };
  const more: { label: string; relation: string; places: ReadSpan["segments"] }[] = [];
  for (const { role, start, end, first } of table.columns.roles) {
    if (first >= row.cells.length) break;
    const [from, to] = [row.cells[start] ?? "", end === null ? "" : (row.cells[end] ?? "")];
    const places = end === null ? stretchesIn(from) : [{ start: wholeNumber(from), end: wholeNumber(to) }];
    const isThere = end === null ? places.length > 0 : from.trim() !== "" || to.trim() !== "";
    const slot = roleOf(role);
    if (!isThere) continue;
    if (slot) for (const place of places) slots[slot].push(place);
    else more.push({ label: role, relation: role, places });
  }
  const id = JSON.stringify(row.where.values);
  return { id, ...slots, more, values: valuesIn(table, row), where: row.where, file: table.file };
}

/** An attribution whose rows come one by one. */
interface Gathering extends ReadAttribution {
  readonly voice: Place[];
  readonly cue: Place[];
  readonly claim: Place[];
  readonly values: NamedValue[];
}

type Place = ReadSpan["segments"][number];

function gather(attributions: Map<string, Gathering>, id: string, { label, ...span }: ReadSpan): void {
  const { where, file = "" } = span;
  const gathering = attributions.get(id) ?? { id, voice: [], cue: [], claim: [], values: [], where, file };
  attributions.set(id, gathering);
  const slot = roleOf(label);
  for (const place of slot ? span.segments : []) if (slot) gathering[slot].push(place);
  for (const value of span.values ?? []) gathering.values.push(value);
}

interface CardRow {
  readonly table: OffsetTable;
  readonly row: Row;
  /** The columns of the tagset's fields. */
  readonly fields: OffsetColumns["others"];
}

/** The cards of Sayso's own tables, by article and annotator. */
type CardRows = Map<string, CardRow[]>;

const ofCards = (article: string, annotator: string): string => JSON.stringify([article, annotator]);

function cardRowsIn(tables: readonly OffsetTable[]): CardRows {
  const cards: CardRows = new Map();
  for (const table of tables) {
    if (!table.columns.places.has("claim_span")) continue;
    const fields = Array.from(table.columns.places, ([name, at]) => ({ name, at }))
      .filter(({ name }) => name.startsWith("field_"))
      .sort((a, b) => a.at - b.at);
    for (const row of table.rows) {
      const key = ofCards(cellOf(table, row, "article"), cellOf(table, row, "annotator"));
      const cardRows = cards.get(key);
      if (cardRows) cardRows.push({ table, row, fields });
      else cards.set(key, [{ table, row, fields }]);
    }
  }
  return cards;
}

/** A card whose spans are not there: it, and all that ties it. */
function noPlace(row: Row, table: OffsetTable): FileFinding {
  const slots = slotsOf((name) => cellNamed(table, row, name).trim());
  const within = cellNamed(table, row, "within").trim() === "" ? 0 : 1;
  return {
    ...wrong(row.where, message("interchange.no-place"), message("interchange.left-out")),
    ...{ file: table.file, units: 1 + slots.length + within },
  };
}

/** Their slots name spans by their ids. A card of which no span is there has no place. */
function cardsOf(rows: readonly CardRow[], spans: readonly ReadSpan[], typeOf: TypeOf) {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const cards: ReadSpan[] = [];
  const relations: ReadRelation[] = [];
  const rejected: FileFinding[] = [];
  for (const { table, row, fields } of rows) {
    const at = (name: string): string => cellNamed(table, row, name).trim();
    const slots = slotsOf(at);
    const head = [at("claim_span"), at("cue_span"), ...slots.map(({ to }) => to)]
      .map((id) => byId.get(id))
      .find((span) => span !== undefined);
    if (!head) {
      rejected.push(noPlace(row, table));
      continue;
    }
    const [id, where] = [at("card"), row.where];
    cards.push({
      id,
      label: attributionLabel,
      segments: head.segments,
      values: cardValues({ table, row, fields }, typeOf),
      ...{ where, file: table.file },
    });
    for (const { label, to } of slots) relations.push({ label, from: id, to, where });
    if (at("within") !== "") relations.push({ label: withinLabel, from: id, to: at("within"), where });
  }
  return { spans: cards, relations, rejected };
}

const idsIn = (cell: string): readonly string[] => cell.split(" ").filter((one) => one !== "");

function slotsOf(at: (name: string) => string): readonly { readonly label: string; readonly to: string }[] {
  const list = (name: string): readonly string[] => idsIn(at(name));
  return [
    ...list("voice_spans").map((to) => ({ label: "voice", to })),
    ...list("cue_span").map((to) => ({ label: "cue", to })),
    ...list("claim_span").map((to) => ({ label: "claim", to })),
    ...list("via_spans").map((via) => {
      const colon = via.lastIndexOf(":");
      return { label: `${viaPrefix}${via.slice(0, colon)}`, to: via.slice(colon + 1) };
    }),
  ];
}

/** Names of a cell, a name a line, with the ids and types of each; of one that is gone from the registry the name is empty. */
function aboutValues(
  names: string,
  ids: readonly string[],
  typeOf: TypeOf,
): readonly (readonly [string, string])[] {
  const each = valuesListed(names);
  if (each.every((name) => name === "")) return [];
  const keys = each.map((_, at) => ids[at] ?? "");
  const lines = (all: readonly string[]): string => (all.some((one) => one !== "") ? all.join("\n") : "");
  return [
    [valueNames.about, lines(each)],
    [valueNames.aboutType, lines(keys.map(typeOf))],
    [valueNames.aboutKey, lines(keys)],
  ];
}

/** What the table of entities says of one of this id; empty: nothing. */
type TypeOf = (entity: string) => string;

function cardValues({ table, row, fields }: CardRow, typeOf: TypeOf): readonly NamedValue[] {
  const inFields: (readonly [name: string, value: string])[] = [];
  for (const { name, at } of fields) {
    if (at >= row.cells.length) break;
    inFields.push([nameOfField(fieldOfName(name)), row.cells[at] ?? ""]);
  }
  const flags = valuesListed(cellNamed(table, row, "flags")).filter((flag) => flag !== "");
  return [
    ...inFields,
    [valueNames.kind, cellNamed(table, row, "kind_set")] as const,
    ...aboutValues(cellNamed(table, row, "about"), idsIn(cellNamed(table, row, "about_entity_ids")), typeOf),
    [valueNames.note, cellNamed(table, row, "note")] as const,
    ...flags.map((flag) => [`${flagPrefix}${flag}`, "true"] as const),
  ].flatMap(([name, value]) => (value === "" ? [] : [{ name, value }]));
}
