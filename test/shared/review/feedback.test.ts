import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import { feedbackFor } from "../../../shared/review/feedback/feedback.ts";
import { feedbackPage, style, styleHash } from "../../../shared/review/feedback/feedback-page.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import {
  defaultFields,
  type MarkedArticle,
  markedArticle,
  provenance,
} from "../../helpers/marked-article.ts";

const cards = { k: { voice: ["o"], cue: "s", claim: "c" } };
const own = markedArticle(
  "{o:speaker|Orban} {s:cue|said} {c:claim|it was over}. {p:speaker|Nobody} {q:cue|stirred}.",
  {
    cards,
  },
);
const curated = markedArticle(
  "{x:source|Orban} {y:cue|said} {z:claim|it was} over. Nobody stirred{n:cue|.}",
  {
    cards: { c: { voice: ["x"], cue: "y", claim: "z", fields: { ...defaultFields, polarity: "against" } } },
  },
);

const decision = (
  about: "span" | "card",
  unit: string | null,
  made: readonly string[],
  more: Partial<Decision> = {},
): Decision => ({
  id: `d-${unit ?? made[0]}`,
  about,
  members: [{ annotator: "annotator", unit }],
  place: null,
  aspects: [],
  how: made.length > 0 ? "edit" : "nothing",
  taken: null,
  made,
  reason: "",
  provenance: { ...provenance, annotator: "dana" },
  ...more,
});

const feedbackOn = (
  theirs: MarkedArticle,
  made: MarkedArticle,
  decisions: readonly Decision[],
  title = "Peace talks",
) =>
  feedbackFor({
    annotator: { id: "annotator", name: "Ana" },
    people: [{ id: "dana", name: "Dana" }],
    articles: [
      {
        id: "article",
        title,
        text: theirs.text.text,
        own: setToJson(theirs.set),
        curated: { ...setToJson(made.set), annotatorId: "curation", decisions },
      },
    ],
    entities: [],
    tagset: newsAttribution,
  });

const words = (language: "en" | "de") => createWords(localeFor(language, []));
const options = { project: "Bridges", madeAt: "2026-03-03T14:05:00.000Z", generator: "Sayso 0.0.0" };

test("what was kept, changed, taken out and added is told apart, and what is not decided is not taken for taken out", () => {
  const feedback = feedbackOn(own, curated, [
    decision("span", "p", [], { reason: "A narrator’s word." }),
    decision("span", "q", [], { how: "unsure" }),
  ]);
  expect(feedback.counts).toEqual({ kept: 1, changed: 3, removed: 1, added: 1, open: 1 });
  expect(feedback.articles[0]?.items.map(({ what, of, quote }) => [what, of, quote])).toEqual([
    ["changed", "span", "Orban"],
    ["changed", "card", "it was over"],
    ["changed", "span", "it was over"],
    ["removed", "span", "Nobody"],
    ["added", "span", "."],
  ]);
  const [orban, card, claim, nobody] = feedback.articles[0]?.items ?? [];
  expect(orban?.changes).toMatchObject([
    { aspect: "type", theirs: { key: "shipped.type-speaker" }, curated: { key: "shipped.type-source" } },
  ]);
  expect(card?.changes.map(({ aspect, field }) => field ?? aspect)).toEqual(["polarity"]);
  expect(claim?.changes).toEqual([{ aspect: "edges", theirs: "it was over", curated: "it was" }]);
  expect(nobody).toMatchObject({ reason: "A narrator’s word.", decided: { by: "Dana" } });
  expect(feedback.kinds.map(({ aspect, field, count }) => [field ?? aspect, count])).toEqual(
    expect.arrayContaining([
      ["polarity", 1],
      ["edges", 1],
      ["type", 1],
    ]),
  );
});

test("the page says so in both languages, and says the words it is about", () => {
  const feedback = feedbackOn(own, curated, [decision("span", "p", [])]);
  for (const [language, title] of [
    ["en", "Feedback for Ana"],
    ["de", "Rückmeldung für Ana"],
  ] as const) {
    const page = feedbackPage(feedback, options, words(language));
    expect(page).toContain(`<html lang="${language}`);
    expect(page).toContain(`<title>${title}</title>`);
    expect(page).toContain("<del><bdi>it was over</bdi></del> → <ins><bdi>it was</bdi></ins>");
  }
});

test("nothing in the page is run or fetched, and its policy allows its own sheet alone", () => {
  const page = feedbackPage(feedbackOn(own, curated, []), options, words("en"));
  expect(createHash("sha256").update(style).digest("base64")).toBe(styleHash);
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/<script|<img|<link|<a |\son\w+=|url\(|@import|https?:/iu);
});

test("hostile texts and names are text, whatever they hold", () => {
  const hostile = `</bdi></style><script>alert(1)</script>\u202e"'&<img src=x onerror=y>`;
  const marked = markedArticle(`{o:speaker|${hostile}} came.`);
  const feedback = {
    ...feedbackOn(
      marked,
      markedArticle(`${hostile} came.`),
      [decision("span", "o", [], { reason: hostile })],
      hostile,
    ),
    annotator: hostile,
  };
  const page = feedbackPage(feedback, { ...options, project: hostile }, words("en"));
  expect(page.match(/<script|<img/gu)).toBeNull();
  expect(page.match(/<\/style>/gu)).toHaveLength(1);
  expect(page).not.toContain("\u202e");
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩&quot;'&amp;");
});

test("work that was kept whole says so", () => {
  const feedback = feedbackOn(own, own, []);
  expect(feedback.counts).toEqual({ kept: 6, changed: 0, removed: 0, added: 0, open: 0 });
  expect(feedbackPage(feedback, options, words("en"))).toContain("Nothing was changed here.");
});
