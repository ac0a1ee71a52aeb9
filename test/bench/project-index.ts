// A large project made on the disk, and what it takes to count its figures: the first time, the next time, after a change, and measure by measure.
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createCore } from "../../main/core/core.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { prettyJson, sha256 } from "../../main/storage/files/json-text.ts";
import { createProject } from "../../main/storage/project/project-folder.ts";
import { setFileOfJson } from "../../main/storage/sets/set-file.ts";
import { clientOver } from "../../shared/api/client.ts";
import { defaultScope } from "../../shared/insight/scope.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import type { Entity } from "../../shared/model/entity.ts";
import { type Id, idAlphabet } from "../../shared/model/id.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import type { Span } from "../../shared/model/span.ts";
import type { StatementQuery } from "../../shared/statements/list-statements.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";

const cardsEach = 15;
const annotator = "bench";
const at = "2026-01-01T00:00:00.000Z";
const provenance = { annotator, at, origin: { by: "human" } } as const;

/** Ids of ours, which begin with all letters alike. */
function idOf(number: number): Id {
  let id = idAlphabet.charAt(number % 32);
  for (let rest = number; rest > 0; rest = Math.floor(rest / 32)) id += idAlphabet.charAt(rest % 32);
  return id;
}

/** Most articles name a few sources that many name, and some that hardly any other does. */
function sourceNumber(article: number, card: number, sources: number): number {
  const random = ((article * 7_919 + card * 104_729) % 1_000_003) / 1_000_003;
  return Math.floor(sources * random ** 3);
}

const words = "costs rise while the harbour waits for a plan that the council has not seen".split(" ");
const filler = "It rained in the afternoon and the ferries stayed where they were until the evening came.";

function articleWith(number: number, sources: number) {
  let text = "";
  const spans: Span[] = [];
  const attributions: Attribution[] = [];
  const ranges: {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly entity?: Id;
  }[] = [];
  const mark = (type: string, said: string, entity?: Id): Id => {
    ranges.push({
      type,
      start: text.length,
      end: text.length + said.length,
      ...(entity !== undefined && { entity }),
    });
    text += said;
    return idOf(ranges.length);
  };
  for (let card = 0; card < cardsEach; card += 1) {
    const source = sourceNumber(number, card, sources);
    const voice = [mark("speaker", `Source ${source}`, idOf(source + 1))];
    text += " ";
    const cue = mark("cue", card % 5 === 0 ? "claimed" : "said");
    text += " that ";
    const claim = mark(
      "claim",
      Array.from({ length: 12 }, (_, word) => words[(card + word) % words.length]).join(" "),
    );
    text += `. ${filler}\n\n`;
    const bare = { within: null, kind: null, note: "", flags: [], via: [], provenance };
    attributions.push({ ...bare, id: idOf(card + 1), voice, cue, claim, fields: { polarity: "asserts" } });
  }
  for (const [place, { type, start, end, entity }] of ranges.entries())
    spans.push({
      ...{ id: idOf(place + 1), type, segments: [selectorOf(text, { start, end })], provenance },
      ...(entity !== undefined && { entity }),
    });
  return { text, spans, attributions };
}

/** Writes files directly: through the door each article would wait for its flushes. */
async function writeProject(path: string, articles: number): Promise<void> {
  const sources = Math.max(10, articles >> 1);
  const entities = Array.from(
    { length: sources },
    (_, source): Entity => ({
      ...{ id: idOf(source + 1), name: `Source ${source}`, type: "person", aliases: [] },
      naming: source % 7 === 0 ? "anonymous" : "named",
    }),
  );
  const project = {
    schemaVersion,
    id: "benchproject",
    name: "Bench",
    createdAt: at,
    tagset: newsAttribution,
  };
  await createProject(
    nodeDisk,
    path,
    { ...project, annotators: [{ id: annotator, name: "Bench" }] },
    entities,
  );
  for (let number = 1; number <= articles; number += 1) {
    const id = idOf(number);
    const { text, ...records } = articleWith(number, sources);
    const textHash = sha256(text);
    const day = new Date(Date.UTC(2024, 0, 1 + (number % 730))).toISOString().slice(0, 10);
    const fact = { from: "person" } as const;
    const article: Article = {
      ...{
        id,
        title: `Article ${number}`,
        addedAt: at,
        textHash,
        length: text.length,
        metadata: [],
        original: null,
      },
      about: [
        { field: "publisher", value: `Outlet ${number % 12}`, ...fact },
        { field: "date", value: day, ...fact },
      ],
    };
    const set: AnnotationSetJson = {
      articleId: id,
      annotatorId: annotator,
      textHash,
      exclusions: [],
      ...records,
    };
    const facts = { revision: 1, seqByDevice: new Map(), recent: [], before: null };
    mkdirSync(join(path, "articles", id), { recursive: true });
    mkdirSync(join(path, "annotations", id), { recursive: true });
    writeFileSync(join(path, "articles", id, "article.json"), prettyJson(article));
    writeFileSync(join(path, "articles", id, "text.txt"), text);
    writeFileSync(join(path, "annotations", id, `${annotator}.json`), prettyJson(setFileOfJson(set, facts)));
  }
}

interface IndexTimes {
  readonly articles: number;
  readonly cards: number;
  /** Seconds of the processor until the first figure of a project that was never counted, and of one that was. */
  readonly first: number;
  readonly again: number;
  /** Bytes in the home, and of objects. */
  readonly disk: number;
  readonly memory: number;
  /** Milliseconds of the processor by measure and grouping. */
  readonly measures: readonly {
    readonly name: string;
    readonly milliseconds: number;
    readonly groups: number;
  }[];
}

const questions: readonly (readonly [measure: string, by: readonly string[]])[] = [
  ["statements", []],
  ["new-voices", []],
  ["space", []],
  ["anonymity-articles", ["publisher"]],
  ["attributed-share", ["month"]],
  ["source-mix", ["publisher"]],
  ["sources-median", []],
  ["concentration", []],
  ["appearances", ["entity"]],
  ["statements", ["entity"]],
  ["space", ["entity"]],
  ["first-voice", ["entity"]],
];

export async function timeIndex(articles: number): Promise<IndexTimes> {
  const folder = await mkdtemp(join(tmpdir(), "sayso-bench-"));
  const path = join(folder, "project");
  const home = join(folder, "home");
  try {
    await writeProject(path, articles);
    const first = await withProject(home, path, ({ measure }) => timed(() => measure("statements", [])));
    const disk = await bytesBelow(join(home, "insight"));
    const again = await withProject(home, path, async ({ measure, list }) => {
      const before = heap();
      const milliseconds = await timed(() => measure("statements", []));
      const memory = heap() - before;
      const measures = [];
      for (const [name, by] of questions) {
        let groups = 0;
        const taken = await timed(async () => {
          groups = await measure(name, by);
        });
        measures.push({ name: [name, ...by].join(" by "), milliseconds: taken, groups });
      }
      for (const [name, asked] of listings) {
        let groups = 0;
        const taken = await timed(async () => {
          groups = await list(asked);
        });
        measures.push({ name: `list ${name}`, milliseconds: taken, groups });
      }
      return { milliseconds, memory, measures };
    });
    return {
      ...{
        articles,
        cards: articles * cardsEach,
        disk,
        first: first / 1_000,
        again: again.milliseconds / 1_000,
      },
      ...{ memory: again.memory, measures: again.measures },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lists of statements, as the window asks for them. */
const listings: readonly (readonly [
  name: string,
  asked: Partial<StatementQuery> & { readonly isCounting?: boolean },
])[] = [
  ["in reading order", {}],
  ["by claim", { sort: { by: "claim", isDescending: false } }],
  [
    "by voice, of a publisher",
    { where: { publisher: ["Outlet 3"] }, sort: { by: "voice", isDescending: true } },
  ],
  ["with all counts", { isCounting: true }],
  ["of cues in context", { node: "cue", sort: { by: "after", isDescending: false } }],
];

interface Asking {
  readonly measure: Measure;
  /** Gives the number of rows. */
  readonly list: (asked: (typeof listings)[number][1]) => Promise<number>;
}

type Measure = (measure: string, by: readonly string[]) => Promise<number>;

/** `work` is given what asks: for figures, of which it tells the number of groups, and for lists. */
async function withProject<T>(home: string, path: string, work: (asking: Asking) => Promise<T>): Promise<T> {
  const core = await createCore({ host: "cli", version: "0.0.0", home });
  const client = clientOver({
    call: (name, input) => core.dispatch(name, input, "bench"),
    subscribe: () => () => undefined,
  });
  try {
    const { handle: project } = await client.call("project.open", { path, mode: "read" });
    return await work({
      async measure(measure, by) {
        const query = { project, measures: [measure], by, scope: defaultScope, seed: 1 };
        const { report, damaged } = await client.call("insight.measure", query);
        if (!report?.ok || damaged.length > 0) throw new Error(JSON.stringify([report, damaged[0]]));
        return report.measures[0]?.groups.length ?? 0;
      },
      async list({ isCounting = false, ...asked }) {
        const { sets, set, filter } = defaultScope;
        const sort = { by: "text", isDescending: false };
        const query = {
          scope: { sets, set, filter },
          cards: null,
          typed: "",
          where: {},
          sort,
          node: null,
          ...asked,
        };
        const window = { from: 0, count: 100 };
        const { listed } = await client.call("statements.list", {
          project,
          query,
          isCounting,
          window,
          around: null,
        });
        if (!listed?.ok) throw new Error(JSON.stringify(listed));
        return listed.total;
      },
    });
  } finally {
    await core.close();
  }
}

/** Milliseconds of the processor, which other work on the machine changes less than those of the clock. */
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
