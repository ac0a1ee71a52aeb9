import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import { guessedType, isPronoun, nameIn, namingOf } from "../../../shared/commands/entity-names.ts";
import {
  createEntity,
  linkEntity,
  removeAlias,
  setEntityField,
  unlinkEntity,
  updateEntity,
} from "../../../shared/commands/index.ts";
import { applyChange } from "../../../shared/model/change.ts";
import type { EntityAnswer } from "../../../shared/model/entity-field.ts";
import { get } from "../../../shared/model/table.ts";
import { entityFields } from "../../helpers/entity-fields.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { entitiesRead, spansRead, stateAfter } from "../../helpers/outcome.ts";
import { idSource } from "../../helpers/sources.ts";

const orban = entity("e", "Viktor Orban", { aliases: ["Orban"] });
const { context } = markedArticle(
  "{v:speaker|Viktor Orban} {s:cue|said}. {h:speaker|He} is {m:speaker|Prime Minister Orban’s} man, {d:speaker|the premier}, {u:speaker|ORBAN}.",
  { entities: [orban, entity("f", "officials", { naming: "described" })], points: { v: "e" } },
);
const registry = (outcome: Outcome) => entitiesRead(stateAfter(context, outcome));
const create = (args: Parameters<typeof createEntity.run>[1]): Outcome =>
  createEntity.run({ ...context, newId: idSource() }, args);

describe("the name in a mention", () => {
  it.each([
    ["Trump’s", "Trump"],
    ["Trump's", "Trump"],
    ["the allies’", "the allies"],
    ["Viktor\n  Orban ", "Viktor Orban"],
    ["O’Brien", "O’Brien"],
  ])("%j is %j", (words, name) => {
    expect(nameIn(markedArticle(`{x:speaker|${words}}`).span("x"))).toBe(name);
  });

  it.each([
    ["Karoline Leavitt", "named"],
    ["White House press secretary Karoline Leavitt", "named"],
    ["President Donald Trump", "named"],
    ["the United States", "named"],
    ["Kremlin spokesman Dmitry Peskov", "named"],
    ["top administration officials", "described"],
    ["Top administration officials", "described"],
    ["European leaders", "described"],
    ["a spokesman for Putin", "described"],
    ["a senior administration official", "described"],
    ["he", "described"],
    ["a source", "anonymous"],
    ["two people familiar with the matter", "anonymous"],
    ["People briefed on the talks", "anonymous"],
    ["a person close to Trump", "anonymous"],
  ] as const)("%s is %s", (name, naming) => {
    expect(namingOf(name)).toBe(naming);
  });

  it("is none when it is a pronoun", () => {
    expect(["He", "they", "Her", "Hermann"].map(isPronoun)).toEqual([true, true, true, false]);
  });
});

describe("the name of a body", () => {
  it.each([
    "The White House",
    "the Ministry of Defence",
    "NATO",
    "the U.N.",
    "the European Union",
    "the Department for Transport",
    "Police",
  ])("%s is one", (name) => {
    expect(guessedType(name, "person")).toBe("organization");
  });

  it.each([
    "White House press secretary Karoline Leavitt",
    "Kremlin spokesman Dmitry Peskov",
    "House Speaker Mike Johnson",
    "Trump",
    "JD Vance",
    "a NATO official",
    "I",
  ])("%s is none", (name) => {
    expect(guessedType(name, "person")).toBe("person");
  });
});

describe("creating an entity", () => {
  it("reads it off the mention and points the mention to it", () => {
    const outcome = create({ span: "m" });
    expect(registry(outcome)).toContainEqual(entity("na", "Prime Minister Orban"));
    expect(spansRead(stateAfter(context, outcome))).toContain("m speaker: Prime Minister Orban’s → na");
  });

  it("makes an organization of what is named like one, unless it is told otherwise", () => {
    const { context: house } = markedArticle("{w:speaker|The White House} said.");
    const made = (more: object) =>
      entitiesRead(
        stateAfter(house, createEntity.run({ ...house, newId: idSource() }, { span: "w", ...more })),
      );
    expect(made({})).toEqual([entity("na", "The White House", { type: "organization" })]);
    expect(made({ type: "group" })).toEqual([entity("na", "The White House", { type: "group" })]);
  });

  it("takes what is given, and keeps the mention’s own words as an alias", () => {
    expect(registry(create({ span: "m", name: " Orbán ", type: "group", naming: "named" }))).toContainEqual(
      entity("na", "Orbán", { type: "group", aliases: ["Prime Minister Orban"] }),
    );
  });

  it("is refused without a name, and for a span that refers to nobody", () => {
    expect(create({ span: "m", name: " " })).toEqual({ refusal: "name-empty" });
    expect(create({ span: "s" })).toEqual({ refusal: "type-takes-no-entity" });
  });
});

describe("linking an entity", () => {
  it.each([
    ["m", ["Orban", "Prime Minister Orban"], "another proper name"],
    ["h", ["Orban"], "no pronoun"],
    ["d", ["Orban"], "no description of somebody who has a name"],
    ["u", ["Orban"], "nothing that differs only in case"],
  ] as const)("learns from %s the names %j: %s", (span, aliases, _why) => {
    expect(registry(linkEntity.run(context, { span, entity: "e" }))).toContainEqual({ ...orban, aliases });
  });

  it("learns descriptions of somebody who has no name", () => {
    expect(registry(linkEntity.run(context, { span: "d", entity: "f" }))).toContainEqual(
      entity("f", "officials", { naming: "described", aliases: ["the premier"] }),
    );
  });

  it("learns no pronoun, even for somebody who has no name", () => {
    const state = stateAfter(context, linkEntity.run(context, { span: "h", entity: "f" }));
    expect(get(state.entities, "f")).toEqual(entity("f", "officials", { naming: "described" }));
  });

  it("can be taken back, which leaves the entity", () => {
    const state = stateAfter(context, unlinkEntity.run(context, { span: "v" }));
    expect([get(state.set.spans, "v"), entitiesRead(state)]).toEqual([
      expect.not.objectContaining({ entity: expect.anything() }),
      entitiesRead(context.annotations),
    ]);
    expect(unlinkEntity.run(context, { span: "m" })).toEqual({ refusal: "nothing-to-change" });
  });

  it("is refused when it is so already", () => {
    expect(linkEntity.run(context, { span: "v", entity: "e" })).toEqual({ refusal: "nothing-to-change" });
  });
});

describe("updating an entity", () => {
  const update = (more: Omit<Parameters<typeof updateEntity.run>[1], "entity">) =>
    registry(updateEntity.run(context, { entity: "e", ...more })).find(({ id }) => id === "e");

  it("keeps the name before as an alias while mentions read so", () => {
    expect(update({ name: "Orban" })).toEqual(entity("e", "Orban", { aliases: ["Viktor Orban"] }));
  });

  it("sets values and takes them away", () => {
    expect(update({ role: " prime minister ", type: "group", naming: "described" })).toEqual({
      ...orban,
      type: "group",
      naming: "described",
      role: "prime minister",
    });
    const anonymity = { terms: "on background", reason: "not allowed to speak" };
    expect(update({ anonymity, externalId: "Q57641" })).toEqual({
      ...orban,
      anonymity,
      externalId: "Q57641",
    });
    expect(updateEntity.run(context, { entity: "e", role: null, anonymity: null, affiliation: "" })).toEqual({
      refusal: "nothing-to-change",
    });
  });

  it("enters what is known in the project's own fields, with who did so, and takes it out again", () => {
    const of = (annotations = context.annotations) => ({
      ...context,
      annotations,
      tagset: { ...context.tagset, entityFields },
    });
    const enter = (field: string, answer: EntityAnswer | null, within = of()) =>
      setEntityField.run(within, { entity: "e", field, answer });
    const outcome = enter("gender", { value: "woman" });
    const provenance = { annotator: context.annotator, at: expect.any(String), origin: { by: "human" } };
    expect(registry(outcome).find(({ id }) => id === "e")).toEqual({
      ...orban,
      fields: { gender: { value: "woman", provenance } },
    });
    if ("refusal" in outcome) throw new Error(outcome.refusal);
    const entered = of(applyChange(context.annotations, outcome.change));
    expect(enter("gender", { value: "woman" }, entered)).toEqual({ refusal: "nothing-to-change" });
    const declined = enter("gender", { declined: true }, entered);
    expect(registry(declined).find(({ id }) => id === "e")?.fields).toEqual({
      gender: { declined: true, provenance },
    });
    const taken = enter("gender", null, entered);
    expect("change" in taken && taken.change.entities?.updated.map(({ to }) => to)).toEqual([orban]);
    expect(enter("age", { value: "old" })).toEqual({ refusal: "unknown-value" });
    expect(enter("mood", { value: "old" })).toEqual({ refusal: "unknown-field" });
  });

  it("is refused an empty name", () => {
    expect(updateEntity.run(context, { entity: "e", name: " " })).toEqual({ refusal: "name-empty" });
  });

  it("can lose an alias", () => {
    expect(registry(removeAlias.run(context, { entity: "e", alias: "Orban" }))[0]).toEqual({
      ...orban,
      aliases: [],
    });
    expect(removeAlias.run(context, { entity: "e", alias: "Merz" })).toEqual({ refusal: "alias-missing" });
  });
});
