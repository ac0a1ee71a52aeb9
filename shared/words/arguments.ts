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
