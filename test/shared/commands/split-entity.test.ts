import { expect, test } from "vitest";
import { splitEntity } from "../../../shared/commands/entities.ts";
import { get } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { idSource } from "../../helpers/sources.ts";

const house = entity("h", "The White House", { aliases: ["Leavitt", "the administration", "the house"] });
const merged = entity("m", "The Oval Office", { mergedInto: "h", aliases: ["LEAVITT", "the office"] });
const { context, span } = markedArticle(
  "{a:speaker|Leavitt}, {b:speaker|the house}, {c:speaker|The White House} and {d:speaker|The House}.",
  { entities: [house, merged], points: { a: "h", b: "h", c: "h", d: "h" } },
);
const split = (moving: readonly string[], staying: readonly string[]) =>
  splitEntity(
    {
      from: [house, merged],
      mentions: moving.map((id) => ({ article: "x", span: span(id) })),
      staying: staying.map(span),
      name: "Karoline Leavitt",
    },
    { newId: idSource(), now: context.now },
  );

test("what is split off takes its words along, from those that were merged too", () => {
  const done = split(["a"], ["b", "c", "d"]);
  if ("refusal" in done) throw new Error(done.refusal);
  expect(done.entity).toMatchObject({ name: "Karoline Leavitt", aliases: ["Leavitt"] });
  expect(done.work.entities?.updated).toEqual([
    { from: house, to: { ...house, aliases: ["the administration", "the house"] } },
    { from: merged, to: { ...merged, aliases: ["the office"] } },
  ]);
  expect(get(context.annotations.entities, "h")).toEqual(house);
});

test("words by which a mention that stays is called stay as well", () => {
  const done = split(["b"], ["a", "c", "d"]);
  if ("refusal" in done) throw new Error(done.refusal);
  expect(done.work.entities?.updated).toEqual([]);
});
