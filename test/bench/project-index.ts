// What the index of a large project takes: the first build, the next start, each view the first time, again and after an edit, memory and disk. Time is
// that of the processor, which other work on the machine changes less than that of the clock.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createCore } from "../../main/core/core.ts";
import { clientOver } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { InsightReport } from "../../shared/insight/report.ts";
import type { SideBySide } from "../../shared/insight/side-by-side.ts";
import type { ArticleStrips } from "../../shared/insight/strips.ts";
import { idFromText } from "../../shared/model/id.ts";
import type { ListedRows } from "../../shared/statements/list-statements.ts";
import {
  type AskedOf,
  firstCards,
  overview,
  type PartsTimes,
  type PartTimes,
  timed,
  type ViewQuestion,
  type ViewTask,
  views,
} from "./index-views.ts";
import {
  benchAnnotator,
  type LargeProject,
  type WrittenProject,
  writeLargeProject,
} from "./large-project.ts";

/** After all views before it, and as the first one that a thread opens. */
interface PartViews extends PartTimes {
  readonly alone: PartTimes;
}

interface ViewTimes extends PartViews {
  /** With all of the core around it, which asks the disk for what is another: the first time, the next, and after a card was edited. */
  readonly cold: number;
  readonly warm: number;
  readonly edited: number;
  /** Groups of the figures, or rows of the list. */
  readonly rows: number;
}

/** What its views take, in the part that computes. */
interface IndexViews extends WrittenProject {
  readonly sources: number;
  /** Bytes in the home. */
  readonly disk: number;
  /** Milliseconds to read the index at a start, and its bytes then, objects and data beside them. */
  readonly read: number;
  readonly rest: number;
  readonly views: readonly PartViews[];
}

export interface IndexTimes extends IndexViews {
  /** Seconds of the processor until the first view of a project that was never counted, and of one that was. */
  readonly first: number;
  readonly again: number;
  readonly views: readonly ViewTimes[];
}

/** `kept`: a folder in which the project is made where it is not there yet, and left for the next run; `null`: one that is removed. */
export async function timeIndex(articles: number, kept: string | null = null): Promise<IndexTimes> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "sayso-bench-")));
  await mkdir(folder, { recursive: true });
  const { path, home } = placesIn(folder);
  try {
    await projectIn(path, wantedOf(articles));
    await rm(home, { recursive: true, force: true });
    const first = await withProject(home, path, ({ open }) => timed(() => open(overview)));
    const inPart = await timeViews(articles, folder);
    const next = await withProject(home, path, async ({ open, edit }) => {
      const again = await timed(() => open(overview));
      const times: ViewTimes[] = [];
      for (const [at, { asks }] of views.entries()) {
        const view = inPart.views[at];
        if (!view) throw new RangeError("A view was not opened.");
        const rows = { count: 0 };
        const cold = await timed(async () => {
          rows.count = await open(asks);
        });
        const warm = await timed(() => open(asks));
        await edit();
        const edited = await timed(() => open(asks));
        times.push({ ...view, cold, warm, edited, rows: rows.count });
      }
      return { again: again / 1_000, views: times };
    });
    return { ...inPart, first: first / 1_000, ...next };
  } finally {
    if (kept === null) await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the views in the part that computes, of a project whose index `timeIndex` made in this folder. */
export async function timeViews(articles: number, folder: string): Promise<IndexViews> {
  const { path, home } = placesIn(folder);
  const wanted = wantedOf(articles);
  const written = await projectIn(path, wanted);
  const of = await withProject(home, path, async ({ project: { project, entities } }) => {
    const { id, annotators, tagset } = project;
    return { id, annotators, tagset, entities };
  });
  const disk = await bytesBelow(join(home, "insight"));
  return { ...written, sources: wanted.entities, disk, ...(await inThreads(home, of)) };
}

const placesIn = (folder: string) => ({ path: join(folder, "project"), home: join(folder, "home") });

const wantedOf = (articles: number): LargeProject => ({
  ...{ articles, entities: Math.max(10, Math.round(articles / 5)), seed: 1 },
});

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
  open(asks: readonly ViewQuestion[]): Promise<number>;
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
    const answerOf = async (asked: ViewQuestion) => {
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

/** The views one after the other in one thread, and each of them alone in one of its own. */
async function inThreads(home: string, of: AskedOf): Promise<Pick<IndexViews, "read" | "rest" | "views">> {
  const names = views.map(({ name }) => name);
  const { read, rest, views: each } = await openInThread({ home, of, names });
  const times: PartViews[] = [];
  for (const one of each) {
    const [alone = one] = (await openInThread({ home, of, names: [one.name] })).views;
    times.push({ ...one, alone });
  }
  return { read, rest, views: times };
}

const openInThread = (task: ViewTask): Promise<PartsTimes> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(import.meta.dirname, "view-thread.js"), { workerData: task });
    thread.once("message", resolve);
    thread.once("error", reject);
  });

async function bytesBelow(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name))));
  return sizes.reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0);
}
