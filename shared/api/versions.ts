// The versions of a project: what somebody kept under a name, and what was copied by itself; and what going back to one of
// them would do.

import type { ApiErrorData } from "../errors/errors.ts";
import type { Id } from "../model/id.ts";
import type { Step } from "../model/step.ts";
import type { RevisionText } from "./revisions.ts";

export const versionKinds = ["kept", "automatic"] as const;

/** `kept`: under a name, in the project's folder; `automatic`: put together from the copies in the person's home. */
type VersionKind = (typeof versionKinds)[number];

/** Which version is meant: the id of a kept one, the time of an automatic one. */
export interface VersionRef {
  readonly kind: VersionKind;
  readonly id: string;
}

export interface Version extends VersionRef {
  /** Empty for automatic ones, and for one that cannot be read. */
  readonly name: string;
  readonly at: string;
  /** Who kept it; empty for automatic ones. */
  readonly by: string;
  /** On the disk. Of an automatic one: what was copied then, and not before. */
  readonly bytes: number;
  /** Of an automatic one: articles of which something was copied then. */
  readonly articles: number;
  /** How many files could not be read when it was kept. */
  readonly leftOut: number;
  /** Why it cannot be used. */
  readonly problem: ApiErrorData | null;
}

/** An article as a version that was kept has it, with this person's set as it was then. */
export interface VersionText extends RevisionText {
  readonly version: Pick<Version, "name" | "at" | "by">;
}

export interface Versions {
  /** The latest first. */
  readonly versions: readonly Version[];
  readonly keptBytes: number;
  /** Of all automatic copies. */
  readonly automaticBytes: number;
  /** Of each file, how many automatic copies stay: the latest, and one an hour and a day. */
  readonly plan: { readonly latest: number; readonly hours: number; readonly days: number };
}

/** Whose sets are restored: this person's own, the curated ones, or both. */
export type RestoreWhose = "own" | "curation";

/** `article` null: the whole project; `whose` null: this person's own sets and the curated ones. */
export interface RestoreScope {
  readonly article: Id | null;
  readonly whose: RestoreWhose | null;
}

/** How many records another state has more, otherwise, and less. */
export interface RecordCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * `same`: as it was; `changes`; `comes-back`: it was moved to the trash or is gone; `unknown`: the version does not know how it was;
 * `tagset`: it uses parts of the tagset that the project has no longer; `entities`: it mentions entities that nobody knows
 * any more; `damaged`: the set, as it is now, cannot be written.
 */
type RestoreOutcome = "same" | "changes" | "comes-back" | "unknown" | "tagset" | "entities" | "damaged";

export interface RestoreRow {
  readonly article: Id;
  readonly title: string;
  readonly whose: RestoreWhose;
  readonly outcome: RestoreOutcome;
  readonly counts: RecordCounts;
}

/** What restoring would do, or did. */
export interface RestorePreview {
  readonly rows: readonly RestoreRow[];
  /** Articles that come back, from the trash where they are there, otherwise from the version, with the file they came from or without. */
  readonly back: readonly {
    readonly title: string;
    readonly from: "trash" | "version";
    readonly hasOriginal: boolean;
  }[];
  /** Titles of articles that came since, which stay as they are. */
  readonly stay: readonly string[];
  readonly entities: RecordCounts;
  /** `kept`: the tagset of today stays, since articles that came since use it. */
  readonly tagset: "same" | "restored" | "kept";
  /** Colleagues' sets that are otherwise than they were. They are never changed. */
  readonly others: number;
  /** Where the version has other article sets, or other tags of articles: neither goes back. */
  readonly staying: readonly ("article-sets" | "tags")[];
}

/** `step` null: nothing of anybody's sets, the registry or the tagset had to change. `revisions` by `setKey`. */
export interface Restored extends RestorePreview {
  readonly step: Step | null;
  readonly revisions: Readonly<Record<string, number>>;
}
