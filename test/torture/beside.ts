// How long a save waits at most while all of a large project is copied into the home, as it is once a day, beside the same saves with
// nothing beside them.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LiveProject } from "../../main/core/project/live-project.ts";
import { openNow } from "../../main/core/project/own-sets.ts";
import { copyBeside } from "../../main/core/recovery/backup-rounds.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { copiesOn } from "../../main/storage/home/backups.ts";
import { annotationsFolder } from "../../main/storage/project/project-folder.ts";
import type { CopyRound } from "../../main/storage/recovery/copy-round.ts";
import { writeFirstSet } from "../../main/storage/sets/imported-set.ts";
import { openSetStore, type SetStore } from "../../main/storage/sets/set-store.ts";
import { emptySet } from "../../shared/model/annotation-set.ts";
import type { Article } from "../../shared/model/article.ts";
import { added } from "../../shared/model/change.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { tableOf } from "../../shared/model/table.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { newId, spanOf } from "../main/core/span-of.ts";
import { sentence } from "./acts/files.ts";
import { counted, type Part, scaled } from "./part.ts";
import { inFolder } from "./place.ts";

/** Milliseconds between two saves, of somebody who tags as fast as nobody does; so that no snapshot is due meanwhile. */
const pause = 20;
const text = sentence(1);
const textHash = "0".repeat(64);
const self = newId();

const articleOf = (at: number): Article => ({
  id: newId(),
  title: `Report ${at}`,
  original: null,
  textHash,
  length: text.length,
  metadata: [],
  addedAt: "2026-01-01T00:00:00.000Z",
});

/** Milliseconds that this thread has computed so far; nobody else's work counts, as it does in the time that passes. Linux tells. */
const computed = (): number =>
  process.platform === "linux"
    ? Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6
    : performance.now();

interface Waits {
  /** How long each save took, the shortest first. */
  readonly times: readonly number[];
  /** The most that this thread computed from one save to the next. */
  readonly busy: number;
}

/** Saves one tag after the other, with a pause between them, until it is told to stop. */
async function saving(store: SetStore, isOver: () => boolean): Promise<Waits> {
  const times: number[] = [];
  let busy = 0;
  for (let before = computed(); !isOver(); ) {
    const began = performance.now();
    await store.append([{ opId: newId(), change: { spans: added(spanOf(self, text, times.length % 10)) } }]);
    times.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, pause));
    const now = computed();
    busy = Math.max(busy, now - before);
    before = now;
  }
  return { times: times.sort((a, b) => a - b), busy };
}

const shareOf = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const told = ({ times, busy }: Waits): string => {
  const waits = [...[0.5, 0.99].map((share) => shareOf(times, share)), times.at(-1) ?? 0];
  return `${[...waits, busy].map((time) => `${time.toFixed(1)} ms`).join(", ")} (of ${counted(times.length)})`;
};

export const besideCopy: Part = {
  id: "beside",
  title: "A save beside the day's copies",
  run: ({ scale, children, tell }) =>
    inFolder(async (root) => {
      const project = newId();
      const placeOf = (article: Article, annotator = self) => ({
        ...{ folder: annotationsFolder(root, article), project, article: article.id, annotator, textHash },
      });
      const [size, others] = [scaled(20_000, scale), scaled(200, scale)];
      const articles = Array.from({ length: others }, (_, at) => articleOf(at));
      const colleague = newId();
      for (const article of articles) {
        const spans = tableOf(Array.from({ length: 500 }, (_, at) => spanOf(colleague, text, at % 10)));
        const of = emptySet({ articleId: article.id, annotatorId: colleague, textHash });
        mkdirSync(annotationsFolder(root, article), { recursive: true });
        await writeFirstSet(nodeDisk, placeOf(article, colleague), { ...of, spans });
      }
      const open = articleOf(others);
      const store = await openSetStore({
        disk: nodeDisk,
        root,
        place: placeOf(open),
        device: newId(),
        now: () => new Date().toISOString(),
        fence: () => Promise.resolve(),
        onSnapshotFailed: () => undefined,
      });
      await store.append(
        Array.from({ length: size }, (_, at) => ({
          opId: newId(),
          change: { spans: added(spanOf(self, text, at % 10)) },
        })),
      );
      await store.compact();
      tell("the project is made");

      const home = join(root, "home");
      const annotators = [self, colleague];
      const round: CopyRound = {
        ...{ root, home, at: new Date().toISOString() },
        project: {
          ...{ id: project, schemaVersion, name: "Large", createdAt: "2026-01-01T00:00:00.000Z" },
          ...{ tagset: newsAttribution, annotators: annotators.map((id) => ({ id, name: id })) },
        },
        registry: { schemaVersion, entities: [] },
        sets: [...articles, open].map((article) => ({ article, annotators })),
      };
      const liveProject = {
        sets: new Map([[open.id, { store }]]),
        curated: new Map(),
      } as unknown as LiveProject;
      const failed: string[] = [];
      let isOver = false;
      const copy = (async () => {
        const began = performance.now();
        try {
          await copyBeside(
            { disk: nodeDisk, options: {} } as Parameters<typeof copyBeside>[0],
            round,
            {
              held: (article) => openNow(liveProject, article),
              registryNow: async () => ({ registry: round.registry, at: round.at }),
              onFailed: (file, { problem }) => failed.push(`${file}: ${problem}`),
              signal: new AbortController().signal,
              isLast: false,
            },
            join(children, "backup-thread.mjs"),
          );
          return performance.now() - began;
        } finally {
          isOver = true;
        }
      })();
      const beside = await saving(store, () => isOver);
      const lasted = await copy;
      tell("it is copied");
      await store.compact();
      const until = performance.now() + lasted;
      const alone = await saving(store, () => performance.now() > until);
      await store.close();

      const copies = await copiesOn({ disk: nodeDisk, home, project });
      return {
        figures: [
          ["annotations copied", `${counted(size + others * 500)} in ${counted(others + 1)} sets`],
          [
            "copies made, read back, in the thread",
            `${counted(copies.length)} in ${(lasted / 1_000).toFixed(1)} s`,
          ],
          [
            "a save beside it, in the largest set: median, 99th of a hundred, longest; the most that its thread computed from one to the next",
            told(beside),
          ],
          ["the same with nothing beside it", told(alone)],
        ],
        failures: [...failed, ...(copies.length === others + 3 ? [] : [`${copies.length} copies were made`])],
      };
    }),
};
