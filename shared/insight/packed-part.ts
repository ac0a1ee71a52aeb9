// An article's part as an index holds and keeps it: numbers in one row after the other and texts end to end, which take a fraction of the room that
// objects take and no time to read. A statement of it is read where it is asked for something.
import { type AppearanceRole, appearanceRoles } from "../model/appearance.ts";
import { isPlainDate } from "../model/article-about.ts";
import type { FieldValue, Kind } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import type { ArticlePart, SetPart, StatementPart } from "./article-part.ts";
import { packedMarks } from "./card-marks.ts";

/**
 * `common`: texts that many cards have alike, such as ids of entities, which are numbered first. `numbers`: a table of all others, lists and rows, see
 * `packPart`. Those whose characters all fit into a byte each stand in `narrow`, the rest in `wide`.
 */
export interface PackedPart {
  readonly common: readonly string[];
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
    aboutIds: 17,
  },
} as const;
const rowLength = 18;

const kinds: readonly (Kind | null)[] = [null, "direct", "indirect", "mixed"];
const nestedBit = 4;
const withheldBit = 8;
const excludedBit = 16;

/** Of a set. */
const workBit = 1;
const doneBit = 2;

/** Before the table of texts: how many there are in it, and where the root is. */
const headLength = 2;

const isNarrow = /^[^\u0100-\uffff]*$/;

/** Each text once. Those that are not common are two numbers: where it begins, and twice its length, with one more where it is wide. */
function textsTable(common: readonly string[]) {
  const numbers = new Map(common.map((text, number) => [text, number]));
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
  return { add, pairs, strings };
}

/** What many cards have alike. */
const commonTexts = ({ publisher, authors, tags, sets }: ArticlePart): readonly string[] => [
  ...[publisher ?? "", ...authors, ...tags],
  ...sets.flatMap(({ annotatorId, roles, statements }) => [
    annotatorId,
    ...roles.map(({ entity }) => entity),
    ...statements.flatMap(({ mentions, via, aboutIds, cueWords, polarity, fields, flags }) => [
      ...[...mentions.map(({ entity }) => entity), ...via, ...aboutIds].flatMap((id) => id ?? []),
      ...[...(cueWords ?? []), polarity, JSON.stringify(fields), ...flags],
    ]),
  ]),
];

/** `readPart` gives the same part back. */
export function packPart(part: ArticlePart): PackedPart {
  const common = [...new Set(commonTexts(part))];
  const { add: text, pairs, strings } = textsTable(common);
  /** Places are counted from the end of the table of texts. */
  const pool: number[] = [];
  const nullable = (value: string | null): number => (value === null ? -1 : text(value));
  // Values are no arguments of a call, of which there cannot be as many as an article has numbers.
  const list = (values: readonly number[]): number => {
    const place = pool.push(values.length) - 1;
    for (const value of values) pool.push(value);
    return place;
  };
  const ranges = (all: readonly Range[]): number => list(all.flatMap(({ start, end }) => [start, end]));
  const row = (one: StatementPart): readonly number[] => [
    ...[one.place?.start ?? -1, one.place?.end ?? -1, one.paragraph],
    kinds.indexOf(one.kind) +
      (one.isNested ? nestedBit : 0) +
      (one.isWithheld ? withheldBit : 0) +
      (one.isExcluded ? excludedBit : 0),
    list(one.mentions.flatMap(({ span, entity }) => [text(span), nullable(entity)])),
    list(one.via.map(nullable)),
    ...[ranges(one.claimWords), ranges(one.verbatimWords)],
    one.cueWords === null ? -1 : list(one.cueWords.map(text)),
    ...[one.card, one.polarity, one.wording, one.marks, JSON.stringify(one.fields)].map(text),
    list(one.flags.map(text)),
    ...[one.note, one.editedAt].map(text),
    list(one.aboutIds.map(text)),
  ];
  const sets = part.sets.map(({ annotatorId, hasWork, isDone, words, statements, roles }) => {
    const rows = list(statements.flatMap(row));
    const said = list(roles.flatMap(({ entity, role }) => [text(entity), appearanceRoles.indexOf(role)]));
    const facts = (hasWork ? workBit : 0) + (isDone ? doneBit : 0);
    return list([text(annotatorId), facts, words, rows, said]);
  });
  const root = list([
    ...[text(part.id), text(part.title), nullable(part.publisher), nullable(part.date)],
    ...[list(part.authors.map(text)), list(part.tags.map(text)), part.length, list(sets)],
  ]);
  return { common, numbers: Int32Array.from([pairs.length / 2, root, ...pairs, ...pool]), ...strings };
}

/** A number of the pool, which begins where the table of texts ends. */
const numberAt = ({ numbers }: PackedPart, place: number): number =>
  numbers[headLength + (numbers[0] ?? 0) * 2 + place] ?? 0;

function textOf({ common, numbers, narrow, wide }: PackedPart, number: number): string {
  const known = common[number];
  if (known !== undefined) return known;
  const at = headLength + (number - common.length) * 2;
  const [start, length] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
  return (length % 2 === 0 ? narrow : wide).slice(start, start + (length >> 1));
}

const textOrNull = (packed: PackedPart, number: number): string | null =>
  number < 0 ? null : textOf(packed, number);

/** The values of a list, so many at a time. */
function listAt<Item>(
  packed: PackedPart,
  place: number,
  width: number,
  item: (first: number) => Item,
): Item[] {
  const items: Item[] = [];
  const end = place + numberAt(packed, place);
  for (let at = place + 1; at <= end; at += width) items.push(item(at));
  return items;
}

const textsAt = (packed: PackedPart, place: number): string[] =>
  listAt(packed, place, 1, (at) => textOf(packed, numberAt(packed, at)));

const rangesAt = (packed: PackedPart, place: number): Range[] =>
  listAt(packed, place, 2, (at) => ({ start: numberAt(packed, at), end: numberAt(packed, at + 1) }));

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
export interface Sources<Source> {
  readonly about: readonly Entity[];
  readonly voices: readonly Source[];
  readonly isSecondHand: boolean | null;
}

/** Where a statement stands, and what was worked out of it: one object for all statements of which that is the same. */
interface PackedStatement<Source> {
  readonly packed: PackedPart;
  readonly row: number;
  readonly sources: Sources<Source>;
}

const valueIn = (
  { packed, row }: Pick<PackedStatement<unknown>, "packed" | "row">,
  name: keyof typeof column,
): number => numberAt(packed, row + column[name]);

const textIn = (statement: PackedStatement<unknown>, name: keyof typeof column): string =>
  textOf(statement.packed, valueIn(statement, name));

/** What all packed statements have in common: how each of their parts is read. */
const reading: StatementPart & Sources<unknown> & ThisType<PackedStatement<unknown>> = {
  get about() {
    return this.sources.about;
  },
  get voices() {
    return this.sources.voices;
  },
  get isSecondHand() {
    return this.sources.isSecondHand;
  },
  get card() {
    return textIn(this, "card");
  },
  get place() {
    const start = valueIn(this, "start");
    return start < 0 ? null : { start, end: valueIn(this, "end") };
  },
  get paragraph() {
    return valueIn(this, "paragraph");
  },
  get isNested() {
    return (valueIn(this, "facts") & nestedBit) !== 0;
  },
  get isExcluded() {
    return (valueIn(this, "facts") & excludedBit) !== 0;
  },
  get isWithheld() {
    return (valueIn(this, "facts") & withheldBit) !== 0;
  },
  get kind() {
    return kinds[valueIn(this, "facts") % nestedBit] ?? null;
  },
  get mentions() {
    const { packed } = this;
    return listAt(packed, valueIn(this, "mentions"), 2, (at) => ({
      span: textOf(packed, numberAt(packed, at)),
      entity: textOrNull(packed, numberAt(packed, at + 1)),
    }));
  },
  get via() {
    const { packed } = this;
    return listAt(packed, valueIn(this, "via"), 1, (at) => textOrNull(packed, numberAt(packed, at)));
  },
  get aboutIds() {
    return textsAt(this.packed, valueIn(this, "aboutIds"));
  },
  get claimWords() {
    return rangesAt(this.packed, valueIn(this, "claimWords"));
  },
  get verbatimWords() {
    return rangesAt(this.packed, valueIn(this, "verbatimWords"));
  },
  get cueWords() {
    const place = valueIn(this, "cueWords");
    return place < 0 ? null : textsAt(this.packed, place);
  },
  get polarity() {
    return textIn(this, "polarity");
  },
  get wording() {
    return textIn(this, "wording");
  },
  get marks() {
    return textIn(this, "marks");
  },
  get fields() {
    return fieldsOf(textIn(this, "fields")) ?? {};
  },
  get flags() {
    return textsAt(this.packed, valueIn(this, "flags"));
  },
  get note() {
    return textIn(this, "note");
  },
  get editedAt() {
    return textIn(this, "editedAt");
  },
};

/**
 * A statement that is read where it is asked for something. It is no plain object: what spreads it into another one gets nothing of it. There are very many
 * of them, and three fields written one by one take half the room and a fifth of the time of more that are copied.
 */
function statementAt<Source>(
  packed: PackedPart,
  row: number,
  sources: Sources<Source>,
): StatementPart & Sources<Source> {
  const statement: Writable<PackedStatement<Source>> = Object.create(reading);
  statement.packed = packed;
  statement.row = row;
  statement.sources = sources;
  return statement as StatementPart & PackedStatement<Source> & Sources<Source>;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const nobody: Sources<never> = { about: [], voices: [], isSecondHand: null };

/** Its statements are made anew each time that they are asked for, and not held. */
export function readPart(packed: PackedPart): ArticlePart {
  const field = (at: number): number => numberAt(packed, (packed.numbers[1] ?? 0) + 1 + at);
  return {
    ...{ id: textOf(packed, field(0)), title: textOf(packed, field(1)) },
    ...{ publisher: textOrNull(packed, field(2)), date: textOrNull(packed, field(3)) },
    ...{ authors: textsAt(packed, field(4)), tags: textsAt(packed, field(5)), length: field(6) },
    sets: listAt(packed, field(7), 1, (item) => {
      const at = numberAt(packed, item);
      return setAt(packed, at, textOf(packed, numberAt(packed, at + 1)));
    }),
  };
}

/** Where a set stands, and whose it is counted as. */
interface PackedSet {
  readonly packed: PackedPart;
  readonly at: number;
  readonly annotatorId: Id;
}

const fieldOf = ({ packed, at }: Pick<PackedSet, "packed" | "at">, field: number): number =>
  numberAt(packed, at + 1 + field);

/** What all packed sets have in common, as `reading` of statements. */
const setReading: Omit<SetPart, "annotatorId"> & ThisType<PackedSet> = {
  get hasWork() {
    return (fieldOf(this, 1) & workBit) !== 0;
  },
  get isDone() {
    return (fieldOf(this, 1) & doneBit) !== 0;
  },
  get words() {
    return fieldOf(this, 2);
  },
  get statements() {
    const { packed } = this;
    return listAt(packed, fieldOf(this, 3), rowLength, (row) => statementAt(packed, row, nobody));
  },
  get roles() {
    const { packed } = this;
    return listAt(packed, fieldOf(this, 4), 2, (at) => ({
      entity: textOf(packed, numberAt(packed, at)),
      role: roleOf(numberAt(packed, at + 1)),
    }));
  },
};

function setAt(packed: PackedPart, at: number, annotatorId: Id): SetPart {
  const set: Writable<PackedSet> = Object.create(setReading);
  set.packed = packed;
  set.at = at;
  set.annotatorId = annotatorId;
  return set as SetPart & PackedSet;
}

const isPackedSet = (set: SetPart): set is SetPart & PackedSet => Object.getPrototypeOf(set) === setReading;

const roleOf = (number: number): AppearanceRole => {
  const role = appearanceRoles[number];
  if (!role) throw new RangeError(`There is no role ${number}.`);
  return role;
};

/** The set under another annotator, as whom its own one is counted. */
export const underAnnotator = (set: SetPart, annotatorId: Id): SetPart =>
  isPackedSet(set) ? setAt(set.packed, set.at, annotatorId) : { ...set, annotatorId };

/** How those are found who stand behind the statements of a set. */
interface SourcesOf<Source> {
  readonly of: (statement: StatementPart) => Sources<Source>;
  /** The same of a statement that mentions this entity alone, is about nobody, and came through nobody, as most do; `null`: only `of` knows. */
  readonly ofMention: (entity: Id) => Sources<Source> | null;
}

/** The statements of a set with those who stand behind them. */
export const statementsWith = <Source>(
  set: SetPart,
  sources: SourcesOf<Source>,
): readonly (StatementPart & Sources<Source>)[] =>
  isPackedSet(set) ? packedWith(set, sources) : set.statements.map((one) => ({ ...one, ...sources.of(one) }));

function packedWith<Source>(
  set: PackedSet,
  { of, ofMention }: SourcesOf<Source>,
): readonly (StatementPart & Sources<Source>)[] {
  const { packed } = set;
  /** By the number of the entity's id. */
  const known = new Map<number, Sources<Source> | null>();
  return listAt(packed, fieldOf(set, 3), rowLength, (row) => {
    const entity = onlyMention({ packed, row });
    let sources = known.get(entity);
    if (sources === undefined) {
      sources = entity < 0 ? null : ofMention(textOf(packed, entity));
      known.set(entity, sources);
    }
    return statementAt(packed, row, sources ?? of(statementAt(packed, row, nobody)));
  });
}

/** The number of the id of the only entity that a statement has to do with; -1 where there is none, or are several. */
function onlyMention(statement: Pick<PackedStatement<unknown>, "packed" | "row">): number {
  const { packed } = statement;
  const mentions = valueIn(statement, "mentions");
  const others =
    numberAt(packed, valueIn(statement, "via")) + numberAt(packed, valueIn(statement, "aboutIds"));
  return numberAt(packed, mentions) === 2 && others === 0 ? numberAt(packed, mentions + 2) : -1;
}

/** The part as plain data, whichever way it is held. */
export const plainPart = (part: ArticlePart): ArticlePart => ({
  ...part,
  sets: part.sets.map(({ annotatorId, hasWork, isDone, words, roles, statements }) => ({
    ...{ annotatorId, hasWork, isDone, words, roles },
    statements: statements.map(plainStatement),
  })),
});

const plainStatement = (one: StatementPart): StatementPart => ({
  ...{ card: one.card, place: one.place, paragraph: one.paragraph, isNested: one.isNested },
  ...{ isExcluded: one.isExcluded, aboutIds: one.aboutIds },
  ...{ mentions: one.mentions, via: one.via, kind: one.kind, polarity: one.polarity },
  ...{ isWithheld: one.isWithheld, claimWords: one.claimWords, verbatimWords: one.verbatimWords },
  ...{ cueWords: one.cueWords, wording: one.wording, marks: one.marks, fields: one.fields },
  ...{ flags: one.flags, note: one.note, editedAt: one.editedAt },
});

/**
 * Whether it can be read as the part of this article: each text, list and range that it names is there, numbers are within what they count, and its
 * date is one. No more numbers are looked at than there are, since `packPart` names no list twice.
 */
export function isReadable(packed: PackedPart, article: Id): boolean {
  const [count = -1, root = -1] = packed.numbers;
  const begin = headLength + count * 2;
  if (count < 0 || begin > packed.numbers.length || !areTextsThere(packed, begin)) return false;
  const pool = poolOf(packed, begin, count);
  const { at, isText, isTextOrNull, each, texts } = pool;
  const isRow = rowTest(packed, pool);
  const [id, title, publisher, date, authors, tags, length, sets] = [1, 2, 3, 4, 5, 6, 7, 8].map((place) =>
    at(root + place),
  ) as [number, number, number, number, number, number, number, number];
  const isSet = (place: number): boolean =>
    [at(place + 1), at(place + 4), at(place + 5)].every((number) => number >= 0) &&
    isText(at(place + 1)) &&
    0 <= at(place + 3) &&
    at(place + 3) <= length &&
    each(at(place + 4), rowLength, (row) => isRow(row, at(place + 3), length)) &&
    each(at(place + 5), 2, (one) => isText(at(one)) && at(one + 1) in appearanceRoles);
  return (
    [id, title].every(isText) &&
    [publisher, date].every(isTextOrNull) &&
    textOf(packed, id) === article &&
    (date === -1 || isPlainDate(textOf(packed, date))) &&
    [authors, tags].every(texts) &&
    each(sets, 1, (one) => isSet(at(one)))
  );
}

/** What the lists of a packed part name, which begin behind `begin`; `each` refuses once it was given more numbers than there are. */
function poolOf({ common, numbers }: PackedPart, begin: number, count: number) {
  const at = (place: number): number => numbers[begin + place] ?? -1;
  const isText = (number: number): boolean => number >= 0 && number < common.length + count;
  const isTextOrNull = (number: number): boolean => number === -1 || isText(number);
  let unread = numbers.length - begin;
  const each = (place: number, width: number, isFit: (first: number) => boolean): boolean => {
    const end = place + at(place);
    if (place < 0 || end < place || (end - place) % width !== 0 || begin + end >= numbers.length)
      return false;
    unread -= end - place + 1;
    if (unread < 0) return false;
    for (let one = place + 1; one <= end; one += width) if (!isFit(one)) return false;
    return true;
  };
  const texts = (place: number): boolean => each(place, 1, (one) => isText(at(one)));
  const ranges = (place: number, most: number): boolean =>
    each(place, 2, (one) => 0 <= at(one) && at(one) <= at(one + 1) && at(one + 1) <= most);
  return { at, isText, isTextOrNull, each, texts, ranges };
}

/** Whether the row of a statement can be read, in an article of so many words and code units. */
function rowTest(
  packed: PackedPart,
  { at, isText, isTextOrNull, each, texts, ranges }: ReturnType<typeof poolOf>,
): (row: number, words: number, length: number) => boolean {
  const areFields = onceEach((number) => fieldsOf(textOf(packed, number)) !== null);
  const areMarks = onceEach((number) => packedMarks.test(textOf(packed, number)));
  return (row, words, length) => {
    const of = (name: keyof typeof column): number => at(row + column[name]);
    const [start, end] = [of("start"), of("end")];
    return (
      (start === -1 ? end === -1 : 0 <= start && start <= end && end <= length) &&
      -1 <= of("paragraph") &&
      of("paragraph") <= length &&
      textColumns.every((name) => isText(of(name))) &&
      areFields(of("fields")) &&
      areMarks(of("marks")) &&
      each(of("mentions"), 2, (one) => isText(at(one)) && isTextOrNull(at(one + 1))) &&
      each(of("via"), 1, (one) => isTextOrNull(at(one))) &&
      // Those of a statement that is left out are numbered among all words of the article.
      [of("claimWords"), of("verbatimWords")].every((place) =>
        ranges(place, (of("facts") & excludedBit) === 0 ? words : length),
      ) &&
      [of("flags"), of("aboutIds"), ...(of("cueWords") === -1 ? [] : [of("cueWords")])].every(texts)
    );
  };
}

const textColumns = ["card", "polarity", "wording", "marks", "fields", "note", "editedAt"] as const;

/** The answer for each number, which is looked for once. */
function onceEach(isFit: (number: number) => boolean): (number: number) => boolean {
  const known = new Map<number, boolean>();
  return (number) => {
    const answer = known.get(number) ?? isFit(number);
    known.set(number, answer);
    return answer;
  };
}

/** Each begins where the one before it ends, so that all of them together are no longer than what they stand in. */
function areTextsThere({ numbers, narrow, wide }: PackedPart, end: number): boolean {
  const ends = { narrow: 0, wide: 0 };
  for (let at = headLength; at < end; at += 2) {
    const [start = -1, length = -1] = [numbers[at], numbers[at + 1]];
    const into = length % 2 === 0 ? "narrow" : "wide";
    if (length < 0 || start !== ends[into]) return false;
    ends[into] += length >> 1;
    if (ends[into] > { narrow, wide }[into].length) return false;
  }
  return true;
}
