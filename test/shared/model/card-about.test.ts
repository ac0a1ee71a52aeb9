// Whom a claim is about: said, taken back, through merges and gone entities, and what of it is compared and merged.
import { describe, expect, it } from "vitest";
import type { CommandContext, Outcome } from "../../../shared/commands/command.ts";
import { addAbout, mergeAttributions, removeAbout } from "../../../shared/commands/index.ts";
import { mergeRecord } from "../../../shared/merge/merge.ts";
import { setFromJson, setToJson, usersOf } from "../../../shared/model/annotation-set.ts";
import { aboutOf, goneFrom } from "../../../shared/model/card-about.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import {
  entityPutAwayWork,
  entityTakenBackWork,
  putAwayBy,
  putAwayCommand,
} from "../../../shared/model/entity-put-away.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { get, records, tableOf } from "../../../shared/model/table.ts";
import { withEntities } from "../../../shared/review/entities-made-twice.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { changeOf, stateAfter } from "../../helpers/outcome.ts";

const marked = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|Leavitt knew} and {t:cue|added} {d:claim|so did the premier}.",
  {
    entities: [
      entity("orban", "Orban"),
      entity("premier", "The premier", { mergedInto: "orban" }),
      entity("leavitt", "Leavitt"),
    ],
    points: { o: "orban" },
    cards: {
      k: { voice: ["o"], cue: "s", claim: "c", about: ["leavitt"] },
      m: { cue: "t", claim: "d", about: ["premier", "gone"] },
      n: { cue: "t", about: ["leavitt"] },
    },
  },
);
const { context, annotations, invariants } = marked;
const cardIn = (state: CommandContext["annotations"], id: string) => {
  const card = get(state.set.attributions, id);
  if (!card) throw new RangeError(id);
  return card;
};
const aboutAfter = (outcome: Outcome, id: string) => cardIn(stateAfter(context, outcome), id).about;

describe("whom a claim is about", () => {
  it("is added once, by the entity that counts, and taken away whatever it is called", () => {
    expect(aboutAfter(addAbout.run(context, { card: "k", entity: "premier" }), "k")).toEqual([
      "leavitt",
      "orban",
    ]);
    expect(addAbout.run(context, { card: "m", entity: "orban" })).toEqual({ refusal: "nothing-to-change" });
    expect(aboutAfter(removeAbout.run(context, { card: "m", entity: "orban" }), "m")).toEqual(["gone"]);
    expect(aboutAfter(removeAbout.run(context, { card: "m", entity: "gone" }), "m")).toEqual(["premier"]);
    const emptied = cardIn(
      stateAfter(context, removeAbout.run(context, { card: "k", entity: "leavitt" })),
      "k",
    );
    expect(emptied).not.toHaveProperty("about");
  });

  it("may be somebody who is entered with it, and goes with them when that is undone", () => {
    const outcome = addAbout.run(context, { card: "k", entity: { name: " The Ministry of Bridges " } });
    const after = stateAfter(context, outcome);
    const [, added = ""] = cardIn(after, "k").about ?? [];
    expect(get(after.entities, added)).toMatchObject({
      name: "The Ministry of Bridges",
      type: "organization",
    });
    const undone = applyChange(after, invertChange(changeOf(outcome)));
    expect(setToJson(undone.set)).toEqual(setToJson(annotations.set));
    expect(get(undone.entities, added)).toBeUndefined();
  });

  it.each([
    [{ card: "x", entity: "orban" }, "card-missing"],
    [{ card: "k", entity: "nobody" }, "entity-missing"],
    [{ card: "k", entity: { name: "  " } }, "name-empty"],
    [{ card: "k", entity: "leavitt" }, "nothing-to-change"],
  ] as const)("refuses %j as %s", (asked, refusal) => {
    expect(addAbout.run(context, asked)).toEqual({ refusal });
  });

  it("is no more than a card can have", () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => `gone${at}`);
    const full = { ...cardIn(annotations, "k"), about: ids };
    const { set } = annotations;
    const crowded = { ...annotations, set: { ...set, attributions: tableOf([full]) } };
    expect(addAbout.run({ ...context, annotations: crowded }, { card: "k", entity: "orban" })).toEqual({
      refusal: "about-too-many",
    });
  });

  it("breaks no law where the registry lacks it, and is told apart from who is there", () => {
    expect(violations(annotations, invariants).filter(({ code }) => code === "entity-missing")).toEqual([]);
    const card = cardIn(annotations, "m");
    expect(aboutOf(card, annotations.entities).map(({ id }) => id)).toEqual(["orban"]);
    expect(goneFrom(card, annotations.entities)).toEqual(["gone"]);
  });

  it("is found by the entity, through every change and back", () => {
    const users = (set = annotations.set) => usersOf(set, "leavitt").map(({ id }) => id);
    expect(users()).toEqual(["k", "n"]);
    const outcome = removeAbout.run(context, { card: "n", entity: "leavitt" });
    const after = stateAfter(context, outcome);
    expect(users(after.set)).toEqual(["k"]);
    expect(users(applyChange(after, invertChange(changeOf(outcome))).set)).toEqual(["k", "n"]);
    expect(users(setFromJson(setToJson(annotations.set)))).toEqual(["k", "n"]);
  });

  it("is that of both cards once they are one", () => {
    const outcome = mergeAttributions.run(context, { card: "m", other: "n" });
    expect(aboutAfter(outcome, "m")).toEqual(["premier", "gone", "leavitt"]);
  });

  it("is in conflict where both sides changed it, and else the one that was changed", () => {
    const base = cardIn(annotations, "k");
    const [ours, theirs] = [
      { ...base, about: ["orban"] },
      { ...base, about: ["leavitt", "orban"] },
    ];
    expect(mergeRecord(base, ours, base)).toEqual({ record: ours, conflicts: [], disputed: [] });
    expect(mergeRecord(base, base, theirs)).toEqual({ record: theirs, conflicts: [], disputed: [] });
    expect(mergeRecord(base, ours, theirs).conflicts).toEqual(["about"]);
  });

  it("is led to the entity that it turns out to be, once", () => {
    const led = withEntities(setToJson(annotations.set), new Map([["leavitt", "gone"]]));
    expect(led.attributions.map(({ about }) => about)).toEqual([["gone"], ["premier", "gone"], ["gone"]]);
  });
});

describe("an entity in the trash", () => {
  it("is taken out of the cards that are about it, and put back into them", () => {
    const group = entityGroups(annotations.entities).get("orban");
    if (!group) throw new RangeError("Orban is not there.");
    const standing = { article: "article", set: annotations.set };
    const now = () => "2026-03-01T00:00:00.000Z";
    const work = entityPutAwayWork(group, [standing], now);
    const away = applyChange(annotations, {
      ...work.parts[0]?.change,
      ...(work.entities && { entities: work.entities }),
    });
    expect([...records(away.set.attributions)].map(({ about }) => about)).toEqual([
      ["leavitt"],
      ["gone"],
      ["leavitt"],
    ]);
    const putAway = putAwayBy({ command: putAwayCommand, at: now(), ...work }, "ana");
    expect(putAway?.about).toEqual([{ article: "article", card: "m", entity: "premier" }]);
    if (!putAway) throw new RangeError("Nothing was put away.");
    const back = entityTakenBackWork(
      putAway,
      { sets: [{ article: "article", set: away.set }], entities: away.entities, tagset: newsAttribution },
      now,
    );
    const restored = applyChange(away, {
      ...back.parts[0]?.change,
      ...(back.entities && { entities: back.entities }),
    });
    expect(cardIn(restored, "m").about).toEqual(["gone", "premier"]);
    expect(get(restored.set.spans, "o")?.entity).toBe("orban");
    expect(get(restored.entities, "premier")).toEqual(get(annotations.entities, "premier"));
  });

  it("comes back into no card that is gone, nor twice into one", () => {
    const putAway = {
      entities: [entity("lost", "Lost")] as const,
      links: [],
      about: [
        { article: "article", card: "k", entity: "lost" },
        { article: "article", card: "away", entity: "lost" },
        { article: "another", card: "m", entity: "lost" },
      ],
      ...{ putAwayAt: "2026-03-01T00:00:00.000Z", by: "ana" },
    };
    const named = setFromJson({
      ...setToJson(annotations.set),
      attributions: [...records(annotations.set.attributions)].map((card) =>
        card.id === "k" ? { ...card, about: ["lost"] } : card,
      ),
    });
    const back = entityTakenBackWork(
      putAway,
      {
        sets: [{ article: "article", set: named }],
        entities: tableOf<never>([]),
        tagset: newsAttribution,
      },
      () => "2026-03-02T00:00:00.000Z",
    );
    expect(back.parts).toEqual([]);
  });
});
