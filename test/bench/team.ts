// Makes a project of many articles and people, shares it over git and synchronises some days of work, and lets git do the same with the same files:
// what both take, and how large the repository becomes. `node team.mjs FOLDER ARTICLES DAYS`; the outcome as JSON on the last line.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cloneProject } from "../../main/core/team/clone-project.ts";
import { shareProject, syncProject } from "../../main/core/team/sync.ts";
import type { TeamContext } from "../../main/core/team/team-store.ts";
import { addArticle, listArticles } from "../../main/storage/articles/article-files.ts";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { sha256 } from "../../main/storage/files/json-text.ts";
import { makeHome } from "../../main/storage/home/home-folder.ts";
import { annotationsFolder, createProject } from "../../main/storage/project/project-folder.ts";
import { openSetStore } from "../../main/storage/sets/set-store.ts";
import type { Article } from "../../shared/model/article.ts";
import { added } from "../../shared/model/change.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { sharedKind } from "../../shared/team/shared-file.ts";
import { newId } from "../main/core/span-of.ts";

const [folder = "", articleCount = 500, days = 3] = process.argv
  .slice(2)
  .map((word, at) => (at === 0 ? word : Number(word))) as [string, number, number];
const people = Array.from({ length: 20 }, (_, at) => ({
  id: `person${"abcdefghijklmnopqrst"[at]}`,
  name: `Person ${at}`,
}));
/** People who have annotated an article, marks of each, and articles that each annotates in a day. */
const [annotators, marks, articlesADay] = [2, 30, 8];
const aTime = "2026-01-01T00:00:00.000Z";

const textOf = (number: number): string =>
  Array.from(
    { length: 40 },
    (_, at) => `Sentence ${at} of article ${number}: the mayor said that it was safe.`,
  ).join("\n");

async function annotate(root: string, article: Article, person: string, text: string): Promise<void> {
  const place = {
    ...{ folder: annotationsFolder(root, article), project: "teambench", article: article.id },
    ...{ annotator: person, textHash: article.textHash },
  };
  const store = await openSetStore({
    ...{ disk: nodeDisk, root, place, device: `device${person}`, now: () => new Date().toISOString() },
    fence: () => Promise.resolve(),
    onSnapshotFailed: () => undefined,
  });
  const first = store.revision();
  const changes = Array.from({ length: marks }, (_, at) => {
    const start = ((first + at) * 13) % (text.length - 10);
    const provenance = { annotator: person, at: aTime, origin: { by: "human" as const } };
    const segments = [selectorOf(text, { start, end: start + 6 })];
    return { opId: newId(), change: { spans: added({ id: newId(), type: "cue", segments, provenance }) } };
  });
  await store.append(changes);
  await store.close();
}

async function makeProject(root: string): Promise<void> {
  const project = {
    schemaVersion,
    id: "teambench",
    name: "Bench",
    createdAt: aTime,
    tagset: newsAttribution,
  };
  await createProject(nodeDisk, root, { ...project, annotators: people }, []);
  for (let number = 0; number < articleCount; number += 1) {
    const text = textOf(number);
    const article: Article = {
      ...{ id: newId(), title: `Article ${number}`, addedAt: aTime, textHash: sha256(text) },
      ...{ length: text.length, metadata: [], original: null },
    };
    await addArticle(nodeDisk, root, { article, text, original: null });
    for (let at = 0; at < annotators; at += 1)
      await annotate(root, article, people[(number + at) % 20]?.id ?? "", text);
  }
}

/** What these people do in a day. */
async function aDay(root: string, day: number, who: readonly (typeof people)[number][]): Promise<void> {
  const { articles } = await listArticles(nodeDisk, root);
  for (const [at, { id }] of who.entries())
    for (let number = 0; number < articlesADay; number += 1) {
      const article = articles[(day * 160 + at * articlesADay + number) % articles.length];
      if (article) await annotate(root, article, id, textOf(Number(article.title.split(" ")[1])));
    }
}

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=b@example.org", ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** The files that Sayso shares, to a folder in which git alone works. */
function copyShared(root: string, store: string, to: string): void {
  const names = git(store, "--git-dir", store, "ls-tree", "-r", "-z", "--name-only", "refs/sayso/mine");
  for (const path of names.split("\0").filter((one) => one !== "" && sharedKind(one) !== null)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(root, path), join(to, path), { preserveTimestamps: true });
  }
}

function bytesIn(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const contextOf = (name: string): TeamContext => ({
  ...{ disk: nodeDisk, home: join(folder, name, "home"), version: "0.0.0", name, device: `device${name}` },
  now: () => new Date().toISOString(),
});
const storeOf = (name: string): string => join(folder, name, "home", "team", "teambench", "store.git");

const [ana, ben] = [join(folder, "ana", "project"), join(folder, "ben", "project")];
const [shared, own, work, other] = ["shared", "own.git", "work", "other"].map((name) =>
  join(folder, name),
) as [string, string, string, string];
for (const name of ["ana", "ben"]) await makeHome(nodeDisk, join(folder, name, "home"));
await makeProject(ana);
process.stderr.write("the project is made\n");
const share = await timed(() => shareProject(contextOf("ana"), ana, shared));
const clone = await timed(() => cloneProject(contextOf("ben"), shared, ben));
mkdirSync(work);
copyShared(ana, storeOf("ana"), work);
const files = bytesIn(work);
const gitShare = await timed(() => {
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", own);
  git(work, "init", "--quiet", "--initial-branch=main");
  git(work, "add", "--all");
  git(work, "commit", "--quiet", "--message", "First");
  git(work, "push", "--quiet", own, "main");
});
const gitClone = await timed(() => git(folder, "clone", "--quiet", own, other));
git(shared, "--git-dir", shared, "gc", "--quiet", "--prune=now");
const sizes = [bytesIn(shared)];
const [sync, gitSync]: [number[], number[]] = [[], []];
for (let day = 0; day < days; day += 1) {
  // Nineteen send first; then one who has worked as well receives their day and sends their own.
  await aDay(ana, day, people.slice(1));
  await syncProject(contextOf("ana"), ana);
  await aDay(ben, day, people.slice(0, 1));
  sync.push(await timed(() => syncProject(contextOf("ben"), ben)));
  copyShared(ana, storeOf("ana"), work);
  git(work, "add", "--all");
  git(work, "commit", "--quiet", "--message", "Day");
  git(work, "push", "--quiet", own, "HEAD:main");
  const before = git(
    folder,
    "--git-dir",
    storeOf("ben"),
    "diff-tree",
    "-r",
    "--name-only",
    "refs/sayso/mine^1^{tree}",
    "refs/sayso/mine^1~1^{tree}",
  );
  for (const path of before.split("\n").filter((one) => one !== "" && sharedKind(one) !== null)) {
    mkdirSync(dirname(join(other, path)), { recursive: true });
    cpSync(join(ben, path), join(other, path), { preserveTimestamps: true, force: true });
  }
  gitSync.push(
    await timed(() => {
      git(other, "add", "--all");
      git(other, "commit", "--quiet", "--message", "Mine");
      git(other, "pull", "--quiet", "--no-rebase", "--no-edit", own, "main");
      git(other, "push", "--quiet", own, "HEAD:main");
    }),
  );
  await syncProject(contextOf("ana"), ana);
  git(work, "pull", "--quiet", "--no-rebase", "--no-edit", own, "main");
  git(shared, "--git-dir", shared, "gc", "--quiet", "--prune=now");
  sizes.push(bytesIn(shared));
  process.stderr.write(`day ${day + 1} of ${days}\n`);
}
process.stdout.write(
  `${JSON.stringify({ articles: articleCount, files, share, gitShare, clone, gitClone, sync, gitSync, sizes, from: relative(folder, ana) })}\n`,
);
