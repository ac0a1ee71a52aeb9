// A project in which a colleague has annotated, talked, done a step and is assigned, and what of them is where: for tests of the trash.
import { join } from "node:path";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { bytesBelow } from "../../helpers/golden-projects.ts";
import {
  addingSpan,
  inMemory,
  newId,
  type Person,
  person,
  projectWith,
  temporaryFolder,
  text,
} from "./workplace.ts";

export interface Work {
  readonly ana: Person;
  readonly path: string;
  readonly project: OpenProject;
  readonly articles: readonly [Id, Id];
  readonly ben: Id;
}

/** Ana's project of two articles, both annotated by her and by Ben, who talks in one, has done a step, and is assigned to it. */
export async function work(): Promise<Work> {
  const folder = temporaryFolder(inMemory);
  const path = join(folder, "bridges");
  const ana = await person(join(folder, "home"));
  const { project, article } = await projectWith(ana, path);
  const second = await ana.call("article.importText", { project: project.handle, name: "b.txt", text });
  const articles = [article, second.article.id] as const;
  await annotate(ana, project, article);
  await ana.call("project.close", { project: project.handle });
  const ben = await person(join(folder, "ben"), "Ben");
  const his = await ben.call("project.open", { path, mode: "write" });
  for (const one of articles) await annotate(ben, his, one);
  const thread = newId();
  const provenance = {
    annotator: his.annotator?.id ?? "",
    at: "2026-01-01",
    origin: { by: "human" as const },
  };
  const on = { what: "article" as const };
  const remark = { id: thread, thread, on, kind: "remark" as const, text: "Look.", mentions: [], provenance };
  await ben.call("annotations.apply", {
    project: his.handle,
    article,
    opId: newId(),
    revision: 1,
    change: { remarks: added(remark) },
  });
  await ben.call("project.apply", {
    project: his.handle,
    opId: newId(),
    step: { command: "tag-all", at: "2026-01-01T00:00:00.000Z" },
    parts: [],
    entities: added({
      id: newId(),
      name: "X",
      type: "person" as const,
      naming: "named" as const,
      aliases: [],
    }),
  });
  await ben.core.close();
  const open = await ana.call("project.open", { path, mode: "write" });
  await ana.call("project.addPerson", { project: open.handle, name: "Cleo" });
  const benId = his.annotator?.id ?? "";
  await ana.call("project.assign", {
    project: open.handle,
    opId: newId(),
    step: { command: "assign", at: "2026-01-01T00:00:01.000Z" },
    assign: [{ article, annotator: benId }],
    release: [],
    seed: null,
  });
  await ana.call("project.close", { project: open.handle });
  return {
    ana,
    path,
    project: await ana.call("project.open", { path, mode: "write" }),
    articles,
    ben: benId,
  };
}

export const annotate = (
  someone: Person,
  project: OpenProject,
  article: Id,
  { revision, at } = { revision: 0, at: 0 },
) =>
  someone.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision,
    change: addingSpan(project, at),
  });

export const filesOf = (path: string): Record<string, string> => {
  const { ".lock": _lock, ...files } = bytesBelow(path);
  return files;
};

export const here = (path: string, annotator: Id): string[] =>
  Object.keys(filesOf(path)).filter((file) => file.includes(annotator) && !file.startsWith("trash/"));

export const itemsOf = async ({ ana, project }: Work) =>
  (await ana.call("trash.list", { project: project.handle })).items;

export const people = async ({ ana, project, articles: [article] }: Work): Promise<readonly string[]> =>
  (await ana.call("review.sets", { project: project.handle, article })).sets.map(
    ({ annotator }) => annotator.name,
  );

export const putBenAway = ({ ana, project, ben }: Work) =>
  ana.call("annotator.putAway", { project: project.handle, annotator: ben });
export const takeBenBack = ({ ana, project, ben }: Work) =>
  ana.call("trash.takeBack", { project: project.handle, kind: "annotator", id: ben });
