// Tables with offsets: their rows, and what their columns hold, known by what they are called and by what stands in them.
import Papa from "papaparse";
import { delimiterOf } from "../agreement/read-files.ts";
import { type Message, message } from "../words/message.ts";
import { withoutGuard } from "./csv-text.ts";
import { bareName } from "./labels.ts";
import type { ReadSpan } from "./standoff-reader.ts";

export interface OffsetTable {
  readonly file: string;
  readonly columns: OffsetColumns;
  readonly rows: readonly Row[];
  /** The column of whole texts; -1 where there is none. */
  readonly whole: number;
}

export interface Row {
  readonly cells: readonly string[];
  readonly where: Message;
}

/** The numbers of the columns, from 0. */
export interface OffsetColumns {
  /** By their names; of several of one name the first. */
  readonly places: ReadonlyMap<string, number>;
  /** By what they hold. */
  readonly of: ReadonlyMap<string, number>;
  /** Of what a row has several of: the columns of their beginnings and ends, or of all their stretches. In the order of `first`. */
  readonly roles: readonly RoleColumns[];
  /** What else is said of a mark, in the order of `at`. */
  readonly others: readonly { readonly name: string; readonly at: number }[];
}

interface RoleColumns {
  readonly role: string;
  readonly start: number;
  readonly end: number | null;
  /** The lesser one of both: rows that do not reach it say nothing of this role. */
  readonly first: number;
}

/** As many columns as a table has. */
export const mostColumns = 1_000;

/** What columns are called, without case, blanks and signs. */
const names: Readonly<Record<string, RegExp>> = {
  start:
    /^(?:start|begin|from|(?:span|char|text)?(?:start|begin)(?:offset|index|pos|position|char|character)?|offset(?:start|begin))$/u,
  end: /^(?:end|stop|to|(?:span|char|text)?(?:end|stop)(?:offset|index|pos|position|char|character)?|offset(?:end|stop))$/u,
  stretches: /^(?:pieces|spans|offsets|segments|ranges|(?:quote)?bytespans)$/u,
  label: /^(?:type|label|tag|category|code|role|class|annotation|spantype|spanlabel|entitytype)$/u,
  article: /^(?:article|document|doc|file|filename|(?:article|document|doc|text|file)(?:id|name))$/u,
  title: /^(?:articletitle|documenttitle|title)$/u,
  annotator: /^(?:annotator|coder|annotatorid|annotatedby|createdby|user|username)$/u,
  id: /^(?:id|spanid|annotationid|quoteid)$/u,
  card: /^(?:attribution|attributionid|relationid|arid|group|groupid)$/u,
  note: /^(?:note|notes|comment|comments|memo|remark)$/u,
  entity: /^(?:entity|entityname)$/u,
  entityKey: /^(?:entitykey|entityid)$/u,
  whole: /^(?:fulltext|articletext|documenttext|doctext|body|context)$/u,
  reason: /^reason$/u,
};
/** In Sayso's tables a column of ids is called after what they are of; in others `span` has the words. */
const namesOfOurs = { ...names, id: /^(?:span|exclusion)$/u };
const quotes =
  /^(?:text|quote|quotetext|spantext|words|segment|quotation|coveredtext|surface|exact|string|span)$/u;
/** What numbers spans, or says where they are: `12`, `T3`, `span_7`, `[3, 7]`. */
const noWords = /^[\p{L}\p{P}]{0,8}\d[\d\s\p{P}]*$/u;
/** Columns of Sayso's tables that are said elsewhere, or how a mark came to be. */
const notValues =
  /^(?:startcodepoint|endcodepoint|cards|madeby|madeat|editedat|origin|origindetail|length|within|card|voice|voiceentity|cue|claim|via|kind|flags)$/u;

/** Of a text of CSV; `null` for a table without a head, or with more than 1,000 columns. */
export function tableIn(text: string, file: string): OffsetTable | null {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text, [",", ";", "\t", "|"]) });
  const numbered = data.map((cells, at) => ({ cells, number: at + 1 }));
  return tableOf(numbered, { file, place: file, isGuarded: true });
}

/** A row as it stands in a table; `number` from 1. */
export interface NumberedRow {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * The first row has the names of the columns; `null` for a table without one, or with more than 1,000. `place`: what people call it where it is
 * a part of its file. `isGuarded`: where it is one of Sayso's, cells that look like a formula have an apostrophe in front, which is taken away.
 */
export function tableOf(
  [first, ...more]: readonly NumberedRow[],
  { file, place, isGuarded }: { readonly file: string; readonly place: string; readonly isGuarded: boolean },
): OffsetTable | null {
  const head = first?.cells;
  if (!head || head.length > mostColumns) return null;
  const places = placesOf(head);
  const isUndone = isGuarded && isSaysos(places);
  const rows = more.flatMap(({ cells: written, number }): Row[] => {
    const cells = isUndone ? written.map(withoutGuard) : written;
    const isBlank = cells.every((cell) => cell.trim() === "");
    const where = message("interchange.row", { file: place, row: String(number) });
    return isBlank ? [] : [{ cells, where }];
  });
  const of = knownColumns(head, isOurs({ columns: { places } }));
  const wholeTextColumn = addTextColumns(of, head, rows);
  return { file, columns: { places, of, ...otherColumns(head, of, places) }, rows, whole: wholeTextColumn };
}

const placesOf = (head: readonly string[]): ReadonlyMap<string, number> =>
  new Map(Array.from(head, (name, at) => [name, at] as const).reverse());

const isSaysos = (places: ReadonlyMap<string, number>): boolean =>
  isOurs({ columns: { places } }) || isBeside({ columns: { places } });

/** The first column of each name that we know, but for those of words and texts. */
function knownColumns(head: readonly string[], isOurTable: boolean): Map<string, number> {
  const of = new Map<string, number>();
  for (const [at, name] of head.map(bareName).entries())
    for (const [what, pattern] of Object.entries(isOurTable ? namesOfOurs : names))
      if (!of.has(what) && pattern.test(name)) of.set(what, at);
  return of;
}

function otherColumns(
  head: readonly string[],
  of: ReadonlyMap<string, number>,
  names: OffsetColumns["places"],
): Pick<OffsetColumns, "roles" | "others"> {
  const roles = rolesIn(head);
  const isSaid = new Set([...of.values(), ...roles.flatMap(({ start, end }) => [start, end])]);
  const isOurTable = isOurs({ columns: { places: names } });
  const others = head.flatMap((name, at) =>
    isSaid.has(at) || (isOurTable && notValues.test(bareName(name))) ? [] : [{ name: name.trim(), at }],
  );
  return { roles, others };
}

function rolesIn(head: readonly string[]): readonly RoleColumns[] {
  const bare = head.map(bareName);
  const places = new Map(bare.map((name, at) => [name, at]));
  const isOfCards = head.includes("claim_span");
  const roles = bare.flatMap((name, start): readonly RoleColumns[] => {
    const [, role = ""] = /^(.+?)(?:start|begin|from)$/u.exec(name) ?? [];
    const end = ["end", "stop", "to"]
      .map((ending) => places.get(role + ending))
      .find((at) => at !== undefined);
    if (role !== "" && end !== undefined)
      return names.start?.test(name) ? [] : [{ role, start, end, first: Math.min(start, end) }];
    const [, several = ""] = /^(.+?)(?:spans|ranges|offsets)$/u.exec(name) ?? [];
    const isRole = several !== "" && roleOf(several) !== undefined && !isOfCards;
    return isRole ? [{ role: several, start, end: null, first: start }] : [];
  });
  return roles.sort((a, b) => a.first - b.first);
}

export const hasPlaces = ({ of, roles }: OffsetColumns): boolean =>
  (of.has("start") && of.has("end")) || of.has("stretches") || roles.length > 0;

type NamedColumns = { readonly columns: Pick<OffsetColumns, "places"> };

/** Sayso's table of what was said beside the marks, which is not read. */
export const isOfRemarks = ({ columns: { places } }: NamedColumns): boolean => places.has("remark_kind");

/** Sayso's tables of cards, articles and entities, which say more of what stands in others, and that of remarks. */
export const isBeside = (table: NamedColumns): boolean =>
  isOfRemarks(table) || ["claim_span", "naming", "in_text"].some((name) => table.columns.places.has(name));

/** Sayso's tables of spans and exclusions. */
export const isOurs = ({ columns: { places } }: NamedColumns): boolean => places.has("start_code_point");

export const cellOf = ({ columns }: OffsetTable, { cells }: Row, what: string): string =>
  (cells[columns.of.get(what) ?? -1] ?? "").trim();
export const cellNamed = ({ columns }: OffsetTable, { cells }: Row, name: string): string =>
  cells[columns.places.get(name) ?? -1] ?? "";

/**
 * Adds the column of the words of each mark, and says which one holds whole texts: one that is called so, or one of “text” in which more stands
 * than the offsets say; -1 where none does.
 */
function addTextColumns(of: Map<string, number>, head: readonly string[], rows: readonly Row[]): number {
  const isTaken = new Set(of.values());
  const bare = head.map(bareName);
  const columns = bare.flatMap((name, at) => (quotes.test(name) && !isTaken.has(at) ? [at] : []));
  const wholeTextColumn = of.get("whole") ?? columns.find((at) => isLonger(rows, at, of)) ?? -1;
  const quote = columns.find((at) => at !== wholeTextColumn && (bare[at] !== "span" || hasWords(rows, at)));
  if (wholeTextColumn >= 0) of.set("whole", wholeTextColumn);
  if (quote !== undefined) of.set("quote", quote);
  return wholeTextColumn;
}

/** Whether more stands in most cells of a column than the offsets of their rows say. */
function isLonger(rows: readonly Row[], column: number, of: ReadonlyMap<string, number>): boolean {
  const [start, end] = [of.get("start"), of.get("end")];
  if (start === undefined || end === undefined) return false;
  const longer = rows.filter(({ cells }) => {
    const length = Number(cells[end]) - Number(cells[start]);
    return (cells[column] ?? "").length > 2 * length + 4;
  });
  return longer.length > rows.length / 2;
}

function hasWords(rows: readonly Row[], column: number): boolean {
  const cells = rows.map((row) => (row.cells[column] ?? "").trim()).filter((cell) => cell !== "");
  return cells.filter((cell) => noWords.test(cell)).length <= cells.length / 2;
}

export const wholeNumber = (cell: string): unknown =>
  /^\d{1,15}$/u.test(cell.trim()) ? Number(cell) : cell.trim();

/** `6-9 12-15`, `[[6, 9], [12, 15]]`, `6:9;12:15`. */
export const stretchesIn = (cell: string): ReadSpan["segments"] =>
  Array.from(cell.matchAll(/(\d{1,15})\s*[-,:]\s*(\d{1,15})/gu), ([, start, end]) => ({
    start: Number(start),
    end: Number(end),
  }));

const roles: readonly (readonly ["voice" | "cue" | "claim", RegExp])[] = [
  ["voice", /^(?:source|speaker|voice|holder)$/u],
  ["cue", /^(?:cue|verb|reportingverb)$/u],
  ["claim", /^(?:content|claim|quote|quotation|statement|text)$/u],
];
export const roleOf = (label: string) => roles.find(([, pattern]) => pattern.test(bareName(label)))?.[0];
