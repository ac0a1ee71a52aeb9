// Where the harness works: a project with two articles and a colleague's packages, made once on a disk in memory, and people who
// open it on whatever disk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type CoreOptions, createCore } from "../../main/core/core.ts";
import type { Disk } from "../../main/storage/files/disk.ts";
import { type Client, clientOver } from "../../shared/api/client.ts";
import type { Event, OpenProject } from "../../shared/api/contract.ts";
import type { ApiErrorData } from "../../shared/errors/errors.ts";
import { setToJson } from "../../shared/model/annotation-set.ts";
import type { Id, NewId } from "../../shared/model/id.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import { records } from "../../shared/model/table.ts";
import type { Act, Desk } from "./act.ts";
import { type Package, sentence } from "./acts/files.ts";
import { actsWith } from "./acts/index.ts";
import { type MemoryDisk, memoryDisk } from "./memory-disk.ts";
import { idsFrom, type Random, randomFrom } from "./random.ts";
import { observe, type Truth } from "./truth.ts";

/** Somebody at a core of their own. */
export interface Worker {
  readonly client: Client;
  /** Tells of every event that the core sends. */
  hear(listener: (event: Event) => void): void;
  /** What it works on. */
  readonly disk: Disk;
  close(): Promise<void>;
}

/** `home`: the folder of their settings. No backups are made unless the options say so. */
export async function workerAt(
  home: string,
  disk: Disk,
  options: Partial<CoreOptions> & { readonly name?: string } = {},
): Promise<Worker> {
  const { name, ...rest } = options;
  const core = await createCore({
    host: "browser",
    version: "0.0.0",
    home,
    disk,
    backupPauses: null,
    ...rest,
  });
  const client = clientOver({
    call: (method, input) => core.dispatch(method, input, "window"),
    subscribe: () => () => undefined,
  });
  if (name !== undefined) await client.call("settings.set", { annotatorName: name });
  const hear: Worker["hear"] = (listener) => void core.subscribe((event) => listener(event));
  return { client, hear, disk, close: () => core.close() };
}

/** Where things are: below `root`, on the disk in memory as on a real one. */
export const homeIn = (root: string): string => join(root, "home");
export const projectIn = (root: string): string => join(root, "project");

export interface Place {
  readonly root: string;
  readonly disk: MemoryDisk;
  readonly acts: readonly Act[];
  readonly packages: readonly Package[];
}

/** A project by Ana, and two packages by Ben, who has a copy of it. `root`: a folder that is only there for the log. */
export async function placeOf(root: string): Promise<Place> {
  const disk = memoryDisk();
  const newId = idsFrom(randomFrom(0));
  const ana = await workerAt(homeIn(root), disk, { name: "Ana", newId });
  const made = await ana.client.call("project.create", { path: projectIn(root), name: "Bridges" });
  for (const number of [1, 2, 3])
    await ana.client.call("article.importText", {
      project: made.handle,
      name: `r${number}`,
      text: sentence(number),
    });
  await ana.close();

  const theirs = join(root, "ben", "project");
  for (const path of disk.files())
    if (path.startsWith(`${projectIn(root)}/`))
      disk.put(join(theirs, path.slice(projectIn(root).length + 1)), disk.bytesAt(path));
  const ben = await workerAt(join(root, "ben", "home"), disk, { name: "Ben", newId });
  const project = await ben.client.call("project.open", { path: theirs, mode: "write" });
  const packages = [
    await packageOf(ben.client, project, newId, join(root, "ben-1.json")),
    await packageOf(ben.client, project, newId, join(root, "ben-2.json")),
  ];
  await ben.close();
  return { root, disk, acts: actsWith(packages), packages };
}

/** Ben says something more about each article, and writes a package of it. */
async function packageOf(client: Client, project: OpenProject, newId: NewId, path: string): Promise<Package> {
  const file = basename(path);
  const { handle, annotator } = project;
  if (!annotator) throw new Error("Ben cannot write.");
  const entity = { id: newId(), name: file, type: "person", naming: "named", aliases: [] } as const;
  for (const [at, article] of project.articles.entries()) {
    const { text, revision } = await client.call("article.open", { project: handle, article: article.id });
    const start = 5 * revision;
    const span = {
      id: newId(),
      type: "speaker",
      segments: [selectorOf(text, { start, end: start + 4 })],
      entity: entity.id,
      provenance: {
        annotator: annotator.id,
        at: "2026-01-01T00:00:00.000Z",
        origin: { by: "human" as const },
      },
    };
    const entities = at === 0 ? { entities: { added: [entity], updated: [], removed: [] } } : {};
    const change = { spans: { added: [span], updated: [], removed: [] }, ...entities };
    await client.call("annotations.apply", {
      project: handle,
      article: article.id,
      opId: newId(),
      revision,
      change,
    });
  }
  const choice = { articles: null, annotators: null, history: false, blind: null, overwrite: false };
  await client.call("review.package", { project: handle, path, ...choice });
  const again = await client.call("project.open", { path: project.path, mode: "write" });
  const { articles, entities } = await observe(client, again, null);
  const sets = new Map(Array.from(articles, ([id, { own }]) => [id, setToJson(own)]));
  return { file, annotator, sets, entities: [...records(entities)] };
}

/** An open project, ready for acts; `truth`: what must be there, looked at and taken as it is where it is not known. */
export async function deskOf(
  worker: Worker,
  root: string,
  random: Random,
  before: Truth | null = null,
  isHarmless?: (warning: ApiErrorData) => boolean,
): Promise<{ readonly desk: Omit<Desk, "truth">; readonly truth: Truth; readonly project: OpenProject }> {
  const { client } = worker;
  const project = await client.call("project.open", { path: projectIn(root), mode: "write" });
  const truth = await observe(client, project, before, isHarmless);
  let { handle } = project;
  const desk = {
    client,
    get handle(): Id {
      return handle;
    },
    async reopen(takeOver?: string): Promise<OpenProject> {
      const again = {
        path: projectIn(root),
        mode: "write",
        ...(takeOver !== undefined && { takeOver }),
      } as const;
      const opened = await client.call("project.open", again);
      handle = opened.handle;
      return opened;
    },
    other: () => workerAt(join(root, "other home"), worker.disk, { name: project.annotator?.name ?? "" }),
    project: project.project.id,
    self: project.annotator?.id ?? "",
    root,
    random,
    newId: idsFrom(random),
    now: laterEachTime(truth),
  };
  return { desk, truth, project };
}

/** A clock of a window: never before a step that is there already. */
function laterEachTime({ steps }: Truth): () => string {
  let time = Math.max(Date.now(), ...steps.map(({ at }) => Date.parse(at)));
  return () => {
    time += 1;
    return new Date(time).toISOString();
  };
}

/** A folder that is removed at the end of the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>, within = tmpdir()): Promise<T> {
  const folder = mkdtempSync(join(within, "sayso-torture-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes what is on a disk in memory to the same paths below another folder. */
export function writeOut({ disk, root }: Pick<Place, "disk" | "root">, to: string): void {
  for (const path of disk.files()) {
    const bytes = disk.bytesAt(path);
    const out = join(to, path.slice(root.length));
    mkdirSync(dirname(out), { recursive: true, mode: 0o700 });
    if (bytes) writeFileSync(out, bytes, { mode: 0o600 });
  }
}
