// The content of a project's trash, and of that of projects.
import { z } from "zod";
import type { Id } from "../model/id.ts";
import { id } from "../schema/model.ts";
import type { ArticleSummary } from "./replies.ts";

const trashKinds = ["article", "entity", "annotator"] as const;
export type TrashKind = (typeof trashKinds)[number];

/**
 * Something that was moved to the trash. `name`: its title or name. `holds`: of an article or annotator the sets, of an entity the
 * mentions that pointed to it. `by`: the name of whoever put it there; empty where that cannot be read. `isSecond`: the annotator is in the
 * project, with another set in the place of each of these.
 */
export interface InTrash {
  readonly kind: TrashKind;
  readonly id: Id;
  readonly name: string;
  readonly putAwayAt: string;
  readonly by: string;
  readonly holds: number;
  readonly bytes: number;
  readonly isSecond?: true;
}

/** What is known of something in the trash before it is listed. */
export type TrashItem = Pick<InTrash, "kind" | "id" | "name">;

export const trashItem = z.strictObject({ kind: z.enum(trashKinds), id });

/** `article`: the one that was taken back, as the list shows it. */
export interface TakenBack {
  readonly article: ArticleSummary | null;
}

/** A project that was moved aside. `path`: where it is; `from`: where it was. */
export interface ProjectInTrash {
  readonly path: string;
  readonly from: string;
  readonly name: string;
  readonly putAwayAt: string;
  readonly by: string;
  readonly bytes: number;
}

/** `projects`: the latest first. `unread`: folders of the trash that are there and that the disk does not let be read now. */
export interface ProjectsInTrash {
  readonly projects: readonly ProjectInTrash[];
  readonly unread: readonly string[];
}
