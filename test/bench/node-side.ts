// The parts of the benchmark that need the application's own code in Node: finding a browser, and timing a tag on its way
// to the disk. Bundled by `run.mjs`.
import { randomBytes } from "node:crypto";
import { mkdtemp, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCore } from "../../main/core/core.ts";
import type { Reply } from "../../shared/api/client.ts";
import type { ImportReport, OpenArticle, OpenProject, Saved } from "../../shared/api/contract.ts";
import { added } from "../../shared/model/change.ts";
import { type Id, idFromBytes } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";

export { findChromium, findHeadlessChromium } from "../../main/cli/ensure-chromium.ts";
export { benchAnnotator, writeLargeProject } from "./large-project.ts";
export { timeAlignment } from "./many-annotators.ts";
export { timeIndex, timeViews } from "./project-index.ts";
export { timeComparison, timeMeasures } from "./reviewed-sets.ts";

/** Milliseconds, a pair for each tag: through the core until acknowledged, and a bare flushed append of as many bytes. */
export interface DiskTimes {
  readonly tag: readonly number[];
  readonly append: readonly number[];
}

/** Says in a home who works there. */
export async function giveName(home: string, annotatorName: string): Promise<void> {
  const core = await createCore({ host: "cli", version: "0.0.0", home });
  try {
    resultOf(await core.dispatch("settings.set", { annotatorName }, newId()));
  } finally {
    await core.close();
  }
}

const newId = (): Id => idFromBytes(randomBytes(16));

export async function timeDisk(tags: number): Promise<DiskTimes> {
  const folder = await mkdtemp(join(tmpdir(), "sayso-bench-"));
  const core = await createCore({ host: "cli", version: "0.0.0", home: join(folder, "home") });
  const client = newId();
  const call = async <T>(name: string, input: unknown): Promise<T> =>
    resultOf<T>(await core.dispatch(name, input, client));
  try {
    await call("settings.set", { annotatorName: "Bench" });
    const path = join(folder, "project");
    const { handle: project } = await call<OpenProject>("project.create", { path, name: "Bench" });
    const text = "The minister said on Tuesday that it would rain. ".repeat(200);
    const { article } = await call<ImportReport>("article.importText", { project, name: null, text });
    const { set, revision } = await call<OpenArticle>("article.open", { project, article: article.id });
    const bare = await open(join(folder, "bare"), "a");
    const times = { tag: [] as number[], append: [] as number[] };
    let at = revision;
    for (let tag = 0; tag < tags; tag += 1) {
      const start = tag * 49;
      const provenance = {
        annotator: set.annotatorId,
        at: new Date().toISOString(),
        origin: { by: "human" },
      } as const;
      const segments = [selectorOf(text, { start, end: start + 12 })];
      const change = { spans: added({ id: newId(), type: "speaker", segments, provenance }) };
      const before = await journalSize(path);
      const began = performance.now();
      const saved = await call<Saved>("annotations.apply", {
        project,
        article: article.id,
        opId: newId(),
        revision: at,
        change,
      });
      times.tag.push(performance.now() - began);
      at = saved.revision;
      const bytes = Buffer.alloc(Math.max(1, (await journalSize(path)) - before), "x");
      const bareBegan = performance.now();
      await bare.appendFile(bytes);
      await bare.datasync();
      times.append.push(performance.now() - bareBegan);
    }
    await bare.close();
    return times;
  } finally {
    await core.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function resultOf<T>(reply: Reply): T {
  if (!reply.ok) throw new Error(`The core refused: ${JSON.stringify(reply.error)}`);
  return reply.value as T;
}

async function journalSize(project: string): Promise<number> {
  const names = await readdir(project, { recursive: true });
  const sizes = names.filter((name) => name.endsWith(".journal")).map((name) => stat(join(project, name)));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}
