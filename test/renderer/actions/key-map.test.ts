// The laws of the key map: what is changed is so, what is put back is as before, conflicts are all found, and no set of keys
// that we ship holds one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActionScope, scopeOf } from "../../../renderer/actions/action.ts";
import { actionsFor } from "../../../renderer/actions/index.ts";
import {
  conflictsIn,
  type Keyed,
  keyMapOf,
  presetKeys,
  presetKeysOf,
  withKeys,
  withUsualKeys,
} from "../../../renderer/actions/key-map.ts";
import { type KeySettings, keyPresets } from "../../../shared/api/preferences.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";

const shipped = actionsFor(newsAttribution);
const scopes = (id: string): ActionScope => {
  const action = shipped.find((one) => one.id === id);
  return action ? scopeOf(action) : "everywhere";
};
const usual: KeySettings = { preset: "default", changed: {} };

/** Also names that every object has. */
const ids = fc.constantFrom("undo", "next-card", "delete", "toString", "__proto__", "constructor");
const keys = fc.array(fc.constantFrom("j", "k", "Mod+z", "Alt++", "+", "?", "Tab"), { maxLength: 4 });
const actions: fc.Arbitrary<readonly Keyed[]> = fc.uniqueArray(fc.record({ id: ids, keys }), {
  selector: ({ id }) => id,
  minLength: 1,
});
const settings: fc.Arbitrary<KeySettings> = fc.record({
  preset: fc.constantFrom(...keyPresets),
  changed: fc.dictionary(ids, keys),
});

describe("changing keys", () => {
  test("an action has the keys that it was given, each once, and no other action changes", () => {
    fc.assert(
      fc.property(actions, settings, keys, (all, before, chosen) => {
        const [action] = all;
        if (!action) return;
        const after = keyMapOf(all, withKeys(before, action, chosen));
        const was = keyMapOf(all, before);
        expect(after).toEqual(new Map([...was]).set(action.id, [...new Set(chosen)]));
      }),
    );
  });

  test("putting back leaves no trace", () => {
    fc.assert(
      fc.property(actions, settings, keys, (all, before, chosen) => {
        const [action] = all;
        if (!action) return;
        const back = withUsualKeys(withKeys(before, action, chosen), action);
        const { [action.id]: _own, ...others } = before.changed;
        const distinct = new Set(presetKeysOf(action, before.preset)).size;
        if (distinct === presetKeysOf(action, before.preset).length) expect(back.changed).toEqual(others);
      }),
    );
  });

  test("nothing is mutated", () => {
    const frozen: KeySettings = Object.freeze({ preset: "default", changed: Object.freeze({ undo: ["a"] }) });
    withKeys(frozen, { id: "undo", keys: ["Mod+z"] }, ["b"]);
    expect(frozen.changed).toEqual({ undo: ["a"] });
  });
});

describe("conflicts", () => {
  test("a combination is a conflict exactly when more than one action claims it", () => {
    fc.assert(
      fc.property(actions, settings, (all, chosen) => {
        const map = keyMapOf(all, chosen);
        const claimed = [...map.values()].flat();
        const expected = new Map(
          [...new Set(claimed)].map((combination) => [
            combination,
            [...map].filter(([, own]) => own.includes(combination)).map(([id]) => id),
          ]),
        );
        expect(conflictsIn(map)).toEqual(
          [...expected].flatMap(([combination, by]) => (by.length > 1 ? [{ combination, actions: by }] : [])),
        );
      }),
    );
  });

  test("actions that are never at one place may share a combination", () => {
    const map = new Map([
      ["span", ["j"]],
      ["difference", ["j"]],
      ["leave", ["Escape"]],
      ["out", ["Escape"]],
      ["palette", ["Mod+k"]],
      ["knit", ["Mod+k"]],
    ]);
    const at: Readonly<Record<string, ActionScope>> = {
      span: "article",
      difference: "compare",
      leave: "pages",
      out: "article",
      palette: "everywhere",
      knit: "compare",
    };
    expect(conflictsIn(map, (id) => at[id] ?? "everywhere")).toEqual([
      { combination: "Mod+k", actions: ["palette", "knit"] },
    ]);
  });

  test("a tagset whose key is an action’s own is one", () => {
    const [first, ...others] = newsAttribution.spanTypes;
    if (!first) throw new Error("The tagset has no types.");
    const tagset = { ...newsAttribution, spanTypes: [{ ...first, key: "j" }, ...others] };
    expect(conflictsIn(keyMapOf(actionsFor(tagset), usual), scopes)).toEqual([
      { combination: "j", actions: [`mark-${first.id}`, "next-card"] },
    ]);
  });
});

describe.each(keyPresets)("the keys of the preset %s", (preset) => {
  test("do one thing each", () => {
    expect(conflictsIn(keyMapOf(shipped, { preset, changed: {} }), scopes)).toEqual([]);
  });

  test("belong to actions that there are", () => {
    const known = new Set(shipped.map(({ id }) => id));
    expect(Object.keys(presetKeys[preset]).filter((id) => !known.has(id))).toEqual([]);
  });

  test("take no action its last key", () => {
    const map = keyMapOf(shipped, { preset, changed: {} });
    expect(shipped.filter(({ id, keys }) => keys.length > 0 && map.get(id)?.length === 0)).toEqual([]);
  });
});
