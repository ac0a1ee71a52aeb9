// A table with offsets: its rows, and what its columns hold, known by what they are called and by what stands in them.
import Papa from "papaparse";
import { delimiterOf } from "../agreement/read-ratings.ts";
import { type Message, message } from "../words/message.ts";
import type { ReadSpan } from "./standoff-reader.ts";

export interface Table {
  readonly file: string;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** The column of whole texts; -1 where there is none. */
  readonly whole: number;
}

export interface Row {
  readonly cells: readonly string[];
  readonly where: Message;
}

/** The numbers of the columns by what they hold; `others` by their names. */
export interface Columns {
  readonly names: readonly string[];
  readonly of: ReadonlyMap<string, number>;
  /** Of what a row has several of: the columns of their beginnings and ends, or of all their stretches. */
  readonly roles: readonly { readonly role: string; readonly start: number; readonly end: number | null }[];
}

const mostColumns = 1_000;
export const foldedName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What columns are called, without case, blanks and signs. */
const names: Readonly<Record<string, RegExp>> = {
  start:
    /^(?:start|begin|from|(?:span|char|text)?(?:start|begin)(?:offset|index|pos|position|char|character)?|offset(?:start|begin))$/u,
  end: /^(?:end|stop|to|(?:span|char|text)?(?:end|stop)(?:offset|index|pos|position|char|character)?|offset(?:end|stop))$/u,
  stretches: /^(?:pieces|spans|offsets|segments|ranges|(?:quote)?bytespans)$/u,
  label: /^(?:type|label|tag|category|code|role|class|annotation|spantype|spanlabel|entitytype)$/u,
  quote: /^(?:text|quote|quotetext|spantext|words|segment|quotation|coveredtext|surface|exact|string)$/u,
  article: /^(?:article|document|doc|file|filename|(?:article|document|doc|text|file)(?:id|name))$/u,
  title: /^(?:articletitle|documenttitle|title)$/u,
  annotator: /^(?:annotator|coder|annotatorid|annotatedby|createdby|user|username)$/u,
  id: /^(?:id|span|spanid|annotationid|quoteid|exclusion)$/u,
  card: /^(?:attribution|attributionid|relationid|arid|group|groupid)$/u,
  note: /^(?:note|notes|comment|comments|memo|remark)$/u,
  entity: /^(?:entity|entityname)$/u,
  entityKey: /^(?:entitykey|entityid)$/u,
  whole: /^(?:fulltext|articletext|documenttext|doctext|body|context)$/u,
  reason: /^reason$/u,
};

export function tableIn(text: string, file: string): Table | null {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text, [",", ";", "\t", "|"]) });
  const [head, ...rows] = data;
  if (!head || head.length > mostColumns) return null;
  const columns = columnsIn(head);
  const filled = rows.flatMap((cells, at): Row[] => {
    const isBlank = cells.every((cell) => cell.trim() === "");
    const where = message("interchange.row", { file, row: String(at + 2) });
    return isBlank ? [] : [{ cells: cells.map(withoutGuard), where }];
  });
  return { file, columns, rows: filled, whole: wholeColumn(columns, filled) };
}

/** Sayso puts an apostrophe before what a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/u, "");

function columnsIn(head: readonly string[]): Columns {
  const folded = head.map(foldedName);
  const of = new Map<string, number>();
  for (const [at, name] of folded.entries())
    for (const [what, pattern] of Object.entries(names))
      if (!of.has(what) && pattern.test(name)) of.set(what, at);
  const places = new Map(folded.map((name, at) => [name, at]));
  const roles = folded.flatMap((name, start): Columns["roles"] => {
    const [, role = ""] = /^(.+?)(?:start|begin|from)$/u.exec(name) ?? [];
    const end = ["end", "stop", "to"]
      .map((ending) => places.get(role + ending))
      .find((at) => at !== undefined);
    if (role !== "" && end !== undefined) return names.start?.test(name) ? [] : [{ role, start, end }];
    const [, several] = /^(.+?)(?:spans|ranges|offsets)$/u.exec(name) ?? [];
    const isRole = several !== undefined && roleOf(several) !== undefined && !head.includes("claim_span");
    return isRole && several ? [{ role: several, start, end: null }] : [];
  });
  return { names: head, of, roles };
}

export const hasPlaces = ({ of, roles }: Columns): boolean =>
  (of.has("start") && of.has("end")) || of.has("stretches") || roles.length > 0;

/** Sayso's tables of cards, articles and entities, which say more of what stands in others. */
export const isBeside = ({ columns }: Table): boolean =>
  ["claim_span", "naming", "in_text"].some((name) => columns.names.includes(name));

/** Sayso's tables of spans and exclusions. */
export const isOurs = ({ columns }: Table): boolean => columns.names.includes("start_code_point");

export const cellOf = ({ columns }: Table, { cells }: Row, what: string): string =>
  (cells[columns.of.get(what) ?? -1] ?? "").trim();
export const named = ({ columns }: Table, { cells }: Row, name: string): string =>
  cells[columns.names.indexOf(name)] ?? "";

/** The column of whole texts: one that is called so, or one of “text” in which more stands than the offsets say. */
function wholeColumn({ of }: Columns, rows: readonly Row[]): number {
  const named = of.get("whole");
  if (named !== undefined) return named;
  const [quote, start, end] = ["quote", "start", "end"].map((what) => of.get(what) ?? -1);
  if (quote === undefined || start === undefined || end === undefined || Math.min(quote, start, end) < 0)
    return -1;
  const longer = rows.filter(({ cells }) => {
    const length = Number(cells[end]) - Number(cells[start]);
    return (cells[quote] ?? "").length > 2 * length + 4;
  });
  return longer.length > rows.length / 2 ? quote : -1;
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
export const roleOf = (label: string) => roles.find(([, pattern]) => pattern.test(foldedName(label)))?.[0];
