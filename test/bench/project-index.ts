// What the index of a large project takes: the first build, the next start, each view the first time, again and after an edit, memory and disk. Time is
// that of the processor, which other work on the machine changes less than that of the clock.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createCore } from "../../main/core/core.ts";
import { type KnownKeys, startIndexWork } from "../../main/core/insight/index-work.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { clientOver } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { InsightQuery, InsightReport } from "../../shared/insight/report.ts";
import { defaultScope, type InsightScope } from "../../shared/insight/scope.ts";
import type { SideBySide, SideQuery } from "../../shared/insight/side-by-side.ts";
import type { ArticleStrips, StripsQuery } from "../../shared/insight/strips.ts";
import { idFromText } from "../../shared/model/id.ts";
import type { ListedRows, StatementQuery } from "../../shared/statements/list-statements.ts";
import {
  benchAnnotator,
  type LargeProject,
  type WrittenProject,
  writeLargeProject,
} from "./large-project.ts";

/** What a view asks of the index, without the project. */
type Question =
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
): Question => ({
  ask: "measure",
  query: { measures, by, scope: { ...defaultScope, ...of }, seed, ...most },
});

const strips = (from: number): Question => ({
  ask: "strips",
  query: { scope: defaultScope, order: "share", from, count: 50 },
});

const period = (days: Partial<InsightScope["filter"]>): InsightScope => ({
  ...defaultScope,
  filter: { ...defaultScope.filter, ...days },
});

function list(asked: Partial<StatementQuery>, isCounting = false): Question {
  const { sets, set, filter } = defaultScope;
  const sort = { by: "text", isDescending: false };
  const all = { scope: { sets, set, filter }, cards: null, typed: "", where: {}, sort, node: null };
  return { ask: "list", query: { ...all, ...asked }, ...firstRows, isCounting };
}

interface View {
  readonly name: string;
  readonly asks: readonly Question[];
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
const mix = ["source-mix", "source-mix-known"];

const overview: readonly Question[] = [figures(shown, [])];
const firstCards: readonly Question[] = [list({})];

/** The views as the window asks for them; `every measure` is what the command line counts. */
const views: readonly View[] = [
  { name: "overview", asks: overview },
  {
    name: "who speaks",
    asks: [figures(["statement-share", "appearances", "space", "first-voice"], ["entity"])],
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

interface ViewTimes {
  readonly name: string;
  /** Milliseconds of the processor in the part that computes: the first time, and the next. */
  readonly first: number;
  readonly next: number;
  /** With all of the core around it, which asks the disk for what is another: the first time, the next, and after a card was edited. */
  readonly cold: number;
  readonly warm: number;
  readonly edited: number;
  /** Groups of the figures, or rows of the list. */
  readonly rows: number;
}

export interface IndexTimes extends WrittenProject {
  readonly sources: number;
  /** Seconds of the processor until the first view of a project that was never counted, and of one that was. */
  readonly first: number;
  readonly again: number;
  /** Bytes in the home. */
  readonly disk: number;
  /** Bytes of the index, objects and data beside them: as it was read, and after all views were opened. */
  readonly rest: number;
  readonly used: number;
  readonly views: readonly ViewTimes[];
}

/** `kept`: a folder in which the project is made where it is not there yet, and left for the next run; `null`: one that is removed. */
export async function timeIndex(articles: number, kept: string | null = null): Promise<IndexTimes> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "sayso-bench-")));
  await mkdir(folder, { recursive: true });
  const path = join(folder, "project");
  const home = join(folder, "home");
  const sources = Math.max(10, Math.round(articles / 5));
  try {
    const written = await projectIn(path, { articles, entities: sources, seed: 1 });
    await rm(home, { recursive: true, force: true });
    const first = await withProject(home, path, ({ open }) => timed(() => open(overview)));
    const disk = await bytesBelow(join(home, "insight"));
    const { rest, used, inPart } = await computing(
      home,
      await withProject(home, path, async ({ project }) => project),
    );
    const next = await withProject(home, path, async ({ open, edit }) => {
      const again = await timed(() => open(overview));
      const times: ViewTimes[] = [];
      for (const { name, asks } of views) {
        const rows = { count: 0 };
        const cold = await timed(async () => {
          rows.count = await open(asks);
        });
        const warm = await timed(() => open(asks));
        await edit();
        const edited = await timed(() => open(asks));
        times.push({ name, ...inPart(name), cold, warm, edited, rows: rows.count });
      }
      return { again: again / 1_000, views: times };
    });
    return { ...written, sources, first: first / 1_000, disk, rest, used, ...next };
  } finally {
    if (kept === null) await rm(folder, { recursive: true, force: true });
  }
}

async function projectIn(path: string, wanted: LargeProject): Promise<WrittenProject> {
  const notes = `${path}-${wanted.articles}.json`;
  if (existsSync(notes)) return JSON.parse(readFileSync(notes, "utf8"));
  const written = await writeLargeProject(path, wanted);
  writeFileSync(notes, JSON.stringify(written));
  return written;
}

interface Asking {
  readonly project: OpenProject;
  /** Opens a view, and gives its number of rows. */
  open(asks: readonly Question[]): Promise<number>;
  /** Flags the first card, or takes its flag away. */
  edit(): Promise<void>;
}

async function withProject<T>(home: string, path: string, work: (asking: Asking) => Promise<T>): Promise<T> {
  const core = await createCore({ host: "cli", version: "0.0.0", home });
  const client = clientOver({
    call: (name, input) => core.dispatch(name, input, "bench"),
    subscribe: () => () => undefined,
  });
  try {
    await client.call("settings.set", { annotatorName: benchAnnotator.name });
    const opened = await client.call("project.open", { path, mode: "write" });
    const { handle: project } = opened;
    const answerOf = async (asked: Question) => {
      if (asked.ask === "measure")
        return (await client.call("insight.measure", { project, ...asked.query })).report;
      if (asked.ask === "strips")
        return (await client.call("insight.strips", { project, ...asked.query })).found;
      if (asked.ask === "sides")
        return (await client.call("insight.sides", { project, ...asked.query })).report;
      const { ask: _, ...rest } = asked;
      return (await client.call("statements.list", { project, ...rest })).listed;
    };
    return await work({
      project: opened,
      async open(asks) {
        let rows = 0;
        for (const one of asks) rows += rowsOf(await answerOf(one));
        return rows;
      },
      async edit() {
        const [asked] = firstCards;
        const answer = asked && (await answerOf(asked));
        const [row] = answer?.ok && "rows" in answer ? answer.rows : [];
        if (!row) throw new Error("There is no card to edit.");
        const { article, annotator, card, values } = row;
        const isSet = values.flag?.includes("discuss") !== true;
        edits += 1;
        const { refused } = await client.call("statements.edit", {
          ...{ project, opId: idFromText(`edit ${edits}`), cards: [{ article, annotator, card }] },
          step: { command: "edit-cards", at: "2026-01-02T00:00:00.000Z" },
          edit: { of: "flag", flag: "discuss", isSet },
        });
        if (refused.length > 0) throw new Error(JSON.stringify(refused));
      },
    });
  } finally {
    await core.close();
  }
}

let edits = 0;

type Answer = InsightReport | ArticleStrips | SideBySide | ListedRows | null;

/** Groups of figures, or rows of a list. */
function rowsOf(answer: Answer): number {
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  if ("measures" in answer) return answer.measures.reduce((sum, { groups }) => sum + groups.length, 0);
  return "figures" in answer ? answer.figures.length : answer.total;
}

/** What the part that computes takes, asked by itself, so that nothing else of the project is measured with it. */
async function computing(
  home: string,
  { project: { id, annotators, tagset }, entities }: OpenProject,
): Promise<Pick<IndexTimes, "rest" | "used"> & { readonly inPart: (view: string) => PartTimes }> {
  const before = heap();
  const work = startIndexWork(nodeDisk, { home, project: id });
  const goOn = async (): Promise<boolean> => true;
  const known = (await work({ ask: "begin" }, goOn)) as KnownKeys;
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
  const times = new Map<string, PartTimes>();
  for (const view of views)
    times.set(view.name, { first: await timed(() => open(view)), next: await timed(() => open(view)) });
  const used = heap() - before;
  return { rest, used, inPart: (view) => times.get(view) ?? { first: 0, next: 0 } };
}

type PartTimes = Pick<ViewTimes, "first" | "next">;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Bytes of objects that are in use, and of texts beside them. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function bytesBelow(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name))));
  return sizes.reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0);
}
