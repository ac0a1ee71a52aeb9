// What belongs with an export, and what stays at home.
import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../shared/annotated-json/bundle.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { annotatorId, entity } from "../../helpers/marked-article.ts";

const sample = sampleBundle();
const anna = { id: annotatorId, name: "Anna Lind" };
const project = {
  schemaVersion,
  id: "project",
  name: "Project",
  createdAt: "2026-01-01T00:00:00.000Z",
  tagset: newsAttribution,
  annotators: [{ id: "bob", name: "Bob" }, anna],
};
const rest = { exportedAt: sample.exportedAt, generator: sample.generator };

describe("bundleOf", () => {
  it("takes along the entities and annotators that the sets refer to, and nobody else", () => {
    const [article] = sample.articles;
    const entities = [entity("stranger", "A stranger"), ...sample.entities];
    const bundle = bundleOf({ ...rest, project, entities, articles: article ? [article] : [] });
    const mentioned = new Set(article?.sets.flatMap((set) => set.spans.flatMap((span) => span.entity ?? [])));
    expect(bundle.annotators).toEqual([anna]);
    expect(bundle.entities.map(({ id }) => id)).toEqual(
      sample.entities.map(({ id }) => id).filter((id) => mentioned.has(id)),
    );
    expect(bundle.entities.length).toBeLessThan(sample.entities.length);
  });

  it("takes along who made single records in another's set", () => {
    const articles = sample.articles.map((article) => ({
      ...article,
      sets: article.sets.map((set) => ({
        ...set,
        spans: set.spans.map((span) => ({
          ...span,
          provenance: {
            ...span.provenance,
            annotator: "bob",
            origin: { by: "imported", from: "x" } as const,
          },
        })),
      })),
    }));
    const bundle = bundleOf({ ...rest, project, entities: sample.entities, articles });
    expect(bundle.annotators).toEqual(project.annotators);
  });

  it("leaves out what an article without sets does not need", () => {
    const articles = sample.articles.map((article) => ({ ...article, sets: [] }));
    const bundle = bundleOf({ ...rest, project, entities: sample.entities, articles });
    expect(bundle).toEqual({
      ...rest,
      project: { id: "project", name: "Project" },
      annotators: [],
      tagset: newsAttribution,
      entities: [],
      articles,
    });
  });
});
