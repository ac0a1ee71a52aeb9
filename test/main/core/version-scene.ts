// A project of which versions are saved and restored, and what somebody does with it.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CoreOptions } from "../../../main/core/core.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Restored, VersionRef } from "../../../shared/api/versions.ts";
import { added } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import { invertWork, type Step } from "../../../shared/model/step.ts";
import type { FaultyDisk } from "../storage/faulty-disk.ts";
import { inMemory, newId, type Person, person, spanBy, temporaryFolder, text } from "./workplace.ts";

export interface Place {
  readonly folder: string;
  readonly ana: Person;
  readonly project: OpenProject;
  readonly articles: readonly Id[];
}

let seconds = 0;
export const note = (command: string, more: Partial<Step> = {}) => {
  seconds += 1;
  return { command, at: new Date(Date.UTC(2026, 0, 3, 9, 0, seconds)).toISOString(), ...more };
};

export async function place(
  count = 2,
  disk?: FaultyDisk,
  backupPauses?: CoreOptions["backupPauses"],
): Promise<Place> {
  const folder = temporaryFolder(inMemory);
  const options = { ...(backupPauses && { backupPauses }), ...(disk && { disk }) };
  const ana = await person(join(folder, "home"), "Ana", options);
  const project = await ana.call("project.create", { path: join(folder, "project"), name: "Bridges" });
  const articles: Id[] = [];
  for (let at = 0; at < count; at += 1) articles.push(await bringIn(ana, project, `${at}.txt`));
  return { folder, ana, project, articles };
}

export async function bringIn(who: Person, { handle }: OpenProject, name: string): Promise<Id> {
  const report = await who.call("article.importText", { project: handle, name, text });
  return report.article.id;
}

/** All that somebody can see of a project: everybody's sets, the registry, the tagset, and the export byte for byte. */
export async function seen({ ana, project, folder }: Place) {
  const path = join(folder, `${newId()}.json`);
  await ana.call("export.write", {
    project: project.handle,
    format: "json",
    articles: null,
    annotators: null,
    path,
    overwrite: false,
  });
  const exported = readFileSync(path, "utf8").replace(/"exportedAt": "[^"]*"/u, "");
  rmSync(path);
  const reader = await ana.call("project.open", { path: project.path, mode: "read" });
  const byId = (a: { readonly id: Id }, b: { readonly id: Id }): number => (a.id < b.id ? -1 : 1);
  const sets = [];
  for (const { id } of reader.articles) {
    const { sets: all } = await ana.call("review.sets", { project: reader.handle, article: id });
    for (const { annotator, set } of all)
      if (set.spans.length + set.attributions.length > 0)
        sets.push({ article: id, annotator: annotator.name, set });
  }
  await ana.call("project.close", { project: reader.handle });
  return { exported, sets, entities: [...reader.entities].sort(byId), tagset: reader.project.tagset };
}

/** Without the export, in which a set that was begun since stands empty. */
export const content = ({ exported: _exported, ...rest }: Awaited<ReturnType<typeof seen>>) => rest;

export const keep = async ({ ana, project }: Place, name = "Before"): Promise<VersionRef> => ({
  kind: "kept",
  id: (await ana.call("versions.keep", { project: project.handle, name })).id ?? "",
});

export interface Scope {
  readonly article?: Id;
  readonly whose?: "own" | "curation";
  readonly opId?: Id;
}

export const restore = ({ ana, project }: Place, version: VersionRef, scope: Scope = {}): Promise<Restored> =>
  ana.call("versions.restore", {
    project: project.handle,
    version,
    article: scope.article ?? null,
    whose: scope.whose ?? null,
    opId: scope.opId ?? newId(),
    step: note("restore-version"),
  });

/** Takes a step back as the window does. */
export async function undo({ ana, project }: Place, step: Step): Promise<void> {
  const { parts, ...rest } = invertWork(step);
  await ana.call("project.apply", {
    project: project.handle,
    opId: newId(),
    step: note(step.command, { undoes: step.id }),
    parts: parts.map((part) => ({ ...part, revision: null })),
    ...rest,
  });
}

/** A step of nothing, by which what was left unfinished is finished. */
export const nothingMore = ({ project }: Place) => ({
  project: project.handle,
  opId: newId(),
  step: note("nothing"),
  parts: [],
});

export const reopened = async (here: Place): Promise<Place> => {
  await here.ana.call("project.close", { project: here.project.handle });
  const project = await here.ana.call("project.open", { path: here.project.path, mode: "write" });
  return { ...here, project };
};

export const apply = async ({ ana, project }: Place, article: Id, whose?: "curation"): Promise<void> => {
  const set = { article, ...(whose && { whose }) };
  const { revision } = await ana.call("article.open", { project: project.handle, ...set });
  const span = spanBy(project.annotator?.id ?? "", revision);
  const provenance = { ...span.provenance, origin: { by: "curated" as const, parents: [] } };
  await ana.call("annotations.apply", {
    project: project.handle,
    ...set,
    opId: newId(),
    revision,
    change: whose ? { spans: added({ ...span, provenance }) } : { spans: added(span) },
  });
};

/** Ana at her own machine again. */
export async function reopenedAs(here: Place): Promise<Place> {
  const project = await here.ana.call("project.open", { path: here.project.path, mode: "write" });
  return { ...here, project };
}
