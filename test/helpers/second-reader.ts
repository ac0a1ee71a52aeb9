// A second annotator beside the only one of a project: who reads the same articles and differs here and there.
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import type { Annotator } from "../../shared/model/project.ts";

export const secondReader: Annotator = { id: "second", name: "Bo Ek" };

/** What the second annotator makes of a set of the first; `null`: they have none of the article. */
export type Reread = (set: AnnotationSetJson, at: number) => AnnotationSetJson | null;

/** The project with a set of the second annotator for each one of the first. */
export const withSecondReader = (bundle: ExportBundle, reread: Reread): ExportBundle => ({
  ...bundle,
  annotators: [...bundle.annotators, secondReader],
  articles: bundle.articles.map((article, at) => {
    const [set] = article.sets;
    const other = set ? reread(set, at) : null;
    return other === null
      ? article
      : { ...article, sets: [...article.sets, { ...other, annotatorId: secondReader.id }] };
  }),
});

/**
 * Differs in each way that figures heed: every third card is missing, of others the polarity or the first voice is another, every second exclusion
 * and every second role is missing; and of every fourth article there is no set.
 */
export const differingReread =
  (entities: readonly string[]): Reread =>
  (set, at) => {
    if (at % 4 === 3) return null;
    const attributions = set.attributions
      .filter((_, index) => (index + at) % 3 !== 2)
      .map((card, index) =>
        (index + at) % 3 === 1 ? { ...card, fields: { ...card.fields, polarity: "denies" } } : card,
      );
    const revoiced = new Set(
      attributions.flatMap(({ voice }, index) => ((index + at) % 2 === 0 ? voice.slice(0, 1) : [])),
    );
    const entity = entities[at % entities.length];
    const spans = set.spans.map((span) =>
      revoiced.has(span.id) && entity !== undefined ? { ...span, entity } : span,
    );
    const { appearances } = set;
    return {
      ...{ ...set, attributions, spans },
      exclusions: set.exclusions.filter((_, index) => (index + at) % 2 === 0),
      ...(appearances && { appearances: appearances.filter((_, index) => index % 2 === 0) }),
    };
  };
