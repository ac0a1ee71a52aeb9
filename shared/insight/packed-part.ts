// An article's part as an index holds and keeps it: numbers in one row after the other and texts end to end, which take a fraction of the room that
// objects take and no time to read. A statement of it is read where it is asked for something.
import { type AppearanceRole, appearanceRoles } from "../model/appearance.ts";
import { isPlainDate } from "../model/article-about.ts";
import type { FieldValue, Kind } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { ArticlePart, SetPart, StatementPart } from "./article-part.ts";
import { packedMarks } from "./card-marks.ts";

/** `numbers`: a table of texts, lists and rows, see `packPart`. Texts whose characters all fit into a byte each stand in `narrow`, the others in `wide`. */
export interface PackedPart {
  readonly numbers: Int32Array;
  readonly narrow: string;
  readonly wide: string;
}

/** Columns of the row of a statement. Texts are their number in the table of texts, lists the place where they begin; -1 is `null`. */
const column = {
  ...{ start: 0, end: 1, paragraph: 2, facts: 3, mentions: 4, via: 5, claimWords: 6, verbatimWords: 7 },
  ...{
    cueWords: 8,
    card: 9,
    polarity: 10,
    wording: 11,
    marks: 12,
    fields: 13,
    flags: 14,
    note: 15,
    editedAt: 16,
  },
} as const;
const rowLength = 17;

const kinds: readonly (Kind | null)[] = [null, "direct", "indirect", "mixed"];
const nestedBit = 4;
const withheldBit = 8;

/** Before the table of texts: how many of them many cards have alike, which stand first; how many there are; and where the root is. */
const headLength = 3;

const isNarrow = /^[^\u0100-\uffff]*$/;

/** Each text once, as two numbers: where it begins, and twice its length, with one more where it is wide. */
function textsTable(common: Iterable<string>) {
  const numbers = new Map<string, number>();
  const pairs: number[] = [];
  const strings = { narrow: "", wide: "" };
  function add(text: string): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const into = isNarrow.test(text) ? "narrow" : "wide";
    pairs.push(strings[into].length, text.length * 2 + (into === "wide" ? 1 : 0));
    strings[into] += text;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  }
  for (const text of common) add(text);
  return { add, commonCount: numbers.size, pairs, strings };
}

/** What many cards have alike. */
const commonTexts = ({ publisher, authors, tags, sets }: ArticlePart): readonly string[] => [
  ...[publisher ?? "", ...authors, ...tags],
  ...sets.flatMap(({ annotatorId, roles, statements }) => [
    annotatorId,
    ...roles.map(({ entity }) => entity),
    ...statements.flatMap(({ mentions, via, cueWords, polarity, fields, flags }) => [
      ...[...mentions.map(({ entity }) => entity), ...via].flatMap((id) => id ?? []),
      ...[...(cueWords ?? []), polarity, JSON.stringify(fields), ...flags],
    ]),
  ]),
];

/** `readPart` gives the same part back. */
export function packPart(part: ArticlePart): PackedPart {
  const { add: text, commonCount, pairs, strings } = textsTable(commonTexts(part));
  /** Places are counted from the end of the table of texts. */
  const pool: number[] = [];
  const textOrNull = (value: string | null): number => (value === null ? -1 : text(value));
  const list = (values: readonly number[]): number => pool.push(values.length, ...values) - values.length - 1;
  const ranges = (all: readonly Range[]): number => list(all.flatMap(({ start, end }) => [start, end]));
  const row = (one: StatementPart): readonly number[] => [
    ...[one.place?.start ?? -1, one.place?.end ?? -1, one.paragraph],
    kinds.indexOf(one.kind) + (one.isNested ? nestedBit : 0) + (one.isWithheld ? withheldBit : 0),
    list(one.mentions.flatMap(({ span, entity }) => [text(span), textOrNull(entity)])),
    list(one.via.map(textOrNull)),
    ...[ranges(one.claimWords), ranges(one.verbatimWords)],
    one.cueWords === null ? -1 : list(one.cueWords.map(text)),
    ...[one.card, one.polarity, one.wording, one.marks, JSON.stringify(one.fields)].map(text),
    list(one.flags.map(text)),
    ...[one.note, one.editedAt].map(text),
  ];
  const sets = part.sets.map(({ annotatorId, hasWork, words, statements, roles }) => {
    const rows = list(statements.flatMap(row));
    const said = list(roles.flatMap(({ entity, role }) => [text(entity), appearanceRoles.indexOf(role)]));
    return list([text(annotatorId), hasWork ? 1 : 0, words, rows, said]);
  });
  const root = list([
    ...[text(part.id), text(part.title), textOrNull(part.publisher), textOrNull(part.date)],
    ...[list(part.authors.map(text)), list(part.tags.map(text)), part.length, list(sets)],
  ]);
  return { numbers: Int32Array.of(commonCount, pairs.length / 2, root, ...pairs, ...pool), ...strings };
}

/** Gives the one text that is kept for all that are the same. */
type Share = (text: string) => string;

/** What statements of one article are read from. */
class PackedSource {
  readonly #packed: PackedPart;
  /** Those that many cards have alike, by their number. */
  readonly #common: readonly string[];
  readonly #pool: number;

  constructor(packed: PackedPart, share: Share) {
    this.#packed = packed;
    const [commonCount = 0, count = 0] = packed.numbers;
    this.#pool = headLength + count * 2;
    this.#common = [];
    this.#common = Array.from({ length: commonCount }, (_, at) => share(this.text(at)));
  }

  /** A number of the pool. */
  at(place: number): number {
    return this.#packed.numbers[this.#pool + place] ?? 0;
  }

  get root(): number {
    return this.#packed.numbers[2] ?? 0;
  }

  text(number: number): string {
    const known = this.#common[number];
    if (known !== undefined) return known;
    const { numbers, narrow, wide } = this.#packed;
    const start = numbers[headLength + number * 2] ?? 0;
    const length = numbers[headLength + number * 2 + 1] ?? 0;
    return (length % 2 === 0 ? narrow : wide).slice(start, start + (length >> 1));
  }

  textOrNull(number: number): string | null {
    return number < 0 ? null : this.text(number);
  }

  /** The values of a list, so many at a time. */
  list<Item>(place: number, width: number, item: (first: number) => Item): Item[] {
    const items: Item[] = [];
    const end = place + this.at(place);
    for (let at = place + 1; at <= end; at += width) items.push(item(at));
    return items;
  }

  texts(place: number): string[] {
    return this.list(place, 1, (at) => this.text(this.at(at)));
  }

  ranges(place: number): Range[] {
    return this.list(place, 2, (at) => ({ start: this.at(at), end: this.at(at + 1) }));
  }
}

/** The fields of cards, most of which have them alike, by their text; `null`: it says none. */
const fieldsByText = new Map<string, StatementPart["fields"] | null>();
/** So many are kept. */
const mostFields = 20_000;

function fieldsOf(text: string): StatementPart["fields"] | null {
  const known = fieldsByText.get(text);
  if (known !== undefined) return known;
  if (fieldsByText.size >= mostFields) fieldsByText.clear();
  const fields = fieldsIn(text);
  fieldsByText.set(text, fields);
  return fields;
}

function fieldsIn(text: string): StatementPart["fields"] | null {
  try {
    const found: unknown = JSON.parse(text);
    return isFields(found) ? found : null;
  } catch {
    return null;
  }
}

const isFields = (found: unknown): found is Record<string, FieldValue> =>
  typeof found === "object" &&
  found !== null &&
  !Array.isArray(found) &&
  Object.values(found).every((value) => value === null || ["string", "boolean"].includes(typeof value));

/** What is worked out of a statement when it is counted. */
interface Sources<Source> {
  readonly voices: readonly Source[];
  readonly isSecondHand: boolean | null;
}

/** A statement that is read where it is asked for something. It is no plain object: what spreads it into another one gets nothing of it. */
class PackedStatement<Source = never> implements StatementPart, Sources<Source> {
  readonly source: PackedSource;
  readonly row: number;
  readonly voices: readonly Source[];
  readonly isSecondHand: boolean | null;

  constructor(source: PackedSource, row: number, { voices, isSecondHand }: Sources<Source>) {
    this.source = source;
    this.row = row;
    this.voices = voices;
    this.isSecondHand = isSecondHand;
  }

  #at(of: number): number {
    return this.source.at(this.row + of);
  }

  get card(): Id {
    return this.source.text(this.#at(column.card));
  }
  get place(): Range | null {
    const start = this.#at(column.start);
    return start < 0 ? null : { start, end: this.#at(column.end) };
  }
  get paragraph(): number {
    return this.#at(column.paragraph);
  }
  get isNested(): boolean {
    return (this.#at(column.facts) & nestedBit) !== 0;
  }
  get isWithheld(): boolean {
    return (this.#at(column.facts) & withheldBit) !== 0;
  }
  get kind(): Kind | null {
    return kinds[this.#at(column.facts) % nestedBit] ?? null;
  }
  get mentions(): StatementPart["mentions"] {
    const { source } = this;
    return source.list(this.#at(column.mentions), 2, (at) => ({
      span: source.text(source.at(at)),
      entity: source.textOrNull(source.at(at + 1)),
    }));
  }
  get via(): StatementPart["via"] {
    const { source } = this;
    return source.list(this.#at(column.via), 1, (at) => source.textOrNull(source.at(at)));
  }
  get claimWords(): readonly Range[] {
    return this.source.ranges(this.#at(column.claimWords));
  }
  get verbatimWords(): readonly Range[] {
    return this.source.ranges(this.#at(column.verbatimWords));
  }
  get cueWords(): readonly string[] | null {
    const place = this.#at(column.cueWords);
    return place < 0 ? null : this.source.texts(place);
  }
  get polarity(): string {
    return this.source.text(this.#at(column.polarity));
  }
  get wording(): string {
    return this.source.text(this.#at(column.wording));
  }
  get marks(): string {
    return this.source.text(this.#at(column.marks));
  }
  get fields(): StatementPart["fields"] {
    return fieldsOf(this.source.text(this.#at(column.fields))) ?? {};
  }
  get flags(): StatementPart["flags"] {
    return this.source.texts(this.#at(column.flags));
  }
  get note(): string {
    return this.source.text(this.#at(column.note));
  }
  get editedAt(): string {
    return this.source.text(this.#at(column.editedAt));
  }
}

/** The statement with those who stand behind it. */
export const withSources = <Source>(
  statement: StatementPart,
  sources: Sources<Source>,
): StatementPart & Sources<Source> =>
  statement instanceof PackedStatement
    ? new PackedStatement<Source>(statement.source, statement.row, sources)
    : { ...statement, ...sources };

const nobody: Sources<never> = { voices: [], isSecondHand: null };

/** Its statements are made anew each time that they are asked for, and not held. */
export function readPart(packed: PackedPart, share: Share): ArticlePart {
  const source = new PackedSource(packed, share);
  const { root } = source;
  const field = (at: number): number => source.at(root + 1 + at);
  return {
    ...{ id: source.text(field(0)), title: source.text(field(1)) },
    ...{ publisher: source.textOrNull(field(2)), date: source.textOrNull(field(3)) },
    ...{ authors: source.texts(field(4)), tags: source.texts(field(5)), length: field(6) },
    sets: source.list(field(7), 1, (at) => readSet(source, source.at(at))),
  };
}

function readSet(source: PackedSource, place: number): SetPart {
  const field = (at: number): number => source.at(place + 1 + at);
  return {
    ...{ annotatorId: source.text(field(0)), hasWork: field(1) === 1, words: field(2) },
    get statements() {
      return source.list(field(3), rowLength, (row) => new PackedStatement(source, row, nobody));
    },
    get roles() {
      return source.list(field(4), 2, (at) => ({
        entity: source.text(source.at(at)),
        role: roleOf(source.at(at + 1)),
      }));
    },
  };
}

const roleOf = (number: number): AppearanceRole => {
  const role = appearanceRoles[number];
  if (!role) throw new RangeError(`There is no role ${number}.`);
  return role;
};

/** The part as plain data, whichever way it is held. */
export const plainPart = (part: ArticlePart): ArticlePart => ({
  ...part,
  sets: part.sets.map((set) => ({ ...set, statements: set.statements.map(plainStatement) })),
});

const plainStatement = (one: StatementPart): StatementPart => ({
  ...{ card: one.card, place: one.place, paragraph: one.paragraph, isNested: one.isNested },
  ...{ mentions: one.mentions, via: one.via, kind: one.kind, polarity: one.polarity },
  ...{ isWithheld: one.isWithheld, claimWords: one.claimWords, verbatimWords: one.verbatimWords },
  ...{ cueWords: one.cueWords, wording: one.wording, marks: one.marks, fields: one.fields },
  ...{ flags: one.flags, note: one.note, editedAt: one.editedAt },
});

/** Whether it can be read as the part of this article: each text, list and range that it names is there, and its date is one. */
export function isReadable(packed: PackedPart, article: Id): boolean {
  const { numbers } = packed;
  const [commonCount = -1, count = -1, root = -1] = numbers;
  const pool = headLength + count * 2;
  if (commonCount < 0 || count < commonCount || pool > numbers.length || !areTextsThere(packed, pool))
    return false;
  const at = (place: number): number => numbers[pool + place] ?? -1;
  const isText = (number: number): boolean => number >= 0 && number < count;
  const isTextOrNull = (number: number): boolean => number === -1 || isText(number);
  const each = (place: number, width: number, isFit: (first: number) => boolean): boolean => {
    const end = place + at(place);
    if (place < 0 || end < place || (end - place) % width !== 0 || pool + end >= numbers.length) return false;
    for (let one = place + 1; one <= end; one += width) if (!isFit(one)) return false;
    return true;
  };
  const texts = (place: number): boolean => each(place, 1, (one) => isText(at(one)));
  const ranges = (place: number, most: number): boolean =>
    each(place, 2, (one) => 0 <= at(one) && at(one) <= at(one + 1) && at(one + 1) <= most);
  const isRow = (row: number, words: number, length: number): boolean => {
    const of = (name: keyof typeof column): number => at(row + column[name]);
    const [start, end] = [of("start"), of("end")];
    return (
      (start === -1 ? end === -1 : 0 <= start && start <= end && end <= length) &&
      textColumns.every((name) => isText(of(name))) &&
      fieldsOf(source.text(of("fields"))) !== null &&
      packedMarks.test(source.text(of("marks"))) &&
      each(of("mentions"), 2, (one) => isText(at(one)) && isTextOrNull(at(one + 1))) &&
      each(of("via"), 1, (one) => isTextOrNull(at(one))) &&
      [of("claimWords"), of("verbatimWords")].every((place) => ranges(place, words)) &&
      [of("flags"), ...(of("cueWords") === -1 ? [] : [of("cueWords")])].every(texts)
    );
  };
  const [id, title, publisher, date, authors, tags, length, sets] = [1, 2, 3, 4, 5, 6, 7, 8].map((place) =>
    at(root + place),
  ) as [number, number, number, number, number, number, number, number];
  const isSet = (place: number): boolean =>
    [at(place + 1), at(place + 4), at(place + 5)].every((number) => number >= 0) &&
    isText(at(place + 1)) &&
    each(at(place + 4), rowLength, (row) => isRow(row, at(place + 3), length)) &&
    each(at(place + 5), 2, (one) => isText(at(one)) && at(one + 1) in appearanceRoles);
  const source = new PackedSource(packed, (text) => text);
  return (
    [id, title].every(isText) &&
    [publisher, date].every(isTextOrNull) &&
    source.text(id) === article &&
    (date === -1 || isPlainDate(source.text(date))) &&
    [authors, tags].every(texts) &&
    each(sets, 1, (one) => isSet(at(one)))
  );
}

const textColumns = ["card", "polarity", "wording", "marks", "fields", "note", "editedAt"] as const;

function areTextsThere({ numbers, narrow, wide }: PackedPart, end: number): boolean {
  for (let at = headLength; at < end; at += 2) {
    const [start = -1, length = -1] = [numbers[at], numbers[at + 1]];
    if (start < 0 || length < 0 || start + (length >> 1) > (length % 2 === 0 ? narrow : wide).length)
      return false;
  }
  return true;
}
