// Annotators who are one person, on the command line: said for one run (`--same`), and asked about where sets look like one person's.
import type { Annotator } from "../../shared/model/project.ts";
import { visibleText } from "../../shared/problems/visible-text.ts";
import type { LikePair } from "../../shared/review/like-people.ts";
import { withAnswer } from "../../shared/review/one-person.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { UsageError } from "./cli-command.ts";

/** Two annotators out of `NAME=NAME`, each by name or id. Throws a `UsageError` for anything else. */
export function pairNamed(annotators: readonly Annotator[], text: string): readonly [Annotator, Annotator] {
  const named = (name: string): Annotator | undefined =>
    annotators.find((one) => one.name === name) ?? annotators.find(({ id }) => id === name);
  // Names may have an equals sign of their own.
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    const [one, other] = [named(text.slice(0, at)), named(text.slice(at + 1))];
    if (one && other && one.id !== other.id) return [one, other];
  }
  const known = annotators.map(({ name }) => visibleText(name)).join(", ");
  throw new UsageError(message("review.cli-no-pair", { text, known }));
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
  { say }: Words,
  where: "run" | "project" = "run",
): readonly string[] =>
  alike.map(({ people, spans, articles, same, sameIds, sameMoments }) => {
    const [one, other] = people.map((id) =>
      visibleText(annotators.find((annotator) => annotator.id === id)?.name ?? id),
    );
    const evidence = say("review.alike-evidence", {
      same,
      ones: spans[0],
      others: spans[1],
      articles,
      ids: sameIds,
      moments: sameMoments,
    });
    return `${say("review.alike-cli", { one: one ?? "", other: other ?? "", where })} ${evidence}\n`;
  });
