// What of several projects and files is measured together: the articles of which everybody chosen has a set.

import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import { isPerson } from "../../shared/model/curation.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import type { MeasuredArticle } from "../../shared/review/agreement/compared-article.ts";
import { type LikePair, likePeople } from "../../shared/review/like-people.ts";
import { oneSetEach, personOf } from "../../shared/review/one-person.ts";
import { sameArticles } from "../../shared/review/same-articles.ts";
import { message } from "../../shared/words/message.ts";
import { UsageError } from "./cli-command.ts";
import { type PassedOver, passedOverIn, saidSame } from "./same-people.ts";

interface Measured {
  readonly annotators: readonly Annotator[];
  readonly articles: readonly MeasuredArticle[];
  readonly entities: readonly Entity[];
  readonly tagset: ExportBundle["tagset"];
  /** Titles of articles that not everybody has a set of. */
  readonly leftOut: readonly string[];
  /** Everybody of all sources, and who of them looks like one person. */
  readonly everybody: readonly Annotator[];
  readonly alike: readonly LikePair[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * `named`: names or ids of annotators; none: all who have a set, but the curation. An article is one wherever it comes
 * from (`sameArticles`); of two sets by one annotator the first counts. `same`: pairs that are one person, as `NAME=NAME`, beside those that the
 * sources say are. Throws a `UsageError` for a name nobody has.
 */
export function measuredIn(
  bundles: readonly [ExportBundle, ...ExportBundle[]],
  named: readonly string[],
  same: readonly string[] = [],
): Measured {
  const people = new Map(bundles.flatMap((bundle) => bundle.annotators.map((one) => [one.id, one] as const)));
  const everybody = saidSame([...people.values()], same);
  const person = personOf(everybody);
  const articleGroups = sameArticles(bundles).map((group) => {
    const { article, text } = group[0];
    const { id, title, metadata } = article;
    const firstSetByAnnotator = new Map<Id, AnnotationSetJson>();
    for (const annotationSet of group.flatMap((one) => one.sets))
      if (!firstSetByAnnotator.has(annotationSet.annotatorId))
        firstSetByAnnotator.set(annotationSet.annotatorId, annotationSet);
    const every = [...firstSetByAnnotator.values()].map((set) => ({ set }));
    const personSets = oneSetEach(every, person);
    return {
      article: { id, title, text, metadata },
      every: every.map(({ set }) => set),
      sets: new Map(personSets.map(({ set }) => [set.annotatorId, set])),
      passedOver: passedOverIn(title, every, person),
    };
  });
  const chosenIds = chosenFrom(
    everybody.filter(({ id }) => articleGroups.some(({ sets }) => sets.has(person(id)))),
    named,
  ).map(({ id }) => person(id));
  const annotators = [...new Set(chosenIds)].flatMap((id) => everybody.find((one) => one.id === id) ?? []);
  const measuredArticles = articleGroups.map(({ article, sets }) => ({
    ...article,
    sets: annotators.flatMap(({ id }) => sets.get(id) ?? []),
  }));
  const isWhole = ({ sets }: MeasuredArticle): boolean =>
    sets.length === annotators.length && sets.length > 1;
  return {
    annotators,
    articles: measuredArticles.filter(isWhole),
    entities: [...new Map(bundles.flatMap(({ entities }) => entities.map((one) => [one.id, one]))).values()],
    tagset: bundles[0].tagset,
    everybody,
    alike: likePeople(
      articleGroups.map(({ every }) => ({ sets: every })),
      everybody,
    ),
    passedOver: articleGroups.flatMap(({ passedOver }) => passedOver),
    leftOut: measuredArticles.filter((article) => !isWhole(article)).map(({ title }) => title),
  };
}

function chosenFrom(people: readonly Annotator[], named: readonly string[]): readonly Annotator[] {
  if (named.length === 0) return people.filter(isPerson);
  return named.map((name) => {
    const annotator = people.find((person) => person.id === name || person.name === name);
    if (!annotator)
      throw new UsageError(
        message("cli.agreement-no-annotator", {
          name,
          known: people.map((person) => person.name).join(", "),
        }),
      );
    return annotator;
  });
}
