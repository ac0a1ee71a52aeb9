// What was accepted from suggestions remembers by which rule, how sure it was, and whether it was changed since: in annotated JSON, word
// for word; every other format says that it leaves that out.
import { expect, test } from "vitest";
import { bundleOf } from "../../../shared/annotated-json/bundle.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { type AcceptedCard, acceptSuggestions } from "../../../shared/commands/accept-suggestions.ts";
import type { CommandContext, Outcome } from "../../../shared/commands/command.ts";
import { moveEdge, setField } from "../../../shared/commands/index.ts";
import { exporters, exportOf } from "../../../shared/exporters/index.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { records } from "../../../shared/model/table.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { exportedText, hashOf, readableExport, sampleBundle } from "../../helpers/bundles.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const text = "Ana Hart said that the bridge would hold. Luis Moreno denied that it was old.";

function after(context: CommandContext, outcome: Outcome): CommandContext {
  if (!("change" in outcome)) throw new Error(outcome.refusal);
  return { ...context, annotations: applyChange(context.annotations, outcome.change) };
}

/** Both suggestions are accepted; of the second card a value is changed, and an edge of its claim. */
function accepted() {
  const cards = suggestCards(text, noOwnWords).cards.map(
    ({ voice, cue, claim, fields, rule, confidence }): AcceptedCard => ({
      voice,
      entity: null,
      cue,
      claim,
      via: [],
      fields,
      within: null,
      rule,
      reason: `because of ${rule}`,
      confidence,
      model: null,
    }),
  );
  const { context } = markedArticle(text);
  const done = after(context, acceptSuggestions.run(context, { cards }));
  const [, second] = [...records(done.annotations.set.attributions)].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!second?.claim) throw new Error("Two cards were made.");
  const valued = after(done, setField.run(done, { card: second.id, field: "hedged", value: true }));
  return after(
    valued,
    moveEdge.run(valued, { span: second.claim, segment: 0, edge: "end", to: text.length - 4 }),
  );
}

const done = accepted();
const { set, entities } = done.annotations;
const sample = sampleBundle();
const bundle = bundleOf({
  project: {
    ...sample.project,
    schemaVersion,
    createdAt: sample.exportedAt,
    tagset: done.tagset,
    annotators: [{ id: set.annotatorId, name: "Anna Lind" }],
  },
  entities: [...records(entities)],
  articles: [
    {
      article: {
        id: set.articleId,
        title: "The bridge",
        addedAt: sample.exportedAt,
        textHash: hashOf(text),
        length: text.length,
        metadata: [],
        original: null,
      },
      text,
      sets: [{ ...setToJson(set), textHash: hashOf(text) }],
    },
  ],
  exportedAt: sample.exportedAt,
  generator: sample.generator,
});

test("annotated JSON tells of each mark and card by which rule, how sure, and whether it was changed since", () => {
  const read = parseAnnotatedJson(exportedText("json", bundle), hashOf);
  const [back] = read.ok ? (read.bundle.articles[0]?.sets ?? []) : [];
  if (!back) throw new Error("It can be read.");
  const rules = suggestCards(text, noOwnWords).cards.map(({ rule, confidence }) => ({ rule, confidence }));
  const made = [...back.attributions].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(made.map(({ provenance: { origin } }) => origin)).toEqual(
    rules.map(({ rule, confidence }) => ({
      by: "suggested",
      rule,
      reason: `because of ${rule}`,
      confidence,
    })),
  );
  expect(made.map(({ provenance }) => provenance.editedAt !== undefined)).toEqual([false, true]);
  const spans = back.spans.map(({ id, provenance: { origin, editedAt } }) => ({
    by: origin.by,
    rule: origin.by === "suggested" ? origin.rule : null,
    isChanged: editedAt !== undefined,
    isClaimOfSecond: id === made[1]?.claim,
  }));
  expect(spans).toHaveLength(6);
  expect(spans.every(({ by, rule }) => by === "suggested" && rules.some((one) => one.rule === rule))).toBe(
    true,
  );
  expect(spans.filter(({ isChanged }) => isChanged).map(({ isClaimOfSecond }) => isClaimOfSecond)).toEqual([
    true,
  ]);
});

/** They hold no marks. */
const others = new Set(["decision-log", "decision-log-json", "claim-review", "tagset"]);

test.each(exporters.filter(({ id }) => !others.has(id)))(
  "$id keeps it or says that it does not",
  async (exporter) => {
    const { losses } = exportOf(exporter, bundle);
    const isKept = (await readableExport(exporter.id, bundle)).includes("because of that-clause");
    expect(isKept || losses.some(({ what }) => what === "provenance")).toBe(true);
  },
);
