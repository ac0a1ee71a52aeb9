// A message that is chosen in one place and put into words in another: its key in the catalogue and its values. What the
// core, the state and the actions have to say travels like this, since they know no language.
import type { Catalogue } from "./en/index.ts";

type Room = keyof Catalogue;

/** `room.name`, such as `actions.undo`. */
export type Key = { [R in Room]: `${R}.${keyof Catalogue[R] & string}` }[Room];

/** The English text of a message, from which the compiler reads its values. */
type TextOf<K extends Key> = K extends `${infer R extends Room}.${infer Name}`
  ? Name extends keyof Catalogue[R]
    ? Catalogue[R][Name] & string
    : never
  : never;

/** Words as they stand, such as a title, or a message still to be put into words. */
export type Text = string | Message;
export type Value = Text | number | Date;

type WithTexts<Arguments> = {
  readonly [Name in keyof Arguments]: Arguments[Name] extends string ? Text : Arguments[Name];
};
type ValuesOf<K extends Key> = WithTexts<ArgumentsOf<TextOf<K>>>;

/** Nothing for a message without values, else one object with all of them. */
export type Given<K extends Key> = Record<never, never> extends ValuesOf<K> ? [] : [values: ValuesOf<K>];

/** As `Given`, where texts may be something else than text, such as an element of the page. */
export type GivenParts<K extends Key, Part> = [
  values: { readonly [Name in keyof ValuesOf<K>]: ValuesOf<K>[Name] | Part },
];

/** The names in a room of the catalogue whose words take no values. */
export type PlainName<R extends Room> = {
  [Name in keyof Catalogue[R] & string]: Given<`${R}.${Name}` & Key> extends [] ? Name : never;
}[keyof Catalogue[R] & string];

/** Those of them beside which the room has other words, under the name with this in front or behind. */
export type PairedName<R extends Room, Before extends string, Behind extends string> = {
  [Name in PlainName<R>]: `${Before}${Name}${Behind}` extends PlainName<R> ? Name : never;
}[PlainName<R>];

export interface Message {
  readonly key: Key;
  readonly values: Readonly<Record<string, Value>>;
}

/** A message with the values that its key wants. */
export function message<K extends Key>(key: K, ...given: Given<K>): Message {
  return { key, values: { ...given[0] } };
}

// Reads, for the compiler, which values a message wants: `{name}` is a text, `{count, plural, …}` and `{size, number}` are
// numbers, `{day, date}` is a date, `{edge, select, …}` is one of its words.

/** The values of a message in ICU MessageFormat, by name. */
export type ArgumentsOf<Message extends string> = Flat<Outside<Message, unknown>>;

type Flat<Found> = { readonly [Name in keyof Found]: Found[Name] };

/** Within text: the next brace opens an argument, or closes a branch of a plural or a select. */
type Outside<Text extends string, Found> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Text extends `${string}}${infer Rest}`
      ? Branches<Rest, Found>
      : never
    : Argument<After, Found>
  : Found;

/** Between branches: the next brace opens a branch, or ends the argument that they belong to. */
type Branches<Text extends string, Found> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Text extends `${string}}${infer Rest}`
      ? Outside<Rest, Found>
      : never
    : Outside<After, Found>
  : Found;

type Argument<Text extends string, Found> = Text extends `${infer Inside}}${infer Rest}`
  ? Inside extends `${infer Name}, ${infer Format}`
    ? Format extends `${infer Kind extends keyof Branching},${string}`
      ? Text extends `${string}, ${string},${infer Body}`
        ? Branches<Body, Found & { readonly [N in Name]: Branching[Kind] }>
        : never
      : Outside<Rest, Found & { readonly [N in Name]: Formatted<Format> }>
    : Outside<Rest, Found & { readonly [N in Inside]: string }>
  : never;

interface Branching {
  readonly plural: number;
  readonly selectordinal: number;
  readonly select: string;
}

type Formatted<Format extends string> = Format extends `number${string}` ? number : Date;
