// The names of annotators on the pages of the review: a letter that always stands with them, and their names unless those are hidden.
// Hidden, letters and order come from a seed alone, so that everybody who reviews sees the same ones.
import type { Id } from "../model/id.ts";
import { masksOf } from "./blind.ts";

export interface Person {
  readonly id: Id;
  /** `A`, `B`, … */
  readonly letter: string;
  /** `null` while names are hidden. */
  readonly name: string | null;
  /** Which colour is theirs, counted from 0. */
  readonly colour: number;
  /** `hidden`: who it is, oneself included, is not to be told. */
  readonly role: "own" | "colleague" | "curation" | "hidden";
}

export interface NamedAnnotator {
  readonly id: Id;
  readonly name: string;
  readonly role: "own" | "colleague" | "curation";
}

/** Colours that can be told apart. */
const personColours = 9;

/** `seed` null: names are shown, in the order given. The curation is no person: it is never hidden and comes last. */
export function peopleOf(annotators: readonly NamedAnnotator[], seed: string | null): readonly Person[] {
  const persons = annotators.filter(({ role }) => role !== "curation");
  const others = annotators.filter(({ role }) => role === "curation");
  const masks =
    seed === null
      ? null
      : masksOf(
          persons.map(({ id }) => id),
          seed,
        );
  const ordered = masks
    ? [...masks.keys()].flatMap((id) => persons.find((one) => one.id === id) ?? [])
    : persons;
  return [...ordered, ...others].map(({ id, name, role }, at) => {
    const isHidden = masks !== null && role !== "curation";
    return {
      id,
      letter: letterAt(at),
      name: isHidden ? null : name,
      colour: at % personColours,
      role: isHidden ? "hidden" : role,
    };
  });
}

/** The letter of the annotator at a place, counted from 0. */
export function letterAt(at: number): string {
  const quotient = Math.floor(at / 26);
  return `${quotient === 0 ? "" : letterAt(quotient - 1)}${String.fromCharCode(65 + (at % 26))}`;
}

/** What letters and order follow from while names are hidden: the same for everybody who has the article. */
export const blindSeed = (project: Id, article: Id): string => `${project} ${article}`;
