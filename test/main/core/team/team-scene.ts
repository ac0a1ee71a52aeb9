// Two people with a home each, who work on one project that is shared in a folder, over real git.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { cloneProject } from "../../../../main/core/team/clone-project.ts";
import { shareProject, syncProject } from "../../../../main/core/team/sync.ts";
import type { TeamContext } from "../../../../main/core/team/team-store.ts";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { isSnapshot, sharedKind } from "../../../../shared/team/shared-file.ts";
import { newId, person, projectWith, spanBy, temporaryFolder } from "../workplace.ts";

export interface Colleague {
  readonly name: string;
  readonly home: string;
  readonly root: string;
  readonly context: TeamContext;
}

export interface TeamScene {
  readonly ana: Colleague;
  readonly ben: Colleague;
  readonly shared: string;
  readonly article: Id;
}

/** Somebody who has opened Sayso before. `place`: the folder of this machine of theirs. */
export async function colleague(at: string, name: string, place = name): Promise<Colleague> {
  const home = join(at, place, "home");
  mkdirSync(join(at, place));
  await (await person(home, name)).core.close();
  const { device } = JSON.parse(readFileSync(join(home, "device.json"), "utf8")) as { device: Id };
  const context = {
    disk: nodeDisk,
    home,
    version: "0.0.0",
    name,
    device,
    now: () => new Date().toISOString(),
  };
  return { name, home, root: join(at, place, "bridges"), context };
}

/** Ana shares a project with one article and one mark; Ben has taken it. */
export async function teamScene(): Promise<TeamScene> {
  const at = temporaryFolder();
  const shared = join(at, "drive", "bridges");
  mkdirSync(join(at, "drive"));
  const [ana, ben] = [await colleague(at, "Ana"), await colleague(at, "Ben")];
  const who = await person(ana.home, "Ana");
  const { article } = await projectWith(who, ana.root);
  await who.core.close();
  await mark(ana, article, 0);
  await shareProject(ana.context, ana.root, shared);
  await cloneProject(ben.context, shared, ben.root);
  return { ana, ben, shared, article };
}

/** Opens the project as this person, does something and closes it. */
export async function working<T>(
  { name, home, root }: Pick<Colleague, "name" | "home" | "root">,
  work: (who: Awaited<ReturnType<typeof person>>, handle: string, annotator: Id) => Promise<T>,
): Promise<T> {
  const who = await person(home, name);
  const project = await who.call("project.open", { path: root, mode: "write" });
  const done = await work(who, project.handle, project.annotator?.id ?? "");
  await who.core.close();
  return done;
}

export const mark = (who: Colleague, article: Id, at: number): Promise<void> =>
  working(who, async (person, project, annotator) => {
    const { revision } = await person.call("article.open", { project, article });
    const change = { spans: added(spanBy(annotator, at)) };
    await person.call("annotations.apply", { project, article, opId: newId(), revision, change });
  });

/** How many marks of each person the project holds, as it opens. */
export const marksOf = (who: Colleague, article: Id): Promise<Record<string, number>> =>
  working(who, async (person, project) => {
    const { sets } = await person.call("review.sets", { project, article });
    return Object.fromEntries(sets.map(({ annotator, set }) => [annotator.name, set.spans.length]));
  });

/** All files of a project that are shared, with what they hold. */
export function sharedFiles(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .filter((path) => sharedKind(path) !== null && !isSnapshot(path))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), "latin1")]),
  );
}

export const sync = ({ context, root }: Colleague) => syncProject(context, root);

/** A working copy of what is shared, in which somebody does what Sayso does not. */
export function handCopy(scene: Pick<TeamScene, "shared">): {
  readonly root: string;
  git(...args: readonly string[]): string;
  send(): void;
} {
  const root = join(temporaryFolder(), "copy");
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Mallory",
    GIT_AUTHOR_EMAIL: "m@example.org",
    GIT_COMMITTER_NAME: "Mallory",
    GIT_COMMITTER_EMAIL: "m@example.org",
  };
  const run = (cwd: string, args: readonly string[]): string =>
    execFileSync("git", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  run(join(scene.shared, ".."), ["clone", "--quiet", scene.shared, root]);
  return {
    root,
    git: (...args) => run(root, args),
    send() {
      run(root, ["add", "--all"]);
      run(root, ["commit", "--quiet", "--message", "By hand"]);
      run(root, ["push", "--quiet", "--force", "origin", "HEAD:main"]);
    },
  };
}
