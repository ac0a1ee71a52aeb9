// A project that lies in a synchronised folder at two machines, each with a copy of its own, and an article whose text is corrected at
// one of them while the other goes on: for the tests of what goes on on an earlier text.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CoreOptions } from "../../../main/core/core.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { added, type Change, invertChange } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Step } from "../../../shared/model/step.ts";
import { corrected, mark, open, revise, save } from "./revised.ts";
import { newId, noteOf, type Person, person, projectWith, temporaryFolder } from "./workplace.ts";

/** Somebody at one machine, with the project as they have it open there. */
export interface Seat {
  readonly who: Person;
  readonly project: OpenProject;
  readonly article: Id;
  readonly path: string;
  readonly home: string;
}

export interface Machines {
  readonly folder: string;
  readonly desk: Seat;
  readonly laptop: Seat;
  /** Marks that both machines know. */
  readonly speaker: Span;
  readonly said: Span;
}

/** Ana has marked two things at her desk; the laptop has a copy of it, for her or for somebody else. */
export async function twoMachines(
  name = "Ana",
  options: Partial<CoreOptions> = {},
  within?: string,
): Promise<Machines> {
  const folder = temporaryFolder(within);
  const ana = await person(join(folder, "desk-home"), "Ana", options);
  const { project, article } = await projectWith(ana, join(folder, "desk"));
  const [speaker, said] = [mark(project, "Mayor Ines Duarte", "speaker"), mark(project, "said", "cue")];
  await save(ana, project, article, { spans: added(speaker, said) });
  await ana.call("project.close", { project: project.handle });
  if (name !== "Ana") await colleague(join(folder, "laptop-home"), name, project.path, article);
  const laptopAt = join(folder, "laptop");
  cpSync(project.path, laptopAt, { recursive: true });
  rmSync(join(laptopAt, ".lock"), { force: true });
  const desk = await opened(ana, project.path, article, join(folder, "desk-home"));
  const home = join(folder, "laptop-home");
  const laptop = await opened(await person(home, name), laptopAt, article, home);
  return { folder, desk, laptop, speaker, said };
}

/** Somebody else who has marked a claim already. */
async function colleague(home: string, name: string, path: string, article: Id): Promise<void> {
  const ben = await person(home, name);
  const project = await ben.call("project.open", { path, mode: "write" });
  await save(ben, project, article, {
    spans: added(mark(project, "the bridge would reopen in May", "claim")),
  });
  await ben.core.close();
}

export async function opened(who: Person, path: string, article: Id, home: string): Promise<Seat> {
  const project = await who.call("project.open", { path, mode: "write" });
  // As right after every opening.
  const seat: Seat = { who, project, article, path: project.path, home };
  await look(seat);
  return seat;
}

/** Closes the project and opens it again. */
export async function reopened({ who, path, article, home, project }: Seat): Promise<Seat> {
  await who.call("project.close", { project: project.handle });
  return opened(who, path, article, home);
}

export const setOf = async ({ who, project, article }: Seat): Promise<AnnotationSetJson> =>
  (await open(who, project, article)).set;

/** The set of the person of this name, as it is shown there. */
export async function setBy(
  { who, project, article }: Seat,
  name: string,
): Promise<AnnotationSetJson | undefined> {
  const { sets } = await who.call("review.sets", { project: project.handle, article });
  return sets.find(({ annotator }) => annotator.name === name)?.set;
}

export const saveAt = ({ who, project, article }: Seat, change: Change): Promise<void> =>
  save(who, project, article, change);

/** Marks words of the text as it was. */
export async function markAt(seat: Seat, quote: string, type: string): Promise<Span> {
  const span = mark(seat.project, quote, type);
  await saveAt(seat, { spans: added(span) });
  return span;
}

export const correct = ({ who, project, article }: Seat, to = corrected, from: string | null = null) =>
  revise(who, project, article, to, from);

/** What was said of what came from outside since the last look. */
export async function look({ who, project }: Seat): Promise<readonly OutsideNews[]> {
  const before = who.events.length;
  await who.call("project.look", { project: project.handle });
  return who.events.slice(before).flatMap((event) => (event.type === "outside" ? event.news : []));
}

/** The steps by which something from outside came, oldest first. */
export const outsideSteps = async ({ who, project }: Seat): Promise<readonly Step[]> =>
  (await who.call("project.history", { project: project.handle })).steps.filter(
    ({ command }) => command === "outside",
  );

/** Takes the last of them back. */
export async function undoLate(seat: Seat): Promise<void> {
  const step = (await outsideSteps(seat)).at(-1);
  const { revision } = await open(seat.who, seat.project, seat.article);
  await seat.who.call("annotations.apply", {
    ...{ project: seat.project.handle, article: seat.article, opId: newId(), revision },
    change: invertChange(step?.parts[0]?.change ?? {}),
    step: noteOf("undo", { undoes: step?.id ?? "" }),
  });
}

/** What the synchronisation brings: the files of these folders of the project that are new or others there. */
export function sync(from: Seat, to: Seat, ...folders: readonly string[]): void {
  for (const folder of folders)
    if (existsSync(join(from.path, folder)))
      cpSync(join(from.path, folder), join(to.path, folder), { recursive: true, preserveTimestamps: true });
}

/** The files that the laptop writes of the text of before: all of one person's, so that nobody else's are put over. */
export async function syncSets(from: Seat, to: Seat, ...within: readonly string[]): Promise<void> {
  await from.who.core.flush();
  const folder = join("annotations", from.article, ...within);
  const me = from.project.annotator?.id ?? "";
  for (const name of readdirSync(join(from.path, folder)))
    if (name.startsWith(`${me}.`)) sync(from, to, join(folder, name));
}

/** Everything that a revision wrote, in the order in which it came about. */
export function syncRevision(from: Seat, to: Seat, revision: Id): void {
  const { article } = from;
  sync(from, to, join("articles", article, "revisions", revision), join("annotations", article, revision));
  sync(from, to, join("articles", article, "article.json"));
}
