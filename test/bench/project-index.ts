// What the index of a large project takes: the first build, the next start, each view cold and warm, one edit, memory and disk. Time is that of the
// processor, which other work on the machine changes less than that of the clock.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createCore } from "../../main/core/core.ts";
import { clientOver } from "../../shared/api/client.ts";
import { defaultScope, type InsightScope } from "../../shared/insight/scope.ts";
import { idFromText } from "../../shared/model/id.ts";
import type { StatementQuery } from "../../shared/statements/list-statements.ts";
import {
  benchAnnotator,
  type LargeProject,
  type WrittenProject,
  writeLargeProject,
} from "./large-project.ts";

/** What a view asks: its figures one after the other, or a list. */
type Question = FiguresQuestion | ListQuestion;

interface FiguresQuestion {
  readonly measures: readonly string[];
  readonly by: readonly string[];
  /** What of the scope is not as it is at first. */
  readonly of?: Partial<InsightScope>;
}

interface ListQuestion extends Partial<StatementQuery> {
  readonly list: true;
  readonly isCounting?: boolean;
}

interface View {
  readonly name: string;
  readonly asks: readonly Question[];
}

const unnamed = [
  ...["anonymity-articles", "anonymity-articles-with-cards", "solely-unnamed", "anonymity-appearances"],
  ...["reason-given", "described", "no-comment"],
];

/** The views as the window asks for them. */
const views: readonly View[] = [
  {
    name: "overview",
    asks: [
      {
        measures: [
          ...["sources-mean", "top-5", "attributed-share", "verbatim-share"],
          ...["anonymity-articles", "reason-given", "single-source", "second-hand"],
        ],
        by: [],
      },
    ],
  },
  {
    name: "who speaks",
    asks: [{ measures: ["statement-share", "appearances", "space", "first-voice"], by: ["entity"] }],
  },
  { name: "source mix", asks: [{ measures: ["source-mix", "source-mix-known"], by: [] }] },
  {
    name: "source mix by outlet",
    asks: [{ measures: ["source-mix", "source-mix-known"], by: ["publisher"] }],
  },
  {
    name: "balance by gender and month",
    asks: [{ measures: ["source-mix", "source-mix-known"], by: ["month", "gender"] }],
  },
  { name: "anonymity", asks: [{ measures: unnamed, by: [] }] },
  { name: "anonymity by month", asks: [{ measures: unnamed, by: ["month"] }] },
  {
    name: "overview, the same once a month",
    asks: [{ measures: ["statements", "top-5"], by: [], of: { duplicates: "month" } }],
  },
  { name: "every measure", asks: [{ measures: [], by: [] }] },
  { name: "statements", asks: [{ list: true }] },
  { name: "statements with counts", asks: [{ list: true, isCounting: true }] },
  { name: "statements by claim", asks: [{ list: true, sort: { by: "claim", isDescending: false } }] },
  {
    name: "statements of an outlet by voice",
    asks: [{ list: true, where: { publisher: ["Outlet 3"] }, sort: { by: "voice", isDescending: true } }],
  },
  { name: "statements with a word", asks: [{ list: true, typed: "harb" }] },
  {
    name: "concordance of cues",
    asks: [{ list: true, node: "cue", sort: { by: "after", isDescending: false } }],
  },
];

interface ViewTimes {
  readonly name: string;
  /** Milliseconds of the processor, the first time and the next. */
  readonly cold: number;
  readonly warm: number;
  /** Groups of the figures, or rows of the list. */
  readonly rows: number;
}

export interface IndexTimes extends WrittenProject {
  readonly sources: number;
  /** Seconds of the processor until the first view of a project that was never counted, and of one that was. */
  readonly first: number;
  readonly again: number;
  /** Milliseconds of the processor for a view after one card was edited. */
  readonly edited: number;
  /** Bytes in the home. */
  readonly disk: number;
  /** Bytes of objects and of data beside them: of the index at rest, and after all views were opened. */
  readonly rest: number;
  readonly used: number;
  readonly views: readonly ViewTimes[];
}

/** `kept`: a folder in which the project is made where it is not there yet, and left for the next run; `null`: one that is removed. */
export async function timeIndex(articles: number, kept: string | null = null): Promise<IndexTimes> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "sayso-bench-")));
  const path = join(folder, "project");
  const home = join(folder, "home");
  const sources = Math.max(10, Math.round(articles / 5));
  const [overview] = views;
  try {
    const written = await projectIn(path, { articles, entities: sources, seed: 1 });
    await rm(home, { recursive: true, force: true });
    const first = await withProject(home, path, ({ open }) => timed(() => open(overview?.asks ?? [])));
    const disk = await bytesBelow(join(home, "insight"));
    const next = await withProject(home, path, async ({ open, edit }) => {
      const before = heap();
      const again = await timed(() => open(overview?.asks ?? []));
      const rest = heap() - before;
      const times: ViewTimes[] = [];
      for (const { name, asks } of views) {
        let rows = 0;
        const cold = await timed(async () => {
          rows = await open(asks);
        });
        times.push({ name, cold, warm: await timed(() => open(asks)), rows });
      }
      const used = heap() - before;
      await edit();
      const edited = await timed(() => open(overview?.asks ?? []));
      return { again: again / 1_000, rest, used, views: times, edited };
    });
    return { ...written, sources, first: first / 1_000, disk, ...next };
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
    const { handle: project } = await client.call("project.open", { path, mode: "write" });
    const listed = async ({ list: _, isCounting = false, ...asked }: ListQuestion) => {
      const { sets, set, filter } = defaultScope;
      const bare = {
        cards: null,
        typed: "",
        where: {},
        sort: { by: "text", isDescending: false },
        node: null,
      };
      const answer = await client.call("statements.list", {
        ...{ project, query: { scope: { sets, set, filter }, ...bare, ...asked }, isCounting },
        ...{ window: { from: 0, count: 100 }, around: null },
      });
      if (!answer.listed?.ok) throw new Error(JSON.stringify(answer.listed));
      return answer.listed;
    };
    const measured = async ({ measures, by, of }: FiguresQuestion): Promise<number> => {
      const query = { project, measures, by, scope: { ...defaultScope, ...of }, seed: 1 };
      const { report, damaged } = await client.call("insight.measure", query);
      if (!report?.ok || damaged.length > 0) throw new Error(JSON.stringify([report, damaged[0]]));
      return report.measures.reduce((sum, { groups }) => sum + groups.length, 0);
    };
    return await work({
      async open(asks) {
        let rows = 0;
        for (const one of asks) rows += "list" in one ? (await listed(one)).total : await measured(one);
        return rows;
      },
      async edit() {
        const [row] = (await listed({ list: true })).rows;
        if (!row) return;
        const { article, annotator, card, values } = row;
        const isSet = values.flag?.includes("discuss") !== true;
        const { refused } = await client.call("statements.edit", {
          ...{ project, opId: idFromText(`edit ${isSet}`), cards: [{ article, annotator, card }] },
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
