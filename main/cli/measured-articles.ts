// What of several projects and files is measured together: the articles of which everybody chosen has a set.

import type { ExportBundle } from "../../shared/exporters/bundle.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import type { MeasuredArticle } from "../../shared/review/agreement/compared-article.ts";
import { message } from "../../shared/words/message.ts";
import { UsageError } from "./cli-command.ts";

export interface Measured {
  readonly annotators: readonly Annotator[];
  readonly articles: readonly MeasuredArticle[];
  readonly entities: readonly Entity[];
  readonly tagset: ExportBundle["tagset"];
  /** Titles of articles that not everybody has a set of. */
  readonly leftOut: readonly string[];
}

/**
 * `named`: names or ids of annotators; none: all who have a set, but the curation. The same text is one article wherever it
 * comes from; of two sets by one person the first counts. Throws a `UsageError` for a name nobody has.
 */
export function measuredIn(
  bundles: readonly [ExportBundle, ...ExportBundle[]],
  named: readonly string[],
): Measured {
  const people = new Map(bundles.flatMap((bundle) => bundle.annotators.map((one) => [one.id, one] as const)));
  const texts = new Map<
    string,
    { article: Omit<MeasuredArticle, "sets">; sets: Map<Id, AnnotationSetJson> }
  >();
  for (const { articles } of bundles)
    for (const { article, text, sets } of articles) {
      const known = texts.get(article.textHash) ?? {
        article: { id: article.id, title: article.title, text, metadata: article.metadata },
        sets: new Map<Id, AnnotationSetJson>(),
      };
      texts.set(article.textHash, known);
      for (const set of sets) if (!known.sets.has(set.annotatorId)) known.sets.set(set.annotatorId, set);
    }
  const found = [...texts.values()];
  const annotators = chosenFrom(
    [...people.values()].filter(({ id }) => found.some(({ sets }) => sets.has(id))),
    named,
  );
  const whole = found.map(({ article, sets }) => ({
    ...article,
    sets: annotators.flatMap(({ id }) => sets.get(id) ?? []),
  }));
  const isWhole = ({ sets }: MeasuredArticle): boolean =>
    sets.length === annotators.length && sets.length > 1;
  return {
    annotators,
    articles: whole.filter(isWhole),
    entities: [...new Map(bundles.flatMap(({ entities }) => entities.map((one) => [one.id, one]))).values()],
    tagset: bundles[0].tagset,
    leftOut: whole.filter((article) => !isWhole(article)).map(({ title }) => title),
  };
}

function chosenFrom(people: readonly Annotator[], named: readonly string[]): readonly Annotator[] {
  if (named.length === 0) return people.filter(({ kind }) => kind !== "curation");
  return named.map((name) => {
    const one = people.find((person) => person.id === name || person.name === name);
    if (!one)
      throw new UsageError(
        message("cli.agreement-no-annotator", {
          name,
          known: people.map((person) => person.name).join(", "),
        }),
      );
    return one;
  });
}
