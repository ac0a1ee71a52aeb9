import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import { sorted } from "../../../shared/files/canonical.ts";
import { blinded, masksOf } from "../../../shared/review/blind.ts";
import { packagedHistory } from "../../../shared/review/package-text.ts";
import { hashOf, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { runs } from "../../helpers/tier.ts";
import { packaged, problemsOf, read, readPackage } from "./packages.ts";

describe("a review package", () => {
  it("gives back what was handed over, whatever was done to whatever text", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const result = read(packaged(bundle));
        expect(result.ok ? result.bundle : result.problems).toEqual(bundle);
      }),
      { numRuns: runs(40) },
    );
  });

  it("holds the articles, the tagset with its guideline, the sets and what they refer to", () => {
    const bundle = sampleBundle();
    const result = read(packaged(bundle));
    expect(result.ok && result.bundle.tagset).toEqual(bundle.tagset);
    expect(result.ok && [result.blind, result.history]).toEqual([false, []]);
  });

  it("says on demand what was done when, of its articles alone", () => {
    const bundle = sampleBundle();
    const article = bundle.articles[0]?.article.id ?? "";
    const steps = [
      {
        id: "sa",
        command: "tag-selection",
        at: "2026-01-01T00:00:00.000Z",
        parts: [{ article, change: {} }],
      },
      {
        id: "sb",
        command: "set-note",
        at: "2026-01-01T00:00:01.000Z",
        parts: [{ article: "x", change: {} }],
      },
      {
        id: "sc",
        command: "tag-selection",
        at: "2026-01-01T00:00:02.000Z",
        undoes: "sa",
        parts: [{ article, change: {} }],
      },
    ];
    const history = [packagedHistory("annotator", steps, [article])];
    const result = read(packaged(bundle, { history }));
    expect(result.ok && result.history).toEqual(history);
    expect(history[0]?.steps.map(({ id, undoes }) => [id, undoes])).toEqual([
      ["sa", undefined],
      ["sc", "sa"],
    ]);
  });

  it("is refused when it is not as it was written", () => {
    const text = packaged(sampleBundle());
    const changed = text.replace('"note": ""', '"note": "changed on the way"');
    expect(changed).not.toBe(text);
    expect(problemsOf(changed)).toEqual([
      "/sha256: The package was changed after it was written: its hash does not match.",
    ]);
  });

  it("is held by its hash in every part: sets, history, assignments, who handed what on and when", () => {
    const at = "2026-01-01T00:00:00.000Z";
    const text = packaged(sampleBundle(), {
      history: [{ annotator: "b", steps: [{ id: "sa", command: "tag-selection", at, articles: ["a"] }] }],
      handedOver: [{ article: "a", annotator: "b", at }],
      assignments: [{ article: "a", annotator: "b", name: "Ben", at, by: "b" }],
    });
    expect(problemsOf(text)).toEqual([]);
    for (const [from, to] of [
      ['"name": "Ben"', '"name": "Bea"'],
      ['"command": "tag-selection"', '"command": "delete-span"'],
      ['"handedOver": [', '"handedOn": ['],
      ['"blind": false', '"blind": true'],
      [/"exportedAt": "[^"]+"/u, `"exportedAt": "${at}"`],
      ["“", "„"],
    ] as const) {
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      expect(problemsOf(changed)[0]).toContain("its hash does not match");
    }
  });

  it("of version 1, whose hash was of content and history, is read as it was", () => {
    const { sha256: _hash, ...file } = JSON.parse(packaged(sampleBundle())) as Record<string, unknown>;
    const older = { ...file, version: 1 };
    const { content, history } = file;
    const sha256 = hashOf(JSON.stringify(sorted({ content, history })));
    expect(problemsOf(JSON.stringify({ ...older, sha256 }))).toEqual([]);
    const changed = { ...older, sha256, history: [{ annotator: "b", steps: [] }] };
    expect(problemsOf(JSON.stringify(changed))[0]).toContain("its hash does not match");
  });

  it("is read unverified where nothing else is wrong with it, and only on demand (row 41)", () => {
    const text = packaged(sampleBundle()).replace('"note": ""', '"note": "changed on the way"');
    expect(readPackage(text, hashOf)).toMatchObject({ ok: false, isDamaged: true });
    expect(readPackage(text, hashOf, { unverified: true })).toMatchObject({ ok: true, isVerified: false });
    const worse = text.replace('"offsetUnit": "utf-16-code-units"', '"offsetUnit": "bytes"');
    expect(readPackage(worse, hashOf).ok).toBe(false);
    expect("isDamaged" in readPackage(worse, hashOf)).toBe(false);
    expect(readPackage(worse, hashOf, { unverified: true }).ok).toBe(false);
  });

  it("says when sets that are handed on were handed over", () => {
    const handedOver = [{ article: "a", annotator: "b", at: "2026-01-01T00:00:00.000Z" }];
    const result = read(packaged(sampleBundle(), { handedOver }));
    expect(result.ok && result.handedOver).toEqual(handedOver);
  });

  it("names the places of its faults from the whole file", () => {
    const text = annotatedJsonText(sampleBundle());
    expect(problemsOf(text.replace('"offsetUnit": "utf-16-code-units"', '"offsetUnit": "bytes"'))).toEqual([
      "/offsetUnit: “offsetUnit” is not “utf-16-code-units”.",
    ]);
  });

  it("is refused with its version when it is of a newer one", () => {
    const newer = packaged(sampleBundle()).replace('"version": 2', '"version": 7');
    expect(problemsOf(newer)).toEqual([
      "/version: The file is of version 7 of the format; this Sayso reads version 2.",
    ]);
  });

  it("may as well be plain annotated JSON", () => {
    const bundle = sampleBundle();
    const result = read(annotatedJsonText(bundle));
    expect(result.ok && result.bundle).toEqual(bundle);
  });
});

describe("a blind package", () => {
  const bundle = sampleBundle();
  const blind = packaged(blinded(bundle, "k3 seed"), { blind: true });

  it("is whole and says that it is blind", () => {
    const result = read(blind);
    expect(result.ok && result.blind).toBe(true);
  });

  it("holds no name or id of an annotator, nor the seed", () => {
    const { id, name } = bundle.annotators[0] ?? { id: "?", name: "?" };
    expect(blind).not.toContain(name);
    expect(blind).not.toMatch(new RegExp(`"(id|annotator)": "${id}"`, "u"));
    expect(blind).not.toContain("k3 seed");
    expect(blind).toContain('"name": "A"');
  });

  it("leaves sets of articles behind, which say who works on what", () => {
    const text = JSON.stringify(blinded(fullBundle(), "k3 seed"));
    expect(JSON.stringify(fullBundle())).toContain("The vote");
    expect(text).not.toContain("The vote");
    expect(text).not.toContain('"inSets"');
  });

  it("gives the same letters by the same seed, whatever the order", () => {
    const ids = ["one", "two", "three", "four"];
    expect([...masksOf(ids, "x")].sort()).toEqual([...masksOf(ids.toReversed(), "x")].sort());
    const letters = (seed: string): string => ids.map((id) => masksOf(ids, seed).get(id)?.letter).join("");
    expect(new Set(["a", "b", "c", "d", "e", "f"].map(letters)).size).toBeGreaterThan(3);
  });

  it("gives letters beyond Z", () => {
    const ids = Array.from({ length: 30 }, (_, at) => `id${at}`);
    const letters = [...masksOf(ids, "x").values()].map(({ letter }) => letter);
    expect(letters.slice(24, 30)).toEqual(["Y", "Z", "AA", "AB", "AC", "AD"]);
  });
});
