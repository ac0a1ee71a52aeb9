// The order in which marks without a place are listed, which of them is looked at, and how colleagues are called.
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  chosenOf,
  firstWaiting,
  isWaiting,
  type OrphanTray,
  orphanTrayOf,
  othersItems,
  trayItems,
} from "../../../../renderer/state/articles/orphan-tray.ts";
import type { WaitingSet } from "../../../../shared/api/contract.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import type { Orphan } from "../../../../shared/model/orphan.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

const orphan = (id: string, near: number, aside: boolean): Orphan => ({
  id,
  was: { kind: "exclusion", record: { id, segment: selectorOf("words", { start: 0, end: 5 }), reason: "" } },
  textHash: "0".repeat(64),
  why: "gone",
  uses: [],
  near,
  proposals: [],
  ...(aside && { aside: true as const }),
});

const orphans = fc
  .uniqueArray(fc.record({ id: fc.uuid(), near: fc.nat(99), aside: fc.boolean() }), {
    selector: ({ id }) => id,
  })
  .map((all) => all.map(({ id, near, aside }) => orphan(id, near, aside)));

const state = { chosen: firstWaiting, place: 0, typed: "", words: "", others: [] };

describe("the tray", () => {
  test("lists all there is, what waits first, each part in the order of the text", () => {
    fc.assert(
      fc.property(orphans, (all) => {
        const items = trayItems(tableOf(all), []);
        expect(new Set(items.map(({ key }) => key))).toEqual(new Set(all.map(({ id }) => id)));
        const places = items.map((item) => (isWaiting(item) ? 0 : 1_000) + item.orphan.near);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(chosenOf(items, state)).toBe(items.find(isWaiting) ?? null);
      }),
    );
  });

  test("lists what colleagues have behind it, by letters alone where names are hidden", () => {
    const person = (id: string, role: "own" | "colleague" | "curation") => ({
      id,
      name: `name of ${id}`,
      role,
    });
    const sets: readonly WaitingSet[] = [
      { annotator: person("me", "own"), orphans: [orphan("mine", 1, false)] },
      {
        annotator: person("kim", "colleague"),
        orphans: [orphan("late", 9, false), orphan("early", 2, true)],
      },
      { annotator: person("curation", "curation"), orphans: [orphan("early", 2, false)] },
    ];
    const listed = (seed: string | null) =>
      trayItems(tableOf([orphan("mine", 1, false)]), othersItems(sets, "me", seed)).map(
        ({ key, whose }) => [key, whose?.role, whose?.name] as const,
      );
    expect(listed(null)).toEqual([
      ["mine", undefined, undefined],
      ["kim early", "colleague", "name of kim"],
      ["kim late", "colleague", "name of kim"],
      ["curation early", "curation", "name of curation"],
    ]);
    expect(listed("a seed").map(([key, role, name]) => [key, role, name ?? null])).toEqual([
      ["mine", undefined, null],
      ["kim early", "hidden", null],
      ["kim late", "hidden", null],
      ["curation early", "curation", "name of curation"],
    ]);
    const theirs = trayItems(tableOf<Orphan>([]), othersItems(sets, "me", null));
    expect(chosenOf(theirs, state)).toBeNull();
    expect(chosenOf(theirs, { ...state, chosen: "kim late" })?.orphan.id).toBe("late");
  });
});

describe("other words than a mark's own", () => {
  afterEach(() => void vi.useRealTimers());

  /** A tray with two marks that wait, and how often the text was gone through. */
  function tray() {
    vi.useFakeTimers();
    const { annotations } = markedArticle("");
    const set = { ...annotations.set, orphans: tableOf([orphan("one", 0, false), orphan("two", 9, false)]) };
    const text = articleTextOf("Some words here, and more there.");
    let reads = 0;
    const counted = {
      ...text,
      get text() {
        reads += 1;
        return text.text;
      },
    };
    const own = orphanTrayOf({ text: counted, annotations: () => ({ ...annotations, set }) });
    return { own, reads: () => reads };
  }
  const found = (own: OrphanTray) => {
    const current = own.current();
    return current && own.places(current).map(({ segments: [place] }) => place?.start);
  };

  test("are looked for after a pause in typing, or at once", () => {
    const { own } = tray();
    own.look("more", "soon");
    vi.advanceTimersByTime(249);
    own.look("more there", "soon");
    vi.advanceTimersByTime(249);
    expect(own.state.get()).toMatchObject({ typed: "more there", words: "" });
    expect(found(own)).toEqual([5]);
    vi.advanceTimersByTime(1);
    expect(found(own)).toEqual([21]);
    own.look("here", "now");
    expect(found(own)).toEqual([11]);
  });

  test("are forgotten when another mark is looked at", () => {
    const { own } = tray();
    own.look("more", "soon");
    own.choose("two");
    vi.advanceTimersByTime(1_000);
    expect(own.state.get()).toMatchObject({ chosen: "two", typed: "", words: "" });
  });

  test("are looked for in a text that is gone through once, whatever is looked for", () => {
    const { own, reads } = tray();
    for (const key of ["one", "two"])
      for (const words of ["more", "here", ""]) {
        own.choose(key);
        own.look(words, "now");
        expect(found(own)).toHaveLength(1);
      }
    expect(reads()).toBe(1);
  });
});
