// The views of Insight as the window asks the index for them, opened in the part that computes, with what that takes.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { KnownKeys, startIndexWork } from "../../main/core/insight/index-work.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { InsightQuery } from "../../shared/insight/report.ts";
import { defaultScope, type InsightScope } from "../../shared/insight/scope.ts";
import type { SideQuery } from "../../shared/insight/side-by-side.ts";
import type { StripsQuery } from "../../shared/insight/strips.ts";
import { idFromText } from "../../shared/model/id.ts";
import type { StatementQuery } from "../../shared/statements/list-statements.ts";

/** What a view asks of the index, without the project. */
export type ViewQuestion =
  | { readonly ask: "measure"; readonly query: InsightQuery }
  | { readonly ask: "strips"; readonly query: StripsQuery }
  | { readonly ask: "sides"; readonly query: SideQuery }
  | ({ readonly ask: "list"; readonly query: StatementQuery } & typeof firstRows);

const firstRows = { isCounting: false, window: { from: 0, count: 100 }, around: null };

const seed = 1;

const figures = (
  measures: readonly string[],
  by: readonly string[],
  { of, ...most }: Partial<InsightQuery> & { readonly of?: Partial<InsightScope> } = {},
): ViewQuestion => ({
  ask: "measure",
  query: { measures, by, scope: { ...defaultScope, ...of }, seed, ...most },
});

const strips = (from: number): ViewQuestion => ({
  ask: "strips",
  query: { scope: defaultScope, order: "share", from, count: 50 },
});

const period = (days: Partial<InsightScope["filter"]>): InsightScope => ({
  ...defaultScope,
  filter: { ...defaultScope.filter, ...days },
});

function list(asked: Partial<StatementQuery>, isCounting = false): ViewQuestion {
  const { sets, set, filter } = defaultScope;
  const sort = { by: "text", isDescending: false };
  const all = { scope: { sets, set, filter }, cards: null, typed: "", where: {}, sort, node: null };
  return { ask: "list", query: { ...all, ...asked }, ...firstRows, isCounting };
}

export interface View {
  readonly name: string;
  readonly asks: readonly ViewQuestion[];
}

const unnamed = [
  ...["anonymity-articles", "anonymity-articles-with-cards", "solely-unnamed", "anonymity-appearances"],
  ...["reason-given", "described", "no-comment"],
];

const shown = [
  ...["sources-mean", "top-5", "attributed-share", "verbatim-share"],
  ...["anonymity-articles", "reason-given", "single-source", "second-hand"],
];
/** What Side by side compares. */
const compared = [
  ...["anonymity-articles", "anonymity-articles-with-cards", "solely-unnamed"],
  ...["anonymity-appearances", "reason-given", "described", "source-mix", "source-mix-known"],
  ...["single-source", "top-5", "top-10", "concentration", "diversity", "class-diversity"],
  ...["attributed-share", "verbatim-share", "kinds", "second-hand", "no-comment"],
  ...["distancing-cues", "new-voices", "mean-position", "sources-mean", "sources-median"],
  ...["sources-spread", "effective-sources", "effective-classes", "entropy", "class-entropy"],
];
const heard = ["statement-share", "appearances", "space", "first-voice"];
const mix = ["source-mix", "source-mix-known"];

export const overview: readonly ViewQuestion[] = [figures(shown, [])];
export const firstCards: readonly ViewQuestion[] = [list({})];

/** The views as the window asks for them; `every measure` is what the command line counts. */
export const views: readonly View[] = [
  { name: "overview", asks: overview },
  { name: "overview, shares of cards", asks: [figures(shown, [], { of: { weights: "fractional" } })] },
  { name: "who speaks", asks: [figures(heard, ["entity"])] },
  {
    name: "who speaks, shares of cards",
    asks: [figures(heard, ["entity"], { of: { weights: "fractional" } })],
  },
  { name: "source mix", asks: [figures(mix, [])] },
  { name: "source mix by outlet", asks: [figures(mix, ["publisher"])] },
  { name: "balance by gender and month", asks: [figures(mix, ["month", "gender"])] },
  { name: "anonymity", asks: [figures(unnamed, []), figures(["appearances"], ["entity"])] },
  { name: "anonymity by month", asks: [figures(unnamed, ["month"])] },
  {
    name: "two figures, the same once a month",
    asks: [figures(["statements", "top-5"], [], { of: { duplicates: "month" } })],
  },
  {
    name: "timeline of 20 sources by month",
    asks: [
      figures(["statements"], ["month", "entity"], { mostSources: 20 }),
      figures(["statements", "appearances"], ["month"]),
      figures(["statements"], []),
    ],
  },
  {
    name: "together, 20 sources",
    asks: [figures(["together"], [], { pairSources: 20 }), figures(["appearances"], ["entity"])],
  },
  { name: "together, 40 in paragraphs", asks: [figures(["together-paragraphs"], [], { pairSources: 40 })] },
  { name: "space, and its next page", asks: [strips(0), strips(50)] },
  {
    name: "two periods side by side",
    asks: [
      {
        ask: "sides",
        query: {
          ...{ measures: compared, by: [], seed },
          one: period({ to: "2024-06-30" }),
          other: period({ from: "2024-07-01" }),
        },
      },
    ],
  },
  { name: "every measure", asks: [figures([], [])] },
  { name: "statements", asks: firstCards },
  { name: "statements with counts", asks: [list({}, true)] },
  { name: "statements by claim", asks: [list({ sort: { by: "claim", isDescending: false } })] },
  {
    name: "statements of an outlet by voice",
    asks: [list({ where: { publisher: ["Outlet 3"] }, sort: { by: "voice", isDescending: true } })],
  },
  { name: "statements with a word", asks: [list({ typed: "harb" })] },
  {
    name: "concordance of cues",
    asks: [list({ node: "cue", sort: { by: "after", isDescending: false } })],
  },
];

/** Of a project what questions of the index have with them. */
export type AskedOf = Pick<OpenProject, "entities"> &
  Pick<OpenProject["project"], "id" | "annotators" | "tagset">;

/** Views to be opened in a thread. */
export interface ViewTask {
  readonly home: string;
  readonly of: AskedOf;
  readonly names: readonly string[];
}

/** What one view takes in the part that computes: milliseconds of the processor the first time and the next, and bytes afterwards. */
export interface PartTimes {
  readonly name: string;
  readonly first: number;
  readonly next: number;
  readonly used: number;
}

/** What the part that computes takes, as it opens these views one after the other, each twice. */
export interface PartsTimes {
  /** Milliseconds to read what is kept, and bytes then. */
  readonly read: number;
  readonly rest: number;
  readonly views: readonly PartTimes[];
}

/** Asked by itself, so that nothing else of the project is measured with it. */
export async function openViews(
  work: ReturnType<typeof startIndexWork>,
  { annotators, tagset, entities }: AskedOf,
  names: readonly string[],
): Promise<PartsTimes> {
  const before = heap();
  const goOn = async (): Promise<boolean> => true;
  let known: KnownKeys = [];
  const read = await timed(async () => {
    known = (await work({ ask: "begin" }, goOn)) as KnownKeys;
  });
  const rest = heap() - before;
  const articles = known.map(([article]) => article);
  const of = { articles, annotators, tagset, entities };
  const open = async ({ name, asks }: View): Promise<void> => {
    for (const asked of asks)
      await work(
        asked.ask === "sides"
          ? { ...of, ...asked, otherArticles: articles }
          : asked.ask === "list"
            ? { ...of, ...asked, listing: idFromText(name), selected: [] }
            : { ...of, ...asked },
        goOn,
      );
  };
  const times: PartTimes[] = [];
  for (const view of views.filter(({ name }) => names.includes(name))) {
    const first = await timed(() => open(view));
    const next = await timed(() => open(view));
    times.push({ name: view.name, first, next, used: heap() - before });
  }
  return { read, rest, views: times };
}

/** Milliseconds of the processor. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Bytes of objects that are in use, and of texts and numbers beside them, of this thread. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
