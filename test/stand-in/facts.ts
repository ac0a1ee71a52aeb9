// What a test may ask a running stand-in, and what it answers: plain values over the process's own channel.

interface WindowFacts {
  readonly url: string;
  readonly shown: boolean;
  /** By which its size and place would be kept. */
  readonly name: string;
  readonly minimized: boolean;
  /** Behind a page that has drawn nothing. */
  readonly background: string;
  readonly preferences: Readonly<Record<string, unknown>>;
}

export interface Facts {
  readonly windows: readonly WindowFacts[];
  /** Requests that were not for the application's own protocol and that it did not cancel. Must stay empty. */
  readonly escaped: readonly string[];
  /** Requests that the application cancelled. */
  readonly cancelled: readonly string[];
  /** Navigations and windows that it prevented. */
  readonly prevented: readonly string[];
  /** Titles of message boxes and error boxes that were shown. */
  readonly boxes: readonly string[];
  /** Addresses that were opened in the person's browser. */
  readonly openedPages: readonly string[];
  /** Files that were handed to the system, to be opened or shown. */
  readonly openedFiles: readonly string[];
  readonly sandboxed: boolean;
  /** The folder of the profile. */
  readonly userData: string | null;
  /** What menus, dialogs and frames of windows look like. */
  readonly theme: string;
}

/** The last two are told to a window. */
export type PowerEvent = "suspend" | "lock-screen" | "shutdown" | "query-session-end" | "session-end";

export interface Questions {
  facts: { input: null; answer: Facts };
  /** The answer of all three permission handlers; `true` if any of them allows it. */
  permission: { input: string; answer: boolean };
  /** Chooses an item of the application's menu by its id, in the focused window. */
  menu: { input: string; answer: null };
  /** What the next dialog is answered with: a path, the number of a button, or `null` for cancel. */
  dialog: { input: string | number | null; answer: null };
  /** A second start of the application with this path or address on its command line. */
  secondInstance: { input: string | null; answer: null };
  /** What macOS hands over: a file that was double-clicked or dropped on the dock, or a link. True when the application takes it. */
  openFile: { input: string; answer: boolean };
  openUrl: { input: string; answer: boolean };
  /** Another start by something else than Sayso, which hands over anything. */
  strangeInstance: { input: unknown; answer: null };
  /** Minimises the window in front. */
  minimize: { input: null; answer: null };
  /** A call over the channel as if another sender had made it. */
  foreignCall: { input: { url: string; child: boolean } | null; answer: unknown };
  /** What the system says of its power or its session; `true` when the application asked it to wait. */
  power: { input: PowerEvent; answer: boolean };
  quit: { input: null; answer: null };
}

export type Question = keyof Questions;

export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly input: Questions[Question]["input"];
}

/** `ready` is sent once, unasked, when the first window has loaded. */
export type Told =
  | { readonly kind: "ready"; readonly endpoint: string }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
