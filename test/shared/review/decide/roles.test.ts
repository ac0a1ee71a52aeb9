// Roles of sources in a curation: what people say of each, what is decided, and when that is open again.
import { expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../../shared/model/annotation-set.ts";
import { type AppearanceRole, appearanceId } from "../../../../shared/model/appearance.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { records } from "../../../../shared/model/table.ts";
import { acceptTogether } from "../../../../shared/review/decide/index.ts";
import {
  decideRoles,
  openRoles,
  type RoleVerdict,
  roleQuestions,
  unanimousRoles,
} from "../../../../shared/review/decide/roles.ts";
import { withEntities } from "../../../../shared/review/entities-made-twice.ts";
import { entity, markedArticle } from "../../../helpers/marked-article.ts";
import { stateAfter } from "../../../helpers/outcome.ts";
import { deciderOf, reviewOf, type UnderReview } from "./reviews.ts";

const text = "{o:speaker|Orban} said so, and {s:speaker|a source} agreed.";
const named = entity("orban", "Orban");
const source = (id: string): Entity => entity(id, "a source", { naming: "anonymous" });

type Roles = Readonly<Record<string, AppearanceRole>>;

/** One person's set: whom the second mention is of, and the roles that they give. */
function says(unnamed: string, roles: Roles): Annotations {
  const { annotations } = markedArticle(text, {
    entities: [named, source(unnamed)],
    points: { o: "orban", s: unnamed },
  });
  const appearances = Object.entries(roles).map(([of, role]) => ({ id: appearanceId(of), entity: of, role }));
  return { ...annotations, set: setFromJson({ ...setToJson(annotations.set), appearances }) };
}

const review = (...people: readonly Annotations[]): UnderReview => reviewOf(markedArticle(text).text, people);
const decider = deciderOf(markedArticle(text).text);

function decided(under: UnderReview, state: Annotations, taken: RoleVerdict["taken"], at = 0): Annotations {
  const question = roleQuestions(under.review, state)[at];
  if (!question) throw new RangeError("There is no such question.");
  const context = decider(state);
  return stateAfter(
    context,
    decideRoles.run(context, { review: under.review, verdicts: [{ question, taken }] }),
  );
}

const rolesOf = ({ set }: Annotations) =>
  Object.fromEntries([...records(set.appearances)].map(({ entity: of, role }) => [of, role]));

const two = review(says("u", { orban: "official" }), says("u", { orban: "newsmaker" }));

it("asks about each source of which somebody says a role", () => {
  expect(roleQuestions(two.review, two.start)).toMatchObject([
    {
      entity: { id: "orban" },
      roles: ["official", "newsmaker"],
      isUnanimous: false,
      decision: null,
      curated: null,
    },
  ]);
});

it("takes the role of one of them, none, and takes that back again", () => {
  const taken = decided(two, two.start, 1);
  expect(rolesOf(taken)).toEqual({ orban: "newsmaker" });
  expect(openRoles(two.review, taken)).toEqual([]);
  const none = decided(two, taken, null);
  expect(rolesOf(none)).toEqual({});
  expect([...records(none.set.decisions)]).toMatchObject([
    { of: "appearance", how: "nothing", aspects: ["role"] },
  ]);
  expect(openRoles(two.review, none)).toEqual([]);
  const open = decided(two, none, "open");
  expect([...records(open.set.decisions)]).toEqual([]);
  expect(openRoles(two.review, open)).toHaveLength(1);
});

it("is open again once whoever was taken says another role, or somebody else has a say", () => {
  const taken = decided(two, two.start, 1);
  const other = review(says("u", { orban: "official" }), says("u", { orban: "chosen" }));
  expect(openRoles(other.review, taken)).toHaveLength(1);
  const fewer = review(says("u", {}), says("u", { orban: "newsmaker" }));
  expect(openRoles(fewer.review, taken)).toHaveLength(1);
  const third = review(says("u", { orban: "chosen" }), says("u", { orban: "newsmaker" }));
  expect(openRoles(third.review, taken)).toEqual([]);
});

it("accepts together what all say alike, of an unnamed source under whichever id they have it", () => {
  const alike = review(says("u", { orban: "official", u: "chosen" }), says("w", { w: "chosen" }));
  expect(
    roleQuestions(alike.review, alike.start).map(({ entity: { name }, ids, roles }) => [name, ids, roles]),
  ).toEqual([
    ["Orban", ["orban"], ["official", null]],
    ["a source", ["u", "w"], ["chosen", "chosen"]],
  ]);
  const context = decider(alike.start);
  const roles = unanimousRoles(alike.review, alike.start);
  const state = stateAfter(
    context,
    acceptTogether.run(context, { review: alike.review, accepted: [], roles }),
  );
  expect(rolesOf(state)).toEqual({ u: "chosen", w: "chosen" });
  expect(openRoles(alike.review, state)).toMatchObject([{ entity: { id: "orban" } }]);
});

it("stays decided where the source becomes one with an entity of ours", () => {
  const theirs = [says("theirs", { theirs: "chosen" }), says("theirs", { theirs: "newsmaker" })];
  const before = review(...theirs);
  const led = (state: Annotations): Annotations => ({
    ...says("ours", {}),
    set: setFromJson(withEntities(setToJson(state.set), new Map([["theirs", "ours"]]))),
  });
  const after = review(...theirs.map(led));
  for (const [taken, role] of [
    [0, { ours: "chosen" }],
    [null, {}],
  ] as const) {
    const state = led(decided(before, before.start, taken));
    expect(rolesOf(state)).toEqual(role);
    expect(openRoles(after.review, state)).toEqual([]);
    // Another decision takes the place of that one.
    const again = decided(after, state, 1);
    expect(rolesOf(again)).toEqual({ ours: "newsmaker" });
    expect([...records(again.set.decisions)]).toHaveLength(1);
  }
});
