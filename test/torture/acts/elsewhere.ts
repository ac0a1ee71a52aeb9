// Acts of others and on others: the lock taken over and taken back, and another project that is made, put in the trash, had back and
// deleted for good.

import { join } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { ProjectInTrash } from "../../../shared/api/trash.ts";
import { ApiError, type Problem } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Act, Desk } from "../act.ts";
import { noSecond, type SecondProject, secondIn, type Truth } from "../truth.ts";
import { afterChange, articlesOf, spanIn } from "./changes.ts";
import { sentence } from "./files.ts";

const one = (span: Span) => ({ spans: { added: [span], updated: [], removed: [] } });

/** Saves a mark; one that is there already was saved before the disk failed. */
async function mark(client: Client, project: Id, article: Id, span: Span): Promise<void> {
  const { revision, set } = await client.call("article.open", { project, article });
  if (set.spans.some(({ id }) => id === span.id)) return;
  await client.call("annotations.apply", { project, article, opId: span.id, revision, change: one(span) });
}

/** Somebody else takes the project over and saves; whoever had it notices, takes it back, and brings in what was not saved. */
const takenOver: Act = {
  name: "the lock taken over",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const article = desk.random.pick(articles);
    const [theirs, ours] = [spanIn(desk, article), spanIn(desk, article)];
    const first = afterChange(desk.truth, { article: article.id, change: one(theirs) });
    const both = first && afterChange(first, { article: article.id, change: one(ours) });
    if (!both) return null;
    return {
      stages: [first, both],
      async run(acknowledged) {
        const path = join(desk.root, "project");
        // Asked once more after a fault, it may be open no longer.
        const { handle, revision, spans } = await openedAt(desk, article.id).catch(async (error: unknown) => {
          if (!(error instanceof ApiError) || error.problem !== "project-not-open") throw error;
          const again = await desk.reopen();
          holdWritable(again);
          return openedAt({ client: desk.client, handle: again.handle }, article.id);
        });
        const other = await desk.other();
        try {
          const seen = await other.client.call("project.open", { path, mode: "write" });
          // Asked once more after a fault, it may be free already.
          const lock = seen.readOnly?.detail.lock;
          const taken = lock
            ? await other.client.call("project.open", { path, mode: "write", takeOver: String(lock) })
            : seen;
          holdWritable(taken);
          await mark(other.client, taken.handle, article.id, theirs);
          acknowledged();
          // A call that was saved before the fault is answered as it was then.
          if (!spans.has(ours.id))
            await keptOutside(desk, { handle, article: article.id, revision, span: ours });
        } finally {
          await other.close();
        }
        const opened = await desk.reopen();
        holdWritable(opened);
        // What was kept outside is in by now; where keeping failed, the window sends it again.
        await mark(desk.client, opened.handle, article.id, ours);
        acknowledged();
      },
    };
  },
};

async function openedAt(
  { client, handle }: Pick<Desk, "client" | "handle">,
  article: Id,
): Promise<{ handle: Id; revision: number; spans: ReadonlySet<Id> }> {
  const { revision, set } = await client.call("article.open", { project: handle, article });
  return { handle, revision, spans: new Set(set.spans.map(({ id }) => id)) };
}

/** What hinders writing is told with the project, which opens to be read. */
function holdWritable({ readOnly }: OpenProject): void {
  if (!readOnly) return;
  const { why, detail } = readOnly;
  const problem = why === "locked" ? "project-locked" : (detail.problem ?? "storage-failed");
  throw new ApiError(problem as Problem, detail);
}

/** Writes as somebody who has heard of nothing: it is refused, and kept. */
async function keptOutside(
  { client }: Desk,
  { handle, article, revision, span }: { handle: Id; article: Id; revision: number; span: Span },
): Promise<void> {
  const asked = { project: handle, article, opId: span.id, revision, change: one(span) };
  const answer = await client.call("annotations.apply", asked).then(
    () => null,
    (error: unknown) => error,
  );
  if (answer === null) throw new Error("It was saved by somebody who had lost the lock.");
  if (!(answer instanceof ApiError)) throw answer;
}

const withSecond = (truth: Truth, second: SecondProject): Truth => ({ ...truth, second });

/** A call on the other project; asked once more after a fault, it may be done already. */
function onSecond(
  name: string,
  from: SecondProject["place"],
  next: (titles: readonly string[], title: string) => readonly SecondProject[],
  call: (desk: Desk, path: string, title: string) => Promise<void>,
): Act {
  return {
    name,
    plan(desk) {
      const { truth } = desk;
      if (truth.second.place !== from) return null;
      const title = `report-${desk.random.below(1_000_000)}`;
      return {
        stages: next(truth.second.titles, title).map((second) => withSecond(truth, second)),
        // An article that was not acknowledged may be there, and comes once more then.
        mayAdd: [`there: ${title},${title}`],
        async run(acknowledged) {
          await call(desk, secondIn(join(desk.root, "project")), title);
          for (const _stage of next([], title)) acknowledged();
        },
      };
    },
  };
}

/** One that cannot be read is not gone. */
async function inTrash({ client }: Desk, path: string): Promise<ProjectInTrash | undefined> {
  const { projects, unread } = await client.call("projects.inTrash", {});
  const [file] = unread;
  if (file !== undefined) throw new ApiError("folder-unreadable", { file });
  return projects.find(({ from }) => from === path);
}

const isThere = ({ client }: Desk, path: string): Promise<boolean> =>
  client.call("project.open", { path, mode: "read" }).then(
    ({ handle }) => client.call("project.close", { project: handle }).then(() => true),
    () => false,
  );

const made = onSecond(
  "another project made",
  "nowhere",
  (_titles, title) => [
    { place: "there", titles: [] },
    { place: "there", titles: [title] },
  ],
  async (desk, path, title) => {
    const { client } = desk;
    const opened = (await isThere(desk, path))
      ? await client.call("project.open", { path, mode: "write" })
      : await client.call("project.create", { path, name: "Second" });
    holdWritable(opened);
    const { handle: project, articles } = opened;
    const text = sentence(Number(/\d+/.exec(title)?.[0]));
    if (articles.length === 0) await client.call("article.importText", { project, name: title, text });
    await client.call("project.close", { project });
  },
);

const putAway = onSecond(
  "another project moved to the trash",
  "there",
  (titles) => [{ place: "in the trash", titles }],
  async (desk, path) => {
    if (!(await inTrash(desk, path))) await desk.client.call("project.putAway", { path });
  },
);

const takenBack = onSecond(
  "another project restored from the trash",
  "in the trash",
  (titles) => [{ place: "there", titles }],
  async (desk, path) => {
    const item = await inTrash(desk, path);
    if (item) await desk.client.call("projects.takeBack", { path: item.path });
  },
);

const deleted = onSecond(
  "another project deleted for good",
  "in the trash",
  () => [noSecond],
  async (desk, path) => {
    const item = await inTrash(desk, path);
    if (item) await desk.client.call("projects.deleteForGood", { paths: [item.path] });
  },
);

export const elsewhere: readonly Act[] = [takenOver, made, putAway, takenBack, deleted];
