import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardField, SpanType } from "../../../shared/model/tagset.ts";
import { partsUndecided } from "../../../shared/model/tagset-moves.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import {
  addType,
  freeKey,
  idFor,
  removeField,
  removeFlag,
  removeRole,
  removeType,
  removeValue,
  shifted,
  startDraft,
  type TagsetDraft,
} from "../../../shared/tagsets/tagset-draft.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";

const start = startDraft(newsAttribution);
const newType = (name: string, key: string): Omit<SpanType, "id"> => ({
  ...(newsAttribution.spanTypes[0] as SpanType),
  name,
  key,
});

/** Takes things away, each time sending what it had to something that stays, chosen by numbers. */
function takenAway(draft: TagsetDraft, numbers: readonly number[]): TagsetDraft {
  return numbers.reduce((before, number) => {
    const { tagset } = before;
    const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(number / 8) % items.length];
    const other = (items: readonly { id: string }[], id: string): string | null =>
      number % 3 === 0 ? null : (items.find((item) => item.id !== id)?.id ?? null);
    const kind = number % 5;
    const type = one(tagset.spanTypes);
    if (kind === 0 && type && tagset.spanTypes.length > 1)
      return removeType(before, type.id, other(tagset.spanTypes, type.id));
    const role = one(tagset.viaRoles);
    const elsewhere = role && tagset.viaRoles.find(({ id }) => id !== role.id);
    if (kind === 1 && role && elsewhere) return removeRole(before, role.id, elsewhere.id);
    const flag = one(tagset.flags);
    if (kind === 2 && flag) return removeFlag(before, flag.id, other(tagset.flags, flag.id));
    const field = one(tagset.fields);
    if (kind === 3 && field) return removeField(before, field.id);
    if (kind === 4 && field?.input === "choice" && field.choices.length > 1) {
      const value = one(field.choices);
      const stays = value && field.choices.find(({ id }) => id !== value.id);
      if (value && stays) return removeValue(before, field.id, value.id, stays.id);
    }
    return before;
  }, draft);
}

describe("a tagset being edited", () => {
  it("knows where everything goes, however much is taken away, and stays sound", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 30 }), (numbers) => {
        const { before, tagset, moves } = takenAway(start, numbers);
        expect(partsUndecided(before, tagset, moves)).toEqual([]);
        expect(tagsetProblems(tagset).filter(({ code }) => code !== "when-unknown")).toEqual([]);
      }),
    );
  });

  it("leads on what was to go to something that goes itself", () => {
    const draft = removeType(removeType(start, "source", "speaker"), "speaker", "claim");
    expect(draft.moves.types).toEqual({ source: "claim", speaker: "claim" });
  });

  it("remembers no move of what was never in use", () => {
    const added = addType(start, newType("Expert", "5"));
    expect(added.tagset.spanTypes.at(-1)).toMatchObject({ id: "expert", name: "Expert" });
    expect(removeType(added, "expert", "speaker").moves).toEqual(start.moves);
  });

  it("never gives the id of a type that went to another one", () => {
    const again = addType(removeType(start, "cue", null), newType("Cue", "2"));
    expect(again.tagset.spanTypes.at(-1)?.id).toBe("cue-2");
  });

  it("asks a field always when the one it depended on is gone", () => {
    const conditional: CardField = {
      id: "mood",
      name: "Mood",
      description: "",
      input: "switch",
      default: false,
      when: { field: "act", is: ["say", "want"] },
    };
    const draft = startDraft({ ...newsAttribution, fields: [...newsAttribution.fields, conditional] });
    const { when: _gone, ...always } = conditional;
    expect(removeField(draft, "act").tagset.fields.at(-1)).toEqual(always);
    expect(removeValue(draft, "act", "say", "want").tagset.fields.at(-1)?.when).toEqual({
      field: "act",
      is: ["want"],
    });
  });
});

describe("an id for something new", () => {
  it("comes from the name, is never taken, and is there for every script", () => {
    expect(idFor("Zitierte Quelle (alt)", [])).toBe("zitierte-quelle-alt");
    expect(idFor("Überläufer", [{ id: "uberlaufer" }])).toBe("uberlaufer-2");
    expect(idFor("消息来源", [{ id: "item" }, { id: "item-2" }])).toBe("item-3");
  });
});

describe("small parts", () => {
  it("find a key that is free", () => {
    expect(freeKey(newsAttribution)).toBe("5");
    expect(freeKey(newsAttribution, "12")).toBeNull();
  });

  it("move an item by one place and stop at the ends", () => {
    expect(shifted(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(shifted(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(shifted(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
