// Five people and six machines that share a project: on a disk in memory over the model of git, or in a folder over git itself. Made once, and had again
// as it was for each schedule.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cloneProject } from "../../../main/core/team/clone-project.ts";
import { shareProject } from "../../../main/core/team/sync.ts";
import type { TeamContext } from "../../../main/core/team/team-store.ts";
import { addArticle } from "../../../main/storage/articles/article-files.ts";
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import { sha256 } from "../../../main/storage/files/json-text.ts";
import { type Git, type GitOptions, openGit } from "../../../main/storage/git/git.ts";
import { makeHome } from "../../../main/storage/home/home-folder.ts";
import { openSettings } from "../../../main/storage/home/settings.ts";
import { createProject } from "../../../main/storage/project/project-folder.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { sentence } from "../acts/files.ts";
import { type MemoryDisk, memoryDisk } from "../memory-disk.ts";
import { idsFrom, randomFrom } from "../random.ts";
import { copyOfWorld, type ModelWorld, modelGit, modelWorld, pictureOfModel } from "./model-git.ts";

/** Where machines and the shared place are. */
export interface TeamWorld {
  readonly folder: string;
  readonly disk: Disk;
  /** Whether git is a program that can be killed at its work. */
  readonly isReal: boolean;
  readonly openGit: (options: GitOptions) => Git;
  /** The names that states have in the repository of a folder, and the files of each. */
  picture(store: string): Promise<Record<string, string>>;
}

/** Somebody's machine. */
export interface Seat {
  readonly name: string;
  readonly person: string;
  readonly annotator: Id;
  readonly device: Id;
  readonly home: string;
  readonly root: string;
  /** Colleagues' sets stay out of this copy until one's own is done. */
  readonly isBlind: boolean;
}

const people = ["Ana", "Ben", "Cem", "Dora", "Eve"] as const;

export const addressIn = (folder: string): string => join(folder, "drive", "bridges");

/** Ana has two machines; Cem annotates blind. */
export function seatsIn(folder: string): readonly Seat[] {
  return [...people.map((person) => [person, person] as const), ["Ana", "Ana at home"] as const].map(
    ([person, name]) => {
      const at = join(folder, name.replaceAll(" ", "-").toLowerCase());
      const letters = name.toLowerCase().replace(/[^a-z]/gu, "");
      return {
        ...{ name, person, annotator: `person${person.toLowerCase()}`, device: `device${letters}` },
        ...{ home: join(at, "home"), root: join(at, "bridges"), isBlind: person === "Cem" },
      };
    },
  );
}

export const projectId: Id = "teamproject";

/** Small, so that reading it again and again costs little. */
const tagset = { ...newsAttribution, guideline: newsAttribution.guideline?.slice(0, 1) ?? [] };

export const articleOf = (id: Id, number: number): { readonly article: Article; readonly text: string } => {
  const text = sentence(number);
  const article = {
    ...{ id, title: `r${number}`, addedAt: "2026-01-01T00:00:00.000Z", textHash: sha256(text) },
    ...{ length: text.length, metadata: [], original: null },
  };
  return { article, text };
};

export const entityOf = (id: Id, name: string): Entity => ({
  ...{ id, name, type: "person", naming: "named", aliases: [] },
});

/** What a machine's commands work with. */
export const contextOf = (
  { home, person, device }: Seat,
  disk: Disk,
  openGit: TeamContext["openGit"] & {},
  now: () => string,
): TeamContext => ({ disk, home, version: "0.0.0", name: person, device, now, openGit });

/** Ana shares a project of two articles, and everybody has taken it. */
async function setUp({ folder, disk, openGit }: Omit<TeamWorld, "picture">): Promise<void> {
  const newId: NewId = idsFrom(randomFrom(0));
  const seats = seatsIn(folder);
  await makeHome(disk, dirname(addressIn(folder)));
  for (const { home, device } of seats) {
    await makeHome(disk, home);
    await openSettings(disk, home, () => device);
  }
  const project: Project = {
    ...{ schemaVersion, id: projectId, name: "Bridges", createdAt: "2026-01-01T00:00:00.000Z", tagset },
    annotators: people.map((name) => ({ id: `person${name.toLowerCase()}`, name })),
  };
  const [first, ...others] = seats;
  if (!first) throw new Error("somebody sits there");
  await createProject(
    disk,
    first.root,
    project,
    [1, 2, 3].map((at) => entityOf(newId(), `Entity ${at}`)),
  );
  for (const number of [1, 2])
    await addArticle(disk, first.root, { ...articleOf(newId(), number), original: null });
  const now = (): string => "2026-01-01T08:00:00.000Z";
  const address = addressIn(folder);
  await shareProject(contextOf(first, disk, openGit, now), first.root, address);
  for (const seat of others) {
    const choice = seat.isBlind ? { blind: true } : {};
    await cloneProject(contextOf(seat, disk, openGit, now), address, seat.root, choice);
  }
}

/** A world as it is before anybody has worked, as often as it is asked for; one at a time of those in a folder. */
export type Worlds = () => Promise<TeamWorld>;

const modelOf = (folder: string, disk: MemoryDisk, world: ModelWorld): TeamWorld => ({
  ...{ folder, disk, isReal: false, openGit: modelGit(world, disk) },
  picture: (store) => pictureOfModel(world, disk, store),
});

export async function modelWorlds(folder: string): Promise<Worlds> {
  const [disk, world] = [memoryDisk(), modelWorld()];
  await setUp(modelOf(folder, disk, world));
  const random = randomFrom(0);
  return async () => modelOf(folder, disk.afterCut("everything", random), copyOfWorld(world));
}

/** `folder`: one that is there and empty; what is kept for the next lies beside it. */
export async function realWorlds(folder: string): Promise<Worlds> {
  const kept = `${folder}-kept`;
  const world: TeamWorld = {
    ...{ folder, disk: nodeDisk, isReal: true, openGit },
    picture: async (store) => {
      const git = (...args: readonly string[]): string =>
        execFileSync("git", ["--git-dir", store, ...args], { encoding: "utf8" });
      const refs = git("for-each-ref", "--format=%(refname) %(objectname)").trim().split("\n");
      return Object.fromEntries(
        refs.flatMap((line) => {
          const [ref = "", name = ""] = line.split(" ");
          return [
            [ref, name],
            [`files of ${ref}`, git("ls-tree", "-r", "-l", "-z", "--full-tree", name)],
          ];
        }),
      );
    },
  };
  await setUp(world);
  cpSync(folder, kept, { recursive: true });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(kept, folder, { recursive: true });
    return world;
  };
}
