// Two versions of a text, beside each other and in one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparedTexts, compareTexts } from "../../../shared/carry/compare-texts.ts";
import { annotatedArticles } from "../../bench/carry/annotated.ts";
import { editedArticles } from "../../bench/carry/measure.ts";

const old = [
  "Council shuts old bridge",
  "The council of Lund voted on Tuesday to close the old bridge for 6 months while engineers look at its piers.",
  "“We have no choice,” the mayor, Ines Duarte, said after the vote, which nobody in the chamber spoke against.",
  "Shopkeepers on the east bank said they had not been asked and would go to court over the decision.",
  "The bridge was built in 1911 and carries some four thousand cars on a working day, most of them in the morning.",
];
const written = (rows: ComparedTexts["rows"]) =>
  rows.map(({ kind, before, after, elsewhere, inline }) => {
    const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["[+", "+]"], written: ["~", "~"] };
    const words = inline.map((piece) => marks[piece.kind].join(piece.text)).join("");
    return `${kind} ${before?.number ?? "·"} ${after?.number ?? "·"}${elsewhere ? ` (${elsewhere})` : ""}: ${words}`.slice(
      0,
      150,
    );
  });
const compared = (now: readonly string[]) => compareTexts(old.join("\n\n"), now.join("\n\n"));

describe("two versions of a text", () => {
  it("are the same where nothing changed, whatever the white space", () => {
    const { rows, counts } = compareTexts(old.join("\n\n"), old.join("\r\n"));
    expect(counts).toEqual({ same: 5, written: 0, changed: 0, removed: 0, added: 0, moved: 0 });
    expect(rows.every(({ kind }) => kind === "same")).toBe(true);
  });

  it("show words put in and taken out, paragraphs removed, added and moved", () => {
    const [title = "", vote = "", mayor = "", shops = "", built = ""] = old;
    const now = [
      title,
      vote.replace("6 months", "9 months").replace("engineers", "the engineers"),
      built,
      "A spokesman for the county said the detour would cost bus companies two million crowns a month.",
      mayor.replaceAll(/[“”]/gu, '"').replace("Duarte", "Duarté"),
    ];
    const { rows, counts, words, figures } = compared(now);
    expect(shops).not.toBe("");
    expect(written(rows)).toMatchInlineSnapshot(`
      [
        "same 1 1: Council shuts old bridge",
        "changed 2 2: The council of Lund voted on Tuesday to close the old bridge for [-6-] [+9+] months while [+the+] engineers look at its piers.",
        "moved · 3 (5): The bridge was built in 1911 and carries some four thousand cars on a working day, most of them in the morning.",
        "added · 4: [+A spokesman for the county said the detour would cost bus companies two million crowns a month.+]",
        "changed 3 5: ~"~We have no choice,~"~ the mayor, Ines [-Duarte-] [+Duarté+], said after the vote, which nobody in the chamber spoke against.",
        "removed 4 ·: [-Shopkeepers on the east bank said they had not been asked and would go to court over the decision.-]",
        "left 5 · (3): ",
      ]
    `);
    expect(counts).toEqual({ same: 1, written: 0, changed: 2, removed: 1, added: 1, moved: 1 });
    expect(words).toMatchObject({ removed: 20, added: 19 });
    expect(figures).toEqual([{ before: ["6"], after: ["9"], paragraph: 2 }]);
  });

  it("say that only marks are written otherwise", () => {
    const { rows } = compared(old.map((one) => one.replaceAll(/[“”]/gu, '"')));
    expect(rows.map(({ kind }) => kind)).toEqual(["same", "same", "written", "same", "same"]);
  });

  it("hold every word of both, in order, whatever was edited", () => {
    const plain = (text: string): string => text.replaceAll(/\s+/gu, "");
    for (const [{ text }, edited] of editedArticles(annotatedArticles(), 5)) {
      const { rows } = compareTexts(text, edited);
      const after = rows.flatMap((row) => row.after?.pieces ?? []).map((piece) => piece.text);
      expect(plain(after.join(""))).toBe(plain(edited));
      const inline = rows.flatMap((row) => row.inline).filter(({ kind }) => kind !== "removed");
      expect(plain(inline.map((piece) => piece.text).join(""))).toBe(plain(edited));
      const numbers = rows.flatMap(({ before, kind, elsewhere }) =>
        kind === "moved" ? [] : before ? [before.number] : elsewhere ? [elsewhere] : [],
      );
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  it("hold every word of any two texts", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "bc", " ", "\n", ".", "“", "d") });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const plain = (words: string): string => words.replaceAll(/\s+/gu, "");
        const { rows } = compareTexts(one, other);
        const of = (side: "before" | "after"): string =>
          plain(
            rows
              .flatMap((row) => row[side]?.pieces ?? [])
              .map((piece) => piece.text)
              .join(""),
          );
        expect(of("after")).toBe(plain(other));
        const removed = rows.flatMap((row) =>
          row.kind === "moved" ? [] : row.before ? [row.before.number] : [],
        );
        expect(new Set(removed).size).toBe(removed.length);
      }),
    );
  });
});
