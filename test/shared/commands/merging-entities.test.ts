import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import {
  createEntity,
  linkEntity,
  mergeEntities,
  tagSelection,
  unmergeEntity,
  updateEntity,
} from "../../../shared/commands/index.ts";
import { mentionsOf } from "../../../shared/model/annotation-set.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import { entityGroups, idsBehind, namesOf } from "../../../shared/model/entity-groups.ts";
import { get } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";

const zelensky = entity("a", "Volodymyr Zelensky", { aliases: ["Zelensky"] });
const zelenskyy = entity("b", "Volodymyr Zelenskyy");
const president = entity("c", "the Ukrainian president", { naming: "described" });

const { context, text } = markedArticle(
  "{x:speaker|Zelensky} and {y:speaker|Volodymyr Zelenskyy}: {z:speaker|the Ukrainian president} met Volodymyr Zelenskyy.",
  { entities: [zelensky, zelenskyy, president], points: { x: "a", y: "b", z: "c" } },
);

const contextAfter = (outcome: Outcome, before = context) => {
  if ("refusal" in outcome) throw new Error(outcome.refusal);
  return { ...before, annotations: applyChange(before.annotations, outcome.change) };
};

const merged = contextAfter(mergeEntities.run(context, { entities: ["b", "c"], into: "a" }));

describe("merging entities", () => {
  test("changes the registry alone, and all mentions count as those of the one that stays", () => {
    expect(merged.annotations.set).toEqual(context.annotations.set);
    const { entities, set } = merged.annotations;
    expect(["a", "b", "c"].map((id) => entityBehind(entities, id)?.id)).toEqual(["a", "a", "a"]);
    expect(
      idsBehind(entities, "b")
        .flatMap((id) => mentionsOf(set, id))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["x", "y", "z"]);
    const [group, ...others] = entityGroups(entities).values();
    expect(others).toEqual([]);
    expect(group && namesOf(group)).toEqual([
      "Volodymyr Zelensky",
      "Zelensky",
      "Volodymyr Zelenskyy",
      "the Ukrainian president",
    ]);
  });

  test("is one change that is taken back exactly, or taken apart one by one", () => {
    const outcome = mergeEntities.run(context, { entities: ["b", "c"], into: "a" });
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    expect(applyChange(merged.annotations, invertChange(outcome.change))).toEqual(context.annotations);
    const apart = contextAfter(unmergeEntity.run(merged, { entity: "b" }), merged);
    expect(get(apart.annotations.entities, "b")).toEqual(zelenskyy);
    expect(idsBehind(apart.annotations.entities, "a")).toEqual(["a", "c"]);
  });

  test("goes on to what its target was merged into, and through it", () => {
    const first = contextAfter(mergeEntities.run(context, { entities: ["b"], into: "a" }));
    const second = contextAfter(mergeEntities.run(first, { entities: ["c"], into: "b" }), first);
    expect(get(second.annotations.entities, "c")).toEqual({ ...president, mergedInto: "a" });
    const third = contextAfter(mergeEntities.run(first, { entities: ["a"], into: "c" }), first);
    expect(idsBehind(third.annotations.entities, "b")).toEqual(["c", "a", "b"]);
  });

  test("refuses an entity with itself, also by a detour, and one that is not there", () => {
    const refused = (args: Parameters<typeof mergeEntities.run>[1], before = context) =>
      mergeEntities.run(before, args);
    expect(refused({ entities: ["a"], into: "a" })).toEqual({ refusal: "merge-with-itself" });
    expect(refused({ entities: ["a"], into: "b" }, merged)).toEqual({ refusal: "merge-with-itself" });
    expect(refused({ entities: ["b", "missing"], into: "a" })).toEqual({ refusal: "entity-missing" });
    expect(refused({ entities: ["b"], into: "missing" })).toEqual({ refusal: "entity-missing" });
    expect(refused({ entities: [], into: "a" })).toEqual({ refusal: "nothing-to-change" });
    expect(refused({ entities: ["b"], into: "a" }, merged)).toEqual({ refusal: "nothing-to-change" });
    expect(unmergeEntity.run(merged, { entity: "a" })).toEqual({ refusal: "nothing-to-change" });
  });

  test("lets new mentions find the one that stays by any of its names", () => {
    const start = text.text.lastIndexOf("Volodymyr");
    const range = { start, end: start + "Volodymyr Zelenskyy".length };
    const tagged = tagSelection.run(merged, { range, type: "speaker", snap: true, card: null });
    expect(tagged).toMatchObject({ change: { spans: { added: [{ entity: "a" }] } } });
    expect(linkEntity.run(merged, { span: "y", entity: "c" })).toMatchObject({
      change: { spans: { updated: [{ to: { entity: "a" } }] } },
    });
    expect(createEntity.run(merged, { span: "y" })).toHaveProperty("change");
  });

  test("keeps the old name of a renamed entity where other articles read so", () => {
    const renamed = updateEntity.run(context, { entity: "b", name: "Zelenskyi", keepName: true });
    expect(renamed).toMatchObject({
      change: { entities: { updated: [{ to: { name: "Zelenskyi", aliases: ["Volodymyr Zelenskyy"] } }] } },
    });
  });
});
