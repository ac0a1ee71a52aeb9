// A part of the harness: one way of hurting a project, and the figures that come of it.
import type { Plant } from "./planted.ts";

interface PartOptions {
  readonly seed: number;
  /** 1: the long run; smaller: so much less of it. */
  readonly scale: number;
  /** The folder in which the programs lie that are run as processes of their own. */
  readonly children: string;
  /** How many of the seeds that failed once are tried too; all of them when it is not said. */
  readonly keptSeeds?: number;
  /** A mistake to be put under the storage, to see that it is found; only for parts on a disk in memory. */
  readonly plant?: Plant;
  /** Tells how far it is. */
  tell(line: string): void;
}

export interface Outcome {
  /** What was done and what came of it, in words and numbers. */
  readonly figures: readonly (readonly [what: string, figure: string])[];
  /** What went wrong, each with what is needed to have it again. */
  readonly failures: readonly string[];
  /** The names of the acts that were hurt, of the parts that choose among them. */
  readonly acts?: ReadonlySet<string>;
  /** A table in Markdown, for what a line of figures cannot say. */
  readonly table?: string;
}

export interface Part {
  /** What it is called on the command line. */
  readonly id: string;
  readonly title: string;
  run(options: PartOptions): Promise<Outcome>;
}

/** So many as the scale leaves of a number, at least one. */
export const scaled = (count: number, scale: number): number => Math.max(1, Math.round(count * scale));

/** A number with its thousands set apart. */
export const counted = (count: number): string => Math.round(count).toLocaleString("en");
