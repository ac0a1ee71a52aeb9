// Carrying a set over to another version of its text: what is found stands on its own words, what is doubtful says why, what is gone
// is named, and nothing is invented.
import { describe, expect, it } from "vitest";
import { alignTexts } from "../../../shared/carry/alignment.ts";
import { carrySet } from "../../../shared/carry/carry-set.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const marked = markedArticle(
  "The mayor of Lund, {o:speaker|Ines Duarte}, {s:cue|said} on Tuesday that {c:claim|the old bridge would reopen}.",
  { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } },
);
const old = marked.text.text;
const set = setToJson(marked.set);
const to = (text: string) => carrySet(set, alignTexts(old, text));
const told = (text: string) => {
  const { placed, doubtful, lost } = to(text);
  const words = ({ segments }: { segments: readonly { quote: string }[] }) =>
    segments.map(({ quote }) => quote).join(" … ");
  return {
    placed: Object.fromEntries(placed.map((one) => [one.id, words(one)])),
    doubtful: Object.fromEntries(doubtful.map((one) => [one.id, `${one.reason}: ${words(one)}`])),
    lost: Object.fromEntries(lost.map(({ id, why }) => [id, why])),
  };
};
const all = { o: "Ines Duarte", s: "said", c: "the old bridge would reopen" };

describe("a set carried over to another text", () => {
  it("is the same where the text is", () => {
    expect(to(old).placed.map(({ confidence }) => confidence)).toEqual([1, 1, 1]);
  });

  it("moves with its words", () => {
    expect(told(`By our own staff.\n\n${old}`)).toEqual({ placed: all, doubtful: {}, lost: {} });
  });

  it("keeps a name with a typo, and asks about one that is another", () => {
    expect(told(old.replace("Duarte", "Duate")).placed.o).toBe("Ines Duate");
    expect(told(old.replace("Ines Duarte", "Carl Olsson")).doubtful).toEqual({ o: "replaced: Carl Olsson" });
  });

  it("follows a claim that got other words inside", () => {
    expect(told(old.replace("old bridge", "old stone bridge")).placed.c).toBe(
      "the old stone bridge would reopen",
    );
  });

  it("asks about what was cut short", () => {
    expect(
      told(old.replace(" would reopen", "")).doubtful.c ?? told(old.replace(" would reopen", "")).placed.c,
    ).toMatch(/bridge/u);
  });

  it("loses what the text no longer says", () => {
    expect(to(old.replace(", Ines Duarte,", "")).lost).toMatchObject([
      { kind: "spans", id: "o", why: "gone" },
    ]);
  });

  it("guesses nothing where the whole text stands twice", () => {
    const { placed, doubtful } = to(`${old}\n${old}`);
    expect(placed).toEqual([]);
    expect(doubtful.map(({ reason }) => reason)).toEqual(["several", "several", "several"]);
  });

  it("does not take a short word for the same where nothing around it is", () => {
    expect(told("Nobody has ever said a word.").placed).toEqual({});
  });
});
