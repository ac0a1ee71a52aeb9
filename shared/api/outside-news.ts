// News that came into an open project from outside: from a synchronisation program, a version control program, an editor, or a colleague's
// Sayso on another machine. Each piece of news is said once, in a plain line.

import type { ConflictSideName, ConflictStanding } from "../merge/take-side.ts";
import type { Id } from "../model/id.ts";
import type { Step } from "../model/step.ts";
import type { TakeInConflict } from "./take-in.ts";
import type { CameFromTeam } from "./team.ts";

/** How many records were added, updated and removed here by what came. */
export interface OutsideCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** `keptAs`: where in the project's folder the other version is kept, because it was not merged whole. */
export type OutsideNews =
  /** This person's set, or the curated one, was brought together with what came. */
  | ({
      readonly what: "set-merged";
      readonly article: Id;
      readonly title: string;
      readonly conflicts: readonly TakeInConflict[];
      readonly keptAs: readonly string[];
    } & OutsideCounts)
  /**
   * What was done at another machine to this person's set, or the curated one, of an earlier text came over to the present one.
   * `waiting`: how many marks of it wait for a place.
   */
  | ({
      readonly what: "set-carried";
      readonly article: Id;
      readonly title: string;
      readonly waiting: number;
      readonly conflicts: readonly TakeInConflict[];
    } & OutsideCounts)
  /**
   * The same where the laws do not take it: nothing was changed, here or there. `file`: where it lies, from the project's folder on. Said
   * once for what is there, and again when the project is opened.
   */
  | {
      readonly what: "late-work-refused";
      readonly article: Id;
      readonly title: string;
      readonly file: string;
    }
  /** Files of the set were gone or made no sense, and were written again as they were; or held both sides of a conflict. */
  | {
      readonly what: "set-restored" | "set-joined";
      readonly article: Id;
      readonly title: string;
      readonly keptAs: readonly string[];
    }
  | {
      readonly what: "article-came" | "article-gone" | "article-restored" | "article-changed";
      readonly article: Id;
      readonly title: string;
    }
  /**
   * Somebody else corrected its text, and all sets went along. `otherText`: the revision that it had here, where it did not lead to that
   * text, since it was corrected here as well; else `null`.
   */
  | {
      readonly what: "article-revised";
      readonly article: Id;
      readonly title: string;
      readonly otherText: Id | null;
    }
  /**
   * Both sides of a conflict in an article's record were brought together. `differs`: where they say something else, what is here
   * stands. `otherText`: the revision whose text does not stand, where both had corrected it; else `null`.
   */
  | {
      readonly what: "article-joined";
      readonly article: Id;
      readonly title: string;
      readonly differs: boolean;
      readonly otherText: Id | null;
      readonly keptAs: readonly string[];
    }
  /** The text under the annotations is not what it was. `canRestore`: the text as it was is known. */
  | {
      readonly what: "text-changed";
      readonly article: Id;
      readonly title: string;
      readonly canRestore: boolean;
    }
  | { readonly what: "colleagues"; readonly names: readonly string[]; readonly articles: readonly Id[] }
  /** Nothing is left of these colleagues' sets of the article, or what is left makes no sense. Nothing here was changed. */
  | {
      readonly what: "colleagues-lost";
      readonly article: Id;
      readonly title: string;
      readonly names: readonly string[];
    }
  /** `stayed`: entities that were gone there and are mentioned here. `conflicts`: names of those that both changed. */
  | ({
      readonly what: "registry";
      readonly stayed: number;
      readonly conflicts: readonly string[];
      readonly keptAs: readonly string[];
    } & OutsideCounts)
  | { readonly what: "project" | "tagset" }
  /** The project is called otherwise on the other side; here it keeps its name. */
  | { readonly what: "project-named"; readonly ours: string; readonly theirs: string }
  /** Article sets that both sides changed; here they stay as they are. */
  | { readonly what: "article-sets"; readonly names: readonly string[]; readonly keptAs: readonly string[] }
  | { readonly what: "tagset-refused"; readonly keptAs: readonly string[] }
  /** A file of the project's own was gone or made no sense, and was written again as it was; or held both sides of a conflict. */
  | {
      readonly what: "file-restored" | "file-joined";
      readonly file: string;
      readonly keptAs: readonly string[];
    }
  /** What a sync brought from the place at which the project is shared, and how many fields of shared files both sides had changed. */
  | ({ readonly what: "team"; readonly differences: number } & CameFromTeam)
  /** What was changed on both sides and nobody has seen to yet. */
  | { readonly what: "conflicts"; readonly count: number }
  /** Copies that a synchronisation program made of a conflict lie in the folder. */
  | { readonly what: "copies"; readonly count: number };

/** A record that both sides changed, with what each says; `isDecidable`: whether either side's can be put in its place. */
export interface OutsideConflict extends TakeInConflict {
  /** In whose set the record is; `null` for one of the registry. */
  readonly article: Id | null;
  /** Of the article; empty where there is none. */
  readonly title: string;
  /** When it was found. */
  readonly at: string;
  readonly stands: ConflictStanding;
}

/** `step` null: there was nothing to be changed. */
export interface TookSide {
  readonly step: Step | null;
  readonly revisions: Readonly<Record<string, number>>;
}

export type { ConflictSideName };

/** Under which the history knows that somebody put one side's version in the place of the other's. */
export const sideCommand = "take-side";
