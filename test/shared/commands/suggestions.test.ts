// Accepting suggestions makes whole cards in one step; rejecting them is remembered and can be taken back.
import { expect, test } from "vitest";
import { type AcceptedCard, acceptSuggestions } from "../../../shared/commands/accept-suggestions.ts";
import type { CommandContext } from "../../../shared/commands/command.ts";
import { rejectSuggestions, takeBackRejection } from "../../../shared/commands/reject-suggestions.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get, records } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";

const words = "Hart said that Moreno believes it will hold. She added that it must.";
const at = (part: string, from = 0) => {
  const start = words.indexOf(part, from);
  return { start, end: start + part.length };
};
const plain: AcceptedCard = {
  voice: [at("Hart")],
  entity: { name: "Ana Hart", type: "person", naming: "named" },
  cue: [at("said")],
  claim: [at("that Moreno believes it will hold")],
  via: [],
  fields: {},
  within: null,
  rule: "that-clause",
  reason: "A verb of saying is followed by “that”.",
  confidence: 0.97,
  model: null,
};
const inner: AcceptedCard = {
  ...plain,
  voice: [at("Moreno")],
  entity: null,
  cue: [at("believes")],
  claim: [at("it will hold")],
  fields: { act: "believe", polarity: "nonsense" },
  rule: "bare-clause",
  confidence: 0.8,
};
const later: AcceptedCard = { ...plain, voice: [at("She")], cue: [at("added")], claim: [at("that it must")] };

function after(context: CommandContext, cards: readonly AcceptedCard[]) {
  const outcome = acceptSuggestions.run(context, { cards });
  if (!("change" in outcome)) throw new Error(outcome.refusal);
  return { ...context, annotations: applyChange(context.annotations, outcome.change) };
}

function told({ annotations: { set, entities } }: CommandContext) {
  const text = (id: string | null) => (id === null ? null : spanText(get(set.spans, id) ?? never()));
  return [...records(set.attributions)]
    .map((card) => ({
      cue: text(card.cue),
      voice: card.voice.map((id) => {
        const span = get(set.spans, id);
        return `${text(id)}=${get(entities, span?.entity ?? "")?.name ?? "?"}`;
      }),
      claim: text(card.claim),
      within: text(get(set.attributions, card.within ?? "")?.cue ?? null),
      act: card.fields.act,
    }))
    .sort((a, b) => words.indexOf(a.cue ?? "") - words.indexOf(b.cue ?? ""));
}
const never = (): never => {
  throw new Error("It is there.");
};

test("one step makes the cards, their spans, whom they mean, and how they nest", () => {
  const context = markedArticle(words).context;
  const done = after(context, [plain, { ...inner, within: 0 }, later]);
  expect(told(done)).toEqual([
    {
      cue: "said",
      voice: ["Hart=Ana Hart"],
      claim: "that Moreno believes it will hold",
      within: null,
      act: "say",
    },
    { cue: "believes", voice: ["Moreno=?"], claim: "it will hold", within: "said", act: "believe" },
    { cue: "added", voice: ["She=Ana Hart"], claim: "that it must", within: null, act: "say" },
  ]);
  expect([...records(done.annotations.entities)].map(({ name, aliases }) => [name, aliases])).toEqual([
    ["Ana Hart", ["Hart"]],
  ]);
  expect(violations(done.annotations, markedArticle(words).invariants)).toEqual([]);
});

test("whichever is accepted first, the inner one lies within the outer one", () => {
  const context = markedArticle(words).context;
  for (const order of [
    [plain, inner],
    [inner, plain],
  ]) {
    const done = order.reduce((before, card) => after(before, [card]), context);
    expect(told(done).map(({ cue, within }) => [cue, within])).toEqual([
      ["said", null],
      ["believes", "said"],
    ]);
    // Coming to lie within another is not what an analyst changed.
    const cards = [...records(done.annotations.set.attributions)];
    expect(cards.map(({ provenance }) => provenance.editedAt)).toEqual([undefined, undefined]);
  }
});

test("each record remembers the rule, the reason and how sure it was, and by whose model", () => {
  const { annotations } = after(markedArticle(words).context, [{ ...plain, model: "mine" }]);
  const { attributions, spans } = annotations.set;
  for (const { provenance } of [...records(attributions), ...records(spans)])
    expect(provenance.origin).toEqual({
      by: "suggested",
      rule: "that-clause",
      reason: plain.reason,
      confidence: 0.97,
      model: "mine",
    });
});

test("spans that are there are taken, a known entity is linked, and a claim that has a card is left alone", () => {
  const marked = markedArticle(
    "{v:speaker|Hart} said {k:claim|that Moreno believes it will hold}. She added that it must.",
    {
      entities: [entity("e", "Ana Hart")],
    },
  );
  const context = marked.context;
  const done = after(context, [{ ...plain, entity: { known: "e" } }]);
  const [card] = records(done.annotations.set.attributions);
  expect(card).toMatchObject({ voice: ["v"], claim: "k" });
  expect(get(done.annotations.set.spans, "v")?.entity).toBe("e");
  expect(acceptSuggestions.run(done, { cards: [plain] })).toEqual({ refusal: "nothing-to-change" });
});

test("a rejection is kept once a place, and taken back", () => {
  const context = markedArticle(words).context;
  const pattern = { rule: "that-clause", cue: "say", shape: "name finite unquoted" };
  const rejected = [{ place: at("said"), pattern }];
  const first = rejectSuggestions.run(context, { rejected });
  if (!("change" in first)) throw new Error(first.refusal);
  const kept = { ...context, annotations: applyChange(context.annotations, first.change) };
  expect([...records(kept.annotations.set.rejections)]).toMatchObject([
    { segment: { quote: "said" }, pattern, provenance: { annotator: "annotator" } },
  ]);
  expect(rejectSuggestions.run(kept, { rejected })).toEqual({ refusal: "nothing-to-change" });
  const [one] = records(kept.annotations.set.rejections);
  const back = takeBackRejection.run(kept, { rejection: one?.id ?? "" });
  if (!("change" in back)) throw new Error(back.refusal);
  expect(applyChange(kept.annotations, back.change).set.rejections.size).toBe(0);
  expect(takeBackRejection.run(context, { rejection: "gone" })).toEqual({ refusal: "rejection-missing" });
});

test("a voice and a cue that were marked by hand and are in no card are taken as they are", () => {
  const { context } = markedArticle(
    "{v:speaker|Ana Hart} {c:cue|also said} that Moreno believes it will hold.",
  );
  const text = context.text.text;
  const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const done = after(context, [
    {
      ...plain,
      voice: [place("Hart")],
      cue: [place("said")],
      claim: [place("that Moreno believes it will hold")],
    },
  ]);
  const [card] = records(done.annotations.set.attributions);
  expect([card?.voice, card?.cue]).toEqual([["v"], "c"]);
  expect(get(done.annotations.set.spans, "c")?.provenance.origin).toEqual({ by: "human" });
  expect(get(done.annotations.entities, get(done.annotations.set.spans, "v")?.entity ?? "")?.name).toBe(
    "Ana Hart",
  );
});
