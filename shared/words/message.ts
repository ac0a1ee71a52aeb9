// A message that is chosen in one place and put into words in another: its key in the catalogue and its values. What the
// core, the state and the actions have to say travels like this, since they know no language.
import type { ArgumentsOf } from "./arguments.ts";
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

export interface Message {
  readonly key: Key;
  readonly values: Readonly<Record<string, Value>>;
}

/** A message with the values that its key wants. */
export function message<K extends Key>(key: K, ...given: Given<K>): Message {
  return { key, values: { ...given[0] } };
}
