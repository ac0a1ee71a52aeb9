// The sample articles as several people would mark them: everybody starts from the sample's own marks, has ids of their own, and
// differs in what people differ in. Who differs where follows from the names' order alone, so that it is the same in every run.
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { NewId } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import type { SampleArticle } from "../../shared/sample/index.ts";
import { sample } from "./bundles.ts";
import { departedFrom } from "./departed-set.ts";
import { idSource } from "./sources.ts";

export interface SeveralAnnotators {
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
  /** `sets` in the order of the annotators. */
  readonly articles: readonly {
    readonly article: SampleArticle;
    readonly sets: readonly AnnotationSetJson[];
  }[];
}

/** The first keeps the sample's marks; every other one departs from them in ways of their own. */
export function severalAnnotators(names: readonly string[], newId: NewId = idSource("r")): SeveralAnnotators {
  const { articles, entities } = sample(2);
  const annotators = names.map((name) => ({ id: newId(), name }));
  return {
    annotators,
    // What was entered in fields belongs to the one who made the sample.
    entities: entities.map(({ fields, ...entity }) => entity),
    articles: articles.map((article) => ({
      article,
      sets: annotators.map(({ id }, at) =>
        departedFrom(article, { annotator: id, newId, entities, person: at }),
      ),
    })),
  };
}
