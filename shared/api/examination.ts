// The findings of an examination of a project's folder: everything that is wrong in it, or that does not belong there.
import type { Explanation } from "../errors/explain.ts";

/** `error`: something is lost or could be; `warning`: nothing is lost, and it should be looked at; `note`: harmless. */
export type FindingWeight = "error" | "warning" | "note";

export interface ProjectFinding extends Explanation {
  readonly weight: FindingWeight;
  /** The file or folder, from the project's folder on, with `/` between the parts. */
  readonly file: string;
  /** Whether a repair puts it right. */
  readonly mends: boolean;
}

/** What findings that are alike but for their files have in common. */
export const kindOfFinding = ({ weight, what }: ProjectFinding): string =>
  `${weight} ${typeof what === "string" ? what : what.key}`;

/** The findings, the gravest first, and how much was looked at. */
export interface Examination {
  readonly findings: readonly ProjectFinding[];
  readonly articles: number;
  readonly sets: number;
  /** Spans and cards of all sets. */
  readonly annotations: number;
}

/** A repaired copy: what was mended in it, and the examination of it afterwards. */
export interface RepairedCopy {
  readonly path: string;
  readonly mended: readonly ProjectFinding[];
  readonly after: Examination;
}
