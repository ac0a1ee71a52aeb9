// Annotators who are one person, on the command line: said for one run (`--same`), and asked about where sets look like one person's.

import { visibleText } from "../../shared/errors/visible-text.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import { isPerson } from "../../shared/model/curation.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import { alikeEvidence, type LikePair } from "../../shared/review/like-people.ts";
import { countedSets, type PersonOf, withAnswer } from "../../shared/review/one-person.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { UsageError } from "./cli-command.ts";

/** Two annotators out of `NAME=NAME`, each by name or id. Throws a `UsageError` for anything else. */
export function pairNamed(annotators: readonly Annotator[], text: string): readonly [Annotator, Annotator] {
  // The curation is nobody in person.
  const people = annotators.filter(isPerson);
  const named = (name: string): Annotator | undefined =>
    people.find((one) => one.name === name) ?? people.find(({ id }) => id === name);
  // Names may have an equals sign of their own.
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    const [one, other] = [named(text.slice(0, at)), named(text.slice(at + 1))];
    if (one && other && one.id !== other.id) return [one, other];
  }
  const knownNames = people.map(({ name }) => visibleText(name)).join(", ");
  throw new UsageError(message("review.cli-no-pair", { text, known: knownNames }));
}

/** The annotators once these pairs are said to be one person each. Throws a `UsageError`. */
export const saidSame = (annotators: readonly Annotator[], pairs: readonly string[]): readonly Annotator[] =>
  pairs.reduce((known, text) => {
    const [one, other] = pairNamed(annotators, text);
    return withAnswer(known, [one.id, other.id], "same", one.id);
  }, annotators);

/** A line for each pair that looks like one person, with what speaks for it. `where`: whether the command itself has `--same`. */
export const alikeLines = (
  alike: readonly LikePair[],
  annotators: readonly Annotator[],
  { say, tell }: Words,
  where: "run" | "project" = "run",
): readonly string[] =>
  alike.map((pair) => {
    const [one, other] = pair.people.map((id) =>
      visibleText(annotators.find((annotator) => annotator.id === id)?.name ?? id),
    );
    const looks = say("review.alike-cli", { one: one ?? "", other: other ?? "", where });
    return `${looks} ${tell(alikeEvidence(pair))}\n`;
  });

/** Marks of a person that do not count, since another annotator of the same person has some of the same article. */
export interface UncountedMarks {
  readonly title: string;
  readonly annotator: Id;
  readonly counted: Id;
}

export function passedOverIn(
  title: string,
  sets: readonly { readonly set: AnnotationSetJson }[],
  person: PersonOf,
): readonly UncountedMarks[] {
  const { counted, passedOver } = countedSets(sets, person);
  return passedOver.flatMap(({ set: { annotatorId: annotator } }) => {
    const counterpart = counted.find(({ set }) => person(set.annotatorId) === person(annotator));
    return counterpart ? [{ title, annotator, counted: counterpart.set.annotatorId }] : [];
  });
}

/** A line for each of them. */
export const passedOverLines = (
  passedOver: readonly UncountedMarks[],
  annotators: readonly Annotator[],
  { say }: Words,
): readonly string[] => {
  const nameOf = (id: Id): string =>
    visibleText(annotators.find((annotator) => annotator.id === id)?.name ?? id);
  return passedOver.map(
    ({ title, annotator, counted }) =>
      `${say("review.cli-passed-over", {
        title: visibleText(title),
        other: nameOf(annotator),
        counted: nameOf(counted),
      })}\n`,
  );
};
