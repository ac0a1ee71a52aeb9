// A project that a team shares over git, as a window knows it: where, when it syncs by itself, what waits to be sent and what came.
import type { ApiErrorData } from "../errors/errors.ts";
import type { ConflictStanding } from "../merge/take-side.ts";
import type { Id } from "../model/id.ts";
import type { Step } from "../model/step.ts";

/** Minutes between two syncs that a person can choose from. */
export const syncMinutes = [5, 15, 60] as const;

/** When a project syncs by itself; as long as nobody has asked for it, never. */
export interface SyncTimes {
  readonly atOpening: boolean;
  readonly atClosing: boolean;
  /** Minutes between two syncs while it is open; `null`: none. */
  readonly every: (typeof syncMinutes)[number] | null;
}

export const neverByItself: SyncTimes = { atOpening: false, atClosing: false, every: null };

/** `connecting`: asks the shared place what is there, and fetches it. */
export type SyncStage = "reading" | "connecting" | "merging" | "sending";

/** What one person did in one article: `marks` that they made, among their `changes`. */
interface CameWork {
  readonly article: Id;
  readonly title: string;
  readonly name: string;
  readonly marks: number;
  readonly changes: number;
}

/** What syncs have brought since the project was opened. */
export interface CameFromTeam {
  readonly articles: readonly { readonly article: Id; readonly title: string }[];
  readonly work: readonly CameWork[];
}

export const nothingCame: CameFromTeam = { articles: [], work: [] };

export interface TeamState {
  /** The folder or address at which the project is shared; `null`: it is not. */
  readonly where: string | null;
  /** The branch there that one's own work goes to; `null`: the team's. */
  readonly branch: string | null;
  readonly times: SyncTimes;
  /** How far a sync is that is under way; `null`: none is. */
  readonly stage: SyncStage | null;
  /** Changes that are not at the shared place; `null` until that was looked for. */
  readonly waiting: number | null;
  /** When the last sync ended well; `null`: none has since the project was opened. */
  readonly syncedAt: string | null;
  readonly came: CameFromTeam;
  /** How many fields both sides changed that nobody has seen to, see `TeamDifference`. */
  readonly differences: number;
  /** Why the last sync failed. */
  readonly problem: ApiErrorData | null;
}

export const notShared: TeamState = {
  where: null,
  branch: null,
  times: neverByItself,
  stage: null,
  waiting: null,
  syncedAt: null,
  came: nothingCame,
  differences: 0,
  problem: null,
};

/** Both together, what one person did in one article added up. */
export function cameTogether(before: CameFromTeam, more: CameFromTeam): CameFromTeam {
  const work = new Map<string, CameWork>();
  for (const one of [...before.work, ...more.work]) {
    const key = JSON.stringify([one.article, one.name]);
    const known = work.get(key);
    work.set(key, {
      ...one,
      marks: one.marks + (known?.marks ?? 0),
      changes: one.changes + (known?.changes ?? 0),
    });
  }
  const articles = new Map([...before.articles, ...more.articles].map((one) => [one.article, one]));
  return { articles: [...articles.values()], work: [...work.values()] };
}

/** What came since that was seen. */
export function cameSince(came: CameFromTeam, seen: CameFromTeam): CameFromTeam {
  const known = new Set(seen.articles.map(({ article }) => article));
  const work = came.work.flatMap((one) => {
    const before = seen.work.find(({ article, name }) => article === one.article && name === one.name);
    const changes = one.changes - (before?.changes ?? 0);
    return changes > 0 ? [{ ...one, changes, marks: one.marks - (before?.marks ?? 0) }] : [];
  });
  return { articles: came.articles.filter(({ article }) => !known.has(article)), work };
}

/** A field of a project's shared files that both sides changed, beside those of marks and entities that a merge lists with them. */
export interface TeamDifference {
  readonly key: string;
  /** In the project's folder, and the field in it: names and ids joined by dots; empty for the file as a whole. */
  readonly file: string;
  readonly path: string;
  /** What the record is called that the field belongs to: an article, somebody, a type; empty where it has no name. */
  readonly title: string;
  /** The field in that record; empty for the record as a whole. */
  readonly field: string;
  readonly why: "both-changed" | "removed-and-changed" | "removed-and-used" | "breaks";
  /** Who changed it on the other side, and when it was found. */
  readonly by: string;
  readonly at: string;
  /** Both values as text, shortened; empty where there is none. */
  readonly ours: string;
  readonly theirs: string;
  readonly stands: ConflictStanding;
  /** Whether the other side's value can be put in its place. */
  readonly isDecidable: boolean;
}

/** `step` null: there was nothing to be changed, or what was changed is no matter of steps. */
export interface TookTeamSide {
  readonly step: Step | null;
}
