// A closed project that has a file of every kind that a project can have, made by people at work: what outside changes are tried on.
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { eventually } from "../../helpers/eventually.ts";
import { takeIn, writePackage } from "./packages.ts";
import { corrected, revise } from "./revised.ts";
import { spanOf } from "./span-of.ts";
import { newId, noteOf, type Person, person, projectWith, text } from "./workplace.ts";

export interface FullScene {
  /** With `home`, `project`, and `older`: the project as it was some changes before. */
  readonly folder: string;
  readonly plain: Id;
  readonly revised: Id;
  readonly putAway: Id;
  readonly revision: Id;
  readonly version: Id;
  readonly self: Id;
  readonly colleague: Id;
  /** Who is in the trash. */
  readonly gone: Id;
}

const never = 100_000_000;

export async function tag(who: Person, project: OpenProject, article: Id, at: number): Promise<void> {
  const { revision, text: present } = await who.call("article.open", { project: project.handle, article });
  const change = { spans: added(spanOf(project.annotator?.id ?? "", present, at)) };
  const step = noteOf("tag-selection");
  await who.call("annotations.apply", {
    ...{ project: project.handle, article, opId: newId(), revision, change, step },
  });
}

export async function addEntity(who: Person, { handle: project }: OpenProject, name: string): Promise<void> {
  const entity = [{ id: newId(), name, type: "person" as const, naming: "named" as const, aliases: [] }];
  const entities = { added: entity, updated: [], removed: [] };
  await who.call("project.apply", {
    ...{ project, opId: newId(), step: noteOf("create-entity"), parts: [], entities },
  });
}

export const packageFrom = (folder: string, name: string): string =>
  join(folder, `machine of ${name}`, "package.json");

/** What somebody at another machine makes of a copy of the project, as a package of theirs. */
async function pack(folder: string, name: string, article: Id): Promise<string> {
  const place = join(folder, `machine of ${name}`);
  cpSync(join(folder, "project"), join(place, "project"), { recursive: true });
  const who = await person(join(place, "home"), name);
  const project = await who.call("project.open", { path: join(place, "project"), mode: "write" });
  await tag(who, project, article, 6);
  const path = packageFrom(folder, name);
  await writePackage(who, project, path, { annotators: [project.annotator?.id ?? ""], history: true });
  await who.core.close();
  return path;
}

/** Ana's project: Ben's set came by a package, her own from another machine too; Cy and an article are in the trash. */
export async function fullScene(folder: string): Promise<FullScene> {
  const path = join(folder, "project");
  const home = join(folder, "home");
  const ana = await person(home, "Ana", { backupPauses: { first: never, between: never } });
  const { project, article: plain } = await projectWith(ana, path);
  const bring = async (name: string): Promise<Id> =>
    (await ana.call("article.importText", { project: project.handle, name, text })).article.id;
  const [revised, putAway] = [await bring("revised.txt"), await bring("away.txt")];
  for (const article of [plain, revised, putAway]) await tag(ana, project, article, 0);
  await addEntity(ana, project, "Ines");
  await ana.call("project.close", { project: project.handle });

  const cy = await person(join(folder, "home of Cy"), "Cy");
  const his = await cy.call("project.open", { path, mode: "write" });
  await tag(cy, his, plain, 3);
  await cy.core.close();
  const gone = his.annotator?.id ?? "";
  const packages = [await pack(folder, "Ben", plain), await pack(folder, "Ana", plain)];

  const again = await ana.call("project.open", { path, mode: "write" });
  const { handle } = again;
  for (const one of packages) await takeIn(ana, again, one);
  const { step } = await revise(ana, again, revised, corrected);
  await ana.call("annotator.putAway", { project: handle, annotator: gone });
  await ana.call("article.putAway", { project: handle, article: putAway });
  const { id: version } = await ana.call("versions.keep", { project: handle, name: "Before" });
  await ana.core.close();
  cpSync(path, join(folder, "older"), { recursive: true });

  const late = await person(home, "Ana", { backupPauses: { first: 1, between: never } });
  const last = await late.call("project.open", { path, mode: "write" });
  for (const article of [plain, revised]) await tag(late, last, article, 9);
  await addEntity(late, last, "Bo");
  const about = join(home, "backups", last.project.id, "about.json");
  await eventually(() => expect(existsSync(about) && readFileSync(about, "utf8")).toContain(`"day": "2`));
  await late.core.close();
  const idOf = (name: string): Id => last.project.annotators.find((one) => one.name === name)?.id ?? "";
  return {
    ...{ folder, plain, revised, putAway, gone, self: idOf("Ana"), colleague: idOf("Ben") },
    revision: step.revised?.revision ?? "",
    version: version ?? "",
  };
}
