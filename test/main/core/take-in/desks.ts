// People at their desks, each with a project of their own or with a copy of one, who hand over and import by file.
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Input, OpenProject } from "../../../../shared/api/contract.ts";
import type { TakeInPlanned, TakenIn } from "../../../../shared/api/take-in.ts";
import type { Change } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { type Choices, lookAtPackage, takeIn as takeInPackage, writePackage } from "../packages.ts";
import { spanOf } from "../span-of.ts";
import { newId, type Person, person, projectWith, text } from "../workplace.ts";

export interface Desk {
  readonly who: Person;
  readonly project: OpenProject;
  readonly article: Id;
  /** A path in a folder that both can reach. */
  readonly at: (name: string) => string;
}

export async function desk(name: string, folder: string, content = text): Promise<Desk> {
  const who = await person(join(folder, `home-${name}`), name);
  const { project, article } = await projectWith(who, join(folder, name), content);
  return { who, project, article, at: (file) => join(folder, file) };
}

/** The same person's or another's machine with a copy of a project. */
export async function copyOf(from: Desk, name: string, machine: string): Promise<Desk> {
  const path = from.at(machine);
  cpSync(from.project.path, path, { recursive: true });
  rmSync(join(path, ".lock"), { force: true });
  const who = await person(from.at(`home-${machine}`), name);
  const project = await who.call("project.open", { path, mode: "write" });
  return { ...from, who, project };
}

export const ines: Entity = {
  id: newId(),
  name: "Ines Duarte",
  type: "person",
  naming: "named",
  aliases: [],
};
export const spanBy = ({ project }: Desk, at = 0, more: Partial<Span> = {}): Span => ({
  ...spanOf(project.annotator?.id ?? "", text, at),
  ...more,
});

export async function save({ who, project, article }: Desk, change: Change): Promise<void> {
  const { revision } = await who.call("article.open", { project: project.handle, article });
  const opId = newId();
  await who.call("annotations.apply", { project: project.handle, article, opId, revision, change });
}

export async function spansOf({ who, project, article }: Desk): Promise<readonly string[]> {
  const { set } = await who.call("article.open", { project: project.handle, article });
  return set.spans.map(({ id }) => id).sort();
}

export const packageOf = (
  { who, project, at }: Desk,
  name: string,
  more: Partial<Input<"review.package">> = {},
): Promise<string> => writePackage(who, project, at(name), more);

export const preview = ({ who, project }: Desk, path: string, more: Choices = {}): Promise<TakeInPlanned> =>
  lookAtPackage(who, project, path, more);

export const takeIn = ({ who, project }: Desk, path: string, more: Choices = {}): Promise<TakenIn> =>
  takeInPackage(who, project, path, more, { command: "take-in", at: new Date().toISOString() });

export const outcomes = ({ rows }: TakeInPlanned): string[] => rows.map(({ outcome }) => outcome);

export const setsOf = async ({ who, project, article }: Desk) =>
  (await who.call("review.sets", { project: project.handle, article })).sets;

/** Every file of the project but the lock, with its bytes. */
export function filesOf({ project: { path } }: Desk): Record<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && entry.name !== ".lock")
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length), readFileSync(file, "utf8")]),
  );
}
