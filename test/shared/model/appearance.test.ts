import { describe, expect, it } from "vitest";
import { setAppearance } from "../../../shared/commands/index.ts";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { type AppearanceRole, appearanceId, rolesIn } from "../../../shared/model/appearance.ts";
import { added, applyChange, invertChange, removed } from "../../../shared/model/change.ts";
import { isId } from "../../../shared/model/id.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { withEntities } from "../../../shared/review/entities-made-twice.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { changeOf, stateAfter } from "../../helpers/outcome.ts";

const { context, annotations, invariants } = markedArticle(
  "{o:speaker|Orban} said so. {p:speaker|The premier} agreed with {l:speaker|Leavitt}.",
  {
    entities: [
      entity("orban", "Orban"),
      entity("premier", "The premier", { mergedInto: "orban" }),
      entity("leavitt", "Leavitt"),
      entity("absent", "Absent"),
    ],
    points: { o: "orban", p: "premier", l: "leavitt" },
  },
);

const saying = (roles: Readonly<Record<string, AppearanceRole>>) => ({
  ...annotations,
  set: setFromJson({
    ...setToJson(annotations.set),
    appearances: Object.entries(roles).map(([of, role]) => ({ id: appearanceId(of), entity: of, role })),
  }),
});
const read = ({ set, entities }: typeof annotations) => Object.fromEntries(rolesIn(set, entities));

describe("the role of an appearance", () => {
  it("has an id that follows from the entity and differs from entity to entity", () => {
    const ids = ["orban", "premier", "k".repeat(32)].map(appearanceId);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(3);
    const [one] = setToJson(saying({ orban: "official" }).set).appearances ?? [];
    if (!one) throw new RangeError("It says nothing.");
    const renamed = {
      ...annotations,
      set: setFromJson({ ...setToJson(annotations.set), appearances: [{ ...one, id: "x" }] }),
    };
    expect(violations(renamed, invariants)).toMatchObject([
      { code: "appearance-differs", kind: "appearances" },
    ]);
  });

  it("is that of the entity that counts, else that of all merged into it, where they are one", () => {
    expect(read(saying({ orban: "official", premier: "chosen" }))).toEqual({ orban: "official" });
    expect(read(saying({ premier: "chosen" }))).toEqual({ orban: "chosen" });
    const apart = tableOf([entity("orban", "Orban"), entity("premier", "The premier")]);
    expect(read({ ...saying({ premier: "chosen" }), entities: apart })).toEqual({ premier: "chosen" });
    const third = tableOf(
      ["orban", "premier"]
        .map((id) => entity(id, id, { mergedInto: "absent" }))
        .concat(entity("absent", "A")),
    );
    expect(read({ ...saying({ orban: "official", premier: "chosen" }), entities: third })).toEqual({});
  });

  it("is none where the set does not mention the entity, or the registry has lost it", () => {
    expect(read(saying({ absent: "chosen", gone: "chosen" }))).toEqual({});
    expect(violations(saying({ absent: "chosen", gone: "chosen" }), invariants)).toEqual([]);
  });
});

describe("setting a role", () => {
  it("gives it to every entity of the group that the article mentions, so that taking them apart leaves each its role", () => {
    const after = stateAfter(context, setAppearance.run(context, { entity: "orban", role: "official" }));
    expect(read(after)).toEqual({ orban: "official" });
    const apart = tableOf([entity("orban", "Orban"), entity("premier", "The premier")]);
    expect(read({ ...after, entities: apart })).toEqual({ orban: "official", premier: "official" });
  });

  it("takes it away from all of them, and its inverse gives it back", () => {
    const before = saying({ orban: "official", premier: "chosen" });
    const inIt = { ...context, annotations: before };
    const change = changeOf(setAppearance.run(inIt, { entity: "premier", role: null }));
    const after = applyChange(before, change);
    expect(setToJson(after.set)).not.toHaveProperty("appearances");
    expect(setToJson(applyChange(after, invertChange(change)).set)).toEqual(setToJson(before.set));
  });

  it.each([
    ["nobody", "entity-missing"],
    ["absent", "entity-not-mentioned"],
  ])("is refused for %s", (of, refusal) => {
    expect(setAppearance.run(context, { entity: of, role: "chosen" })).toEqual({ refusal });
  });

  it("says nothing of an entity whose only mention goes, and says it again when that comes back", () => {
    const state = saying({ leavitt: "newsmaker" });
    const [mention] = setToJson(state.set).spans.filter(({ id }) => id === "l");
    if (!mention) throw new RangeError("Nobody mentions Leavitt.");
    const without = applyChange(state, { spans: removed(mention) });
    expect(read(without)).toEqual({});
    expect(read(applyChange(without, { spans: added(mention) }))).toEqual({ leavitt: "newsmaker" });
  });
});

it("goes with an entity that becomes another one's, unless that one has its own", () => {
  const ids = new Map([["premier", "orban"]]);
  const roles = (said: Parameters<typeof saying>[0]) =>
    withEntities(setToJson(saying(said).set), ids).appearances?.map(({ id, entity: of, role }) => [
      of,
      role,
      id === appearanceId(of),
    ]);
  expect(roles({ premier: "chosen" })).toEqual([["orban", "chosen", true]]);
  expect(roles({ premier: "chosen", orban: "official", leavitt: "newsmaker" })?.sort()).toEqual([
    ["leavitt", "newsmaker", true],
    ["orban", "official", true],
  ]);
});
