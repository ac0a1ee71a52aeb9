import { describe, expect, it } from "vitest";
import type { CheckSeverity } from "../../../shared/checks/check.ts";
import { createChecker } from "../../../shared/checks/checker.ts";
import type { Finding } from "../../../shared/checks/finding.ts";
import { checkOf, checks, checksFor } from "../../../shared/checks/index.ts";
import { applyChange } from "../../../shared/model/change.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { newsAttribution, newsGuideline } from "../../../shared/tagsets/news-attribution.ts";
import { entity, type MarkedArticle, markedArticle } from "../../helpers/marked-article.ts";
import { changeOf } from "../../helpers/outcome.ts";
import { examples } from "./examples.ts";

function checkerOf({ text, annotations }: MarkedArticle, tagset: Tagset = newsAttribution) {
  const checker = createChecker({ text, metadata: [], tagset, annotations });
  while (!checker.work(() => true));
  return checker;
}

const by = (check: string, findings: readonly Finding[]) =>
  findings.filter((finding) => finding.check === check);

describe("the registry of checks", () => {
  it("has an example for every check, and for nothing else", () => {
    expect(Object.keys(examples).sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  it("leaves out what a project does without, and finds checks by their id", () => {
    const [first] = checks;
    expect(checksFor({ checksOff: [first?.id ?? "", "no-such-check"] })).toEqual(checks.slice(1));
    expect(checksFor({})).toEqual(checks);
    expect([checkOf("claim-missing")?.id, checkOf("no-such-check")]).toEqual(["claim-missing", undefined]);
  });
});

describe.each(checks.map((check) => [check.id, check] as const))("%s", (id, check) => {
  const example = examples[id];
  const tagset = example?.tagset ?? newsAttribution;

  it("has a kebab-case id, a severity, and a page of the guideline", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/u);
    expect(["unfinished", "newsroom", "style"] satisfies CheckSeverity[]).toContain(check.severity);
    expect(newsGuideline.map((page) => page.id)).toContain(check.page);
  });

  it("speaks of what is wrong, once, in its place, and of nothing in what is right", () => {
    for (const [article, words] of example?.wrong ?? []) {
      const found = by(id, checkerOf(article, tagset).findings());
      expect(
        found.map(({ range, says }) => [says.key, range && article.text.text.slice(range.start, range.end)]),
      ).toEqual([[`checks.${id}-says`, words]]);
    }
    expect(
      (example?.right ?? []).flatMap((article) => by(id, checkerOf(article, tagset).findings())),
    ).toEqual([]);
    expect([example?.wrong.length, example?.right.length].every(Boolean)).toBe(true);
  });

  it("offers fixes that put it right in one step", () => {
    const [article] = example?.wrong[0] ?? [];
    if (!article) throw new Error("No example.");
    const checker = checkerOf(article, tagset);
    const [finding] = by(id, checker.findings());
    const fixes = finding ? checker.fixes(finding) : [];
    expect(fixes).toHaveLength(example?.fixes ?? 0);
    for (const { call } of fixes) {
      const change = changeOf(call.run({ ...article.context, tagset }, null));
      const after = checkerOf({ ...article, annotations: applyChange(article.annotations, change) }, tagset);
      expect(by(id, after.findings())).toEqual([]);
    }
  });
});

it("a check that is switched off says nothing", () => {
  const [article] = examples["claim-missing"]?.wrong[0] ?? [];
  if (!article) throw new Error("No example.");
  const off = { ...newsAttribution, checksOff: ["claim-missing"] };
  expect(by("claim-missing", checkerOf(article, off).findings())).toEqual([]);
});

it("a voice by last name alone is linked with whom the registry has, before somebody is added", () => {
  const article = markedArticle(
    "Viktor Orban sat. Then {o:speaker|Orban} {s:cue|said} {c:claim|it was over}.",
    {
      entities: [entity("e", "Viktor Orban"), entity("f", "Zsuzsa Varga")],
      cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
    },
  );
  const checker = checkerOf(article);
  const [finding] = by("voice-without-entity", checker.findings());
  const says = finding ? checker.fixes(finding).map((fix) => [fix.says.key, fix.says.values]) : [];
  expect(says).toEqual([
    ["checks.fix-link-entity", { name: "Viktor Orban" }],
    ["checks.fix-create-entity", { name: "Orban" }],
  ]);
});
