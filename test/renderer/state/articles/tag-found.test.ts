import { expect, it } from "vitest";
import { taggingWork } from "../../../../renderer/state/articles/tag-found.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { type Hit, mostHits } from "../../../../shared/search/query.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { entity, provenance } from "../../../helpers/marked-article.ts";
import { idSource } from "../../../helpers/sources.ts";

const text = "Prado met Ms. Prado.";
const hit = (words: string, from = 0, marked: readonly string[] = []): Hit => {
  const start = text.indexOf(words, from);
  return { ...selectorOf(text, { start, end: start + words.length }), marked };
};
const [speaker] = newsAttribution.spanTypes;
if (!speaker) throw new Error("The tagset has no types.");
const prado = entity("ep", "Prado");
const tags = (more: object = {}) => ({
  type: speaker,
  entity: null,
  entities: tableOf([prado]),
  newId: idSource(),
  provenance,
  ...more,
});

it("makes one span a hit in each article, without those that are marked so already", () => {
  const work = taggingWork(
    [
      { article: "a", hits: [hit("Prado"), hit("Ms. Prado")] },
      { article: "b", hits: [hit("Prado", 0, ["speaker"])] },
      { article: "c", hits: [hit("Prado", 0, ["cue"])] },
    ],
    tags(),
  );
  const read = work.parts.map(({ article, change }) => [
    article,
    change.spans?.added.map(({ id, type, segments, entity }) => [id, type, segments[0]?.quote, entity]),
  ]);
  expect(read).toEqual([
    [
      "a",
      [
        ["na", "speaker", "Prado", "ep"],
        ["nb", "speaker", "Ms. Prado", undefined],
      ],
    ],
    ["c", [["nc", "speaker", "Prado", "ep"]]],
  ]);
  expect(work.entities).toBe(undefined);
  expect(work.parts[0]?.change.spans?.added[0]?.segments).toEqual([selectorOf(text, { start: 0, end: 5 })]);
});

it("points all to the entity that is given, which learns its names once", () => {
  const meant = entity("em", "Mayor");
  const work = taggingWork(
    [
      { article: "a", hits: [hit("Prado"), hit("Ms. Prado")] },
      { article: "b", hits: [hit("Prado")] },
    ],
    tags({ entity: meant }),
  );
  expect(work.parts.flatMap(({ change }) => change.spans?.added.map(({ entity }) => entity))).toEqual([
    "em",
    "em",
    "em",
  ]);
  expect(work.entities?.updated).toEqual([
    { from: meant, to: { ...meant, aliases: ["Prado", "Ms. Prado"] } },
  ]);
});

it("makes the most hits that a search shows into one piece of work", () => {
  const hits = Array.from({ length: mostHits }, () => hit("Prado"));
  const [part] = taggingWork([{ article: "a", hits }], tags()).parts;
  expect(part?.change.spans?.added).toHaveLength(mostHits);
});
