// A person's preferences on this machine, beside their name, theme and language: looks, keys, and how their window was left.

/** The least, most and usual size of the article's type, in CSS pixels. */
export const textSizes = { least: 14, most: 28, usual: 18 } as const;
/** The same of its lines, in characters as wide as a zero. */
export const measures = { least: 45, most: 100, usual: 66 } as const;

export const densities = ["comfortable", "compact"] as const;
/** Whether things move: as the system says, or never. */
export const motions = ["system", "reduced"] as const;
export const keyPresets = ["default", "left-hand", "number-row"] as const;

export const articleSorts = ["added", "title", "state"] as const;

export interface Looks {
  readonly textSize: number;
  readonly measure: number;
  readonly density: (typeof densities)[number];
  readonly motion: (typeof motions)[number];
}

export interface KeySettings {
  readonly preset: (typeof keyPresets)[number];
  /** Key combinations by the id of an action, instead of those of the preset. An empty list: it has no key. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

/** How the window was left. Widths are CSS pixels. */
export interface Layout {
  /** The id of the view that the sidebar shows. */
  readonly sidebar: string;
  readonly sidebarShown: boolean;
  readonly sidebarWidth: number;
  readonly cardsShown: boolean;
  readonly cardsWidth: number;
  /** Whether what stands beside the article is shown, where anything does. */
  readonly besideShown: boolean;
  readonly besideWidth: number;
  /** Whether only the article is shown. */
  readonly reading: boolean;
}

/** In what order articles are shown. */
export interface ArticleListing {
  readonly sort: (typeof articleSorts)[number];
}

/** The columns of the list of statements by their ids, in their order; `null`: the usual ones. */
export interface StatementHabits {
  readonly columns: readonly string[] | null;
}

/** How sets are compared. */
export interface ComparingHabits {
  /** Annotators' names are hidden. */
  readonly blind: boolean;
  /** Two sets stand side by side. */
  readonly columns: boolean;
  /** Ids of policies for edges; `null`: all there are. */
  readonly policies: readonly string[] | null;
}

/** How suggestions are made and shown. */
export interface SuggestingHabits {
  readonly shown: boolean;
  /** From 0 to 1: what is less sure is not offered. */
  readonly atLeast: number;
  /** Ids of rules that are not gone by; those that no longer exist do nothing. */
  readonly rulesOff: readonly string[];
}

export interface Preferences {
  readonly looks: Looks;
  readonly keys: KeySettings;
  readonly layout: Layout;
  readonly articleListing: ArticleListing;
  readonly statementListing: StatementHabits;
  readonly comparing: ComparingHabits;
  readonly suggesting: SuggestingHabits;
  /** Ids of what was taken from the palette, latest first: of an action, or as `article:ID`, `entity:ID`, `card:ID`, `bookmark:ID`, `setting:NAME`. */
  readonly recentActions: readonly string[];
  /** Whether the sample project begins with its hints. */
  readonly sampleHints: boolean;
}

export const defaultPreferences: Preferences = {
  looks: { textSize: textSizes.usual, measure: measures.usual, density: "comfortable", motion: "system" },
  keys: { preset: "default", changed: {} },
  layout: {
    sidebar: "articles",
    sidebarShown: true,
    sidebarWidth: 264,
    cardsShown: true,
    cardsWidth: 304,
    besideShown: true,
    besideWidth: 400,
    reading: false,
  },
  articleListing: { sort: "added" },
  statementListing: { columns: null },
  comparing: { blind: false, columns: true, policies: null },
  suggesting: { shown: true, atLeast: 0.5, rulesOff: [] },
  recentActions: [],
  sampleHints: true,
};
