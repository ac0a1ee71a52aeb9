// What a project must hold by all that was acknowledged, as the harness knows it, and how it is read back through the door.
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { sorted } from "../../shared/files/canonical.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  emptySet,
  setFromJson,
  setToJson,
} from "../../shared/model/annotation-set.ts";
import { curationOf } from "../../shared/model/curation.ts";
import type { Entity } from "../../shared/model/entity.ts";
import { entityGroups } from "../../shared/model/entity-groups.ts";
import type { EntityPutAway } from "../../shared/model/entity-put-away.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import type { Step } from "../../shared/model/step.ts";
import { records, type Table, tableOf } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";

export interface KnownArticle {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
  readonly own: AnnotationSet;
  readonly curated: AnnotationSet;
  /** Colleagues' sets, by annotator. */
  readonly others: ReadonlyMap<Id, AnnotationSetJson>;
}

interface PersonAway {
  readonly annotator: Annotator;
  readonly assigned: readonly string[];
  /** By article; `null` where it is not known what they held. */
  readonly sets: ReadonlyMap<Id, AnnotationSetJson> | null;
}

interface KeptVersion {
  readonly name: string;
  readonly truth: Truth | null;
}

/** Where it is, and the titles of its articles. */
export interface SecondProject {
  readonly place: "nowhere" | "there" | "in the trash";
  readonly titles: readonly string[];
}

export const noSecond: SecondProject = { place: "nowhere", titles: [] };

export interface Truth {
  readonly tagset: Tagset;
  readonly annotators: readonly Annotator[];
  /** `article annotator` of each assignment. */
  readonly assigned: ReadonlySet<string>;
  readonly entities: Table<Entity>;
  readonly articles: ReadonlyMap<Id, KnownArticle>;
  readonly trash: ReadonlyMap<Id, KnownArticle>;
  /** Entities in the trash. */
  readonly entitiesAway: ReadonlyMap<Id, EntityPutAway>;
  /** Colleagues in the trash. */
  readonly peopleAway: ReadonlyMap<Id, PersonAway>;
  /** By `article annotator`: sets of people who were taken back after the article was deleted for good. They come when it does. */
  readonly waiting: ReadonlyMap<string, AnnotationSetJson>;
  /** Versions that were kept, with the state of that moment, where that is known. */
  readonly versions: ReadonlyMap<Id, KeptVersion>;
  /** Another project beside this one. */
  readonly second: SecondProject;
  /** The steps of this person, oldest first: what undo goes by. */
  readonly steps: readonly Step[];
}

/** A truth as parts with names, each a text that says all of it: what is compared, and told by one process to another. */
export type Picture = Readonly<Record<string, string>>;

/** When something was last edited is at times given by the core, whose clock nobody knows. */
const text = (value: unknown): string => JSON.stringify(sorted(value)).replace(/"editedAt":"[^"]*",?/g, "");

const isEmptySet = (set: AnnotationSetJson): boolean =>
  set.spans.length + set.attributions.length + set.exclusions.length === 0 &&
  !set.waivers?.length &&
  !set.decisions?.length &&
  !set.remarks?.length &&
  !set.progress;

/** Steps are no part of it: they are looked for in the history by themselves. */
export function pictureOf(truth: Truth): Picture {
  const parts: Record<string, string> = { tagset: text(truth.tagset) };
  for (const { id, name } of truth.annotators) parts[`annotator ${id}`] = name;
  for (const pair of truth.assigned) parts[`assigned ${pair}`] = "yes";
  for (const entity of records(truth.entities)) parts[`entity ${entity.id}`] = text(entity);
  for (const { id, title } of truth.trash.values()) parts[`trash ${id}`] = title;
  for (const [id, { entities }] of truth.entitiesAway) parts[`entity away ${id}`] = entities[0].name;
  for (const [id, { annotator }] of truth.peopleAway) parts[`person away ${id}`] = annotator.name;
  for (const [id, { name }] of truth.versions) parts[`version ${id}`] = name;
  const { place, titles } = truth.second;
  if (place !== "nowhere") parts.second = `${place}: ${titles.join()}`;
  for (const { id, title, textHash, own, curated, others } of truth.articles.values()) {
    parts[`article ${id}`] = title;
    parts[`text ${id}`] = textHash;
    for (const set of [setToJson(own), setToJson(curated), ...others.values()])
      if (!isEmptySet(set)) parts[`set ${id} ${set.annotatorId}`] = text(set);
  }
  return parts;
}

/** The same with a hash for each text, to be told to another process. */
export const hashed = (picture: Picture): Picture =>
  Object.fromEntries(
    Object.entries(picture).map(([part, value]) => [
      part,
      value.length < 60 ? value : createHash("sha256").update(value).digest("base64url").slice(0, 16),
    ]),
  );

/** Reads all of an open project through the door. `before`: what is known of what cannot be read this way. `isHarmless`: of warnings. */
export async function observe(
  client: Client,
  project: OpenProject,
  before: Truth | null,
  isHarmless: (warning: ApiErrorData) => boolean = () => false,
): Promise<Truth> {
  const { handle, annotator } = project;
  if (!annotator || project.readOnly)
    throw new Error(`It cannot be written: ${JSON.stringify(project.readOnly)}`);
  const curation = curationOf(project.project).id;
  const articles = new Map<Id, KnownArticle>();
  let { entities } = project;
  for (const { id, title, textHash } of project.articles) {
    const opened = await client.call("article.open", { project: handle, article: id });
    const problem = opened.readOnly ?? opened.warnings.find((one) => !isHarmless(one));
    if (problem) throw new Error(`The set of ${title} is not whole: ${JSON.stringify(problem)}`);
    const { sets, damaged } = await client.call("review.sets", { project: handle, article: id });
    if (damaged[0]) throw new Error(`A set of ${title} cannot be read: ${JSON.stringify(damaged[0])}`);
    const curated = sets.find((one) => one.annotator.id === curation)?.set;
    const of = { articleId: id, annotatorId: curation, textHash };
    articles.set(id, {
      id,
      title,
      text: opened.text,
      textHash,
      own: setFromJson(opened.set),
      curated: curated ? setFromJson(curated) : emptySet(of),
      others: new Map(
        sets
          .filter((one) => one.annotator.id !== curation && one.annotator.id !== annotator.id)
          .map((one) => [one.annotator.id, one.set]),
      ),
    });
    entities = opened.entities;
  }
  const { items } = await client.call("trash.list", { project: handle });
  const trash = items.filter(({ kind }) => kind === "article");
  const { versions } = await client.call("versions.list", { project: handle });
  const spoiled = versions.find(({ problem }) => problem !== null);
  if (spoiled) throw new Error(`A version is not whole: ${JSON.stringify(spoiled)}`);
  const { steps } = await client.call("project.history", { project: handle });
  const known = (id: Id): KnownArticle | undefined => before?.trash.get(id) ?? before?.articles.get(id);
  return {
    tagset: project.project.tagset,
    annotators: project.project.annotators,
    assigned: new Set((project.project.assignments ?? []).map((one) => `${one.article} ${one.annotator}`)),
    entities: tableOf(entities),
    articles,
    trash: new Map(trash.map(({ id, name }) => [id, known(id) ?? unknownArticle(id, name)])),
    entitiesAway: new Map(
      items.flatMap(({ kind, id, name }) =>
        kind === "entity"
          ? [[id, before?.entitiesAway.get(id) ?? entityAway(before, id, name)] as const]
          : [],
      ),
    ),
    peopleAway: new Map(
      items.flatMap(({ kind, id, name }) =>
        kind === "annotator" && project.project.annotators.every((one) => one.id !== id)
          ? [
              [
                id,
                before?.peopleAway.get(id) ?? { annotator: { id, name }, assigned: [], sets: null },
              ] as const,
            ]
          : [],
      ),
    ),
    waiting: before?.waiting ?? new Map(),
    versions: new Map(
      versions.flatMap(({ kind, id, name }) =>
        kind === "kept" ? [[id, { name, truth: before?.versions.get(id)?.truth ?? null }] as const] : [],
      ),
    ),
    second: await observeSecond(client, project.path),
    steps,
  };
}

/** Where the other project lies, beside this one. */
export const secondIn = (path: string): string => join(dirname(path), "second");

async function observeSecond(client: Client, path: string): Promise<SecondProject> {
  const second = secondIn(path);
  const { projects } = await client.call("projects.inTrash", {});
  const away = projects.find(({ from }) => from === second);
  const titlesAt = async (at: string): Promise<readonly string[] | null> => {
    const opened = await client.call("project.open", { path: at, mode: "read" }).catch((error: unknown) => {
      if (error instanceof ApiError && ["project-missing", "project-not-one"].includes(error.problem))
        return null;
      throw error;
    });
    if (!opened) return null;
    if (opened.warnings[0])
      throw new Error(`The other project is not whole: ${JSON.stringify(opened.warnings)}`);
    await client.call("project.close", { project: opened.handle });
    return opened.articles.map(({ title }) => title).sort();
  };
  const titles = await titlesAt(second);
  if (titles && away) throw new Error("The other project is there and in the trash.");
  if (titles) return { place: "there", titles };
  return away ? { place: "in the trash", titles: (await titlesAt(away.path)) ?? [] } : noSecond;
}

/** What was moved to the trash by a process that did not live to tell: with what it was, and nothing of its links. */
function entityAway(before: Truth | null, id: Id, name: string): EntityPutAway {
  const group = before && entityGroups(before.entities).get(id);
  const unknown = { id, name, type: "person", naming: "named", aliases: [] } as const;
  return { entities: group ? [group.entity, ...group.merged] : [unknown], links: [], putAwayAt: "", by: "" };
}

function unknownArticle(id: Id, title: string): KnownArticle {
  const none = emptySet({ articleId: id, annotatorId: "nobody", textHash: "" });
  return { id, title, text: "", textHash: "", own: none, curated: none, others: new Map() };
}

/** What may be found: one of the states from the acknowledged one on, or, part by part, something of these. */
export interface Expected {
  /** In the order in which the act reaches them; the first is what stood before. */
  readonly stages: readonly Picture[];
  /** How many of them are behind us by what was acknowledged. */
  readonly acknowledged: number;
  /** Each part may be as in any of them. */
  readonly isLoose: boolean;
  /** Values of parts that may be there besides: what the core gives a name of its own. */
  readonly mayAdd: readonly string[];
  /** The steps that the history must tell of. */
  readonly steps: readonly Id[];
}

/** The steps that the history must tell of: what is about an article in the trash is not looked for. */
export const toldSteps = ({ steps, articles }: Truth): Id[] =>
  steps.filter(({ parts }) => parts.every(({ article }) => articles.has(article))).map(({ id }) => id);

/** Why what was found is none of what may be; `null` when all is well. */
export function whyWrong(
  found: Picture,
  { stages, acknowledged, isLoose, mayAdd }: Omit<Expected, "steps">,
): string | null {
  const allowed = stages.slice(acknowledged);
  const reasons = allowed.map((stage) => differences(found, [stage], mayAdd));
  if (reasons.some((reason) => reason.length === 0)) return null;
  const loose = isLoose ? differences(found, allowed, mayAdd) : null;
  if (loose?.length === 0) return null;
  const nearest = loose ?? reasons.sort((a, b) => a.length - b.length)[0] ?? [];
  return nearest.slice(0, 6).join("; ");
}

function differences(found: Picture, stages: readonly Picture[], mayAdd: readonly string[]): string[] {
  const parts = new Set([found, ...stages].flatMap((picture) => Object.keys(picture)));
  const added = new Set(
    [...parts].filter(
      (part) => stages.every((stage) => stage[part] === undefined) && mayAdd.includes(found[part] ?? ""),
    ),
  );
  const isOfAdded = (part: string): boolean => added.has(`article ${part.split(" ")[1]}`);
  return [...parts].flatMap((part) => {
    if (stages.some((stage) => stage[part] === found[part]) || added.has(part)) return [];
    // All of the other project is one part.
    if (part === "second" && mayAdd.includes(found[part] ?? "")) return [];
    if (part.startsWith("text ") && isOfAdded(part)) return [];
    const is = found[part] === undefined ? "is missing" : `is ${found[part].slice(0, 400)}`;
    return [`${part} ${is} and should be ${stages.map((stage) => stage[part]?.slice(0, 400)).join(" or ")}`];
  });
}
