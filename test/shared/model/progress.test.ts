import { describe, expect, it } from "vitest";
import { setProgress } from "../../../shared/commands/index.ts";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import { type Entity, entityBehind } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";

describe("the state of an article", () => {
  const blank = markedArticle("Nobody said a word.");
  const begun = markedArticle("{o:speaker|Orban} spoke.");

  it("follows from the marks until it is said", () => {
    expect(articleStateOf(blank.set)).toBe("new");
    expect(articleStateOf(begun.set)).toBe("in-progress");
  });

  it("is what was said, kept with the note through files, and given back to the marks", () => {
    const said = setProgress.run(begun.context, { state: "done", note: "ask the desk" });
    const after = stateAfter(begun.context, said);
    const read = setFromJson(JSON.parse(JSON.stringify(setToJson(after.set))));
    expect([articleStateOf(read), articleNoteOf(read)]).toEqual(["done", "ask the desk"]);
    expect(violations(after, begun.invariants)).toEqual([]);
    const context = { ...begun.context, annotations: after };
    const cleared = stateAfter(context, setProgress.run(context, { state: null, note: "" }));
    expect(setToJson(cleared.set)).toEqual(setToJson(begun.set));
  });
});

describe("the entity behind an id", () => {
  const entity = (id: string, mergedInto?: string): Entity => ({
    id,
    name: id,
    type: "person",
    naming: "named",
    aliases: [],
    ...(mergedInto === undefined ? {} : { mergedInto }),
  });

  it("is found through all merges, and a circle ends", () => {
    const entities = tableOf([
      entity("a", "b"),
      entity("b", "c"),
      entity("c"),
      entity("x", "y"),
      entity("y", "x"),
    ]);
    expect(entityBehind(entities, "a")?.id).toBe("c");
    expect(entityBehind(entities, "c")?.id).toBe("c");
    expect(entityBehind(entities, "gone")).toBeUndefined();
    expect(entityBehind(entities, "x")?.mergedInto).toBeDefined();
  });
});
