import { describe, expect, it } from "vitest";
import { acceptProposal } from "../../../shared/commands/index.ts";
import { get } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { cardsRead, spansRead, stateAfter } from "../../helpers/outcome.ts";

const rule = { rule: "behind-claim", reason: "right behind the claim" };
const why = { ...rule, within: null };

describe("accepting a proposal", () => {
  const article = markedArticle("{c:claim|“We won,”} Orban said. {t:cue|added}", {
    entities: [entity("e", "Orban")],
  });
  const { context } = article;
  const words = (text: string) => ({ ...article.range(text), span: null });

  it("marks voice and cue, makes the card, and remembers why", () => {
    const outcome = acceptProposal.run(context, {
      claim: "c",
      voice: words("Orban"),
      cue: words("said"),
      ...why,
    });
    const state = stateAfter(context, outcome);
    expect([spansRead(state), cardsRead(state)]).toEqual([
      ["c claim: “We won,”", "nb speaker: Orban → e", "nc cue: said", "t cue: added"],
      { na: { voice: ["nb"], cue: "nc", claim: "c" } },
    ]);
    expect(get(state.set.spans, "nb")?.provenance.origin).toEqual({ by: "suggested", ...rule });
    expect(outcome).toMatchObject({ focus: { span: "c", card: "na" } });
  });

  it("remembers how sure the suggestion was that it comes from, and whose model made it", () => {
    const fresh = markedArticle("{c:claim|“We won,”} Orban said.");
    const outcome = acceptProposal.run(fresh.context, {
      claim: "c",
      voice: { ...fresh.range("Orban"), span: null },
      cue: null,
      ...why,
      suggested: { confidence: 0.8, model: "ours" },
    });
    const state = stateAfter(fresh.context, outcome);
    const [voice] = get(state.set.attributions, "na")?.voice ?? [];
    expect(get(state.set.spans, voice ?? "")?.provenance.origin).toEqual({
      by: "suggested",
      ...rule,
      confidence: 0.8,
      model: "ours",
    });
  });

  it("takes spans that are there, and leaves what the card has", () => {
    const carded = markedArticle("{c:claim|“We won,”} {o:speaker|Orban} {s:cue|said}.", {
      cards: { k: { claim: "c", voice: ["o"] } },
    });
    const outcome = acceptProposal.run(carded.context, {
      claim: "c",
      voice: { ...carded.range("won"), span: null },
      cue: { ...carded.range("said"), span: null },
      ...why,
    });
    const state = stateAfter(carded.context, outcome);
    expect(spansRead(state)).toEqual(["c claim: “We won,”", "o speaker: Orban", "s cue: said"]);
    expect(cardsRead(state)).toEqual({ k: { claim: "c", voice: ["o"], cue: "s" } });
  });

  it("puts a new card within the one that it is told, and leaves another where it is", () => {
    const nested = markedArticle("He said {c:claim|that {d:claim|Orban agreed}}, they {s:cue|added}.", {
      cards: { k: { claim: "c" } },
    });
    const cue = { ...nested.range("added"), span: "s" };
    const into = (claim: string, within: string) => {
      const outcome = acceptProposal.run(nested.context, { claim, voice: null, cue, ...rule, within });
      return "refusal" in outcome ? outcome : cardsRead(stateAfter(nested.context, outcome));
    };
    expect([into("d", "k"), into("c", "k"), into("d", "x")]).toEqual([
      { k: { claim: "c" }, na: { claim: "d", cue: "s", within: "k" } },
      { k: { claim: "c", cue: "s" } },
      { refusal: "card-missing" },
    ]);
  });

  it.each([
    [{ claim: "x", voice: null, cue: words("said") }, "span-missing"],
    [{ claim: "t", voice: null, cue: words("said") }, "slot-refuses-type"],
    [{ claim: "c", voice: null, cue: null }, "nothing-to-change"],
    [{ claim: "c", voice: null, cue: { ...words("said"), span: "c" } }, "nothing-to-change"],
  ] as const)("refuses %j: %s", (args, refusal) => {
    expect(acceptProposal.run(context, { ...args, ...why })).toEqual({ refusal });
  });
});
