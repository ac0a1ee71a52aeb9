// The last article of the gallery's project after its publisher rewrote it: some marks of everybody have lost their place.
import type { OpenArticle, WaitingSet } from "../../shared/api/contract.ts";
import type { AnnotationSetJson } from "../../shared/model/annotation-set.ts";
import { carrierBetween } from "../../shared/revise/carrier.ts";
import { carryRecords } from "../../shared/revise/carry-records.ts";
import { openArticles } from "./fixture-project.ts";
import { reviewSetsOf } from "./fixture-review.ts";

const hash = "1".repeat(64);

/** The article with its text rewritten and the marks carried over; any other as it is. */
export function correctedOf(opened: OpenArticle): OpenArticle {
  if (opened !== openArticles.at(-1)) return opened;
  const { article, text, set } = opened;
  const next = rewritten(text);
  return {
    ...opened,
    article: { ...article, textHash: hash, length: next.length },
    text: next,
    set: carried(set, text),
  };
}

export function waitingSetsOf(id: unknown): readonly WaitingSet[] {
  const reviewed = reviewSetsOf(String(id));
  const isCorrected = openArticles.at(-1)?.article.id === id;
  return (reviewed?.sets ?? []).map(({ annotator, set }) => ({
    annotator,
    orphans: isCorrected ? (carried(set, reviewed?.text ?? "").orphans ?? []) : [],
  }));
}

const carried = (set: AnnotationSetJson, text: string): AnnotationSetJson =>
  carryRecords(set, carrierBetween(text, rewritten(text), "own"), hash).set;

/** A sentence is told in other words, and the passage of the union is gone. */
function rewritten(text: string): string {
  const paragraphs = text.split("\n\n").filter((paragraph) => !paragraph.startsWith("The union"));
  return paragraphs
    .join("\n\n")
    .replace(
      "“It hurts, and I know it,” he said in an interview on Sunday.",
      "He knows that it will hurt, he told a paper.",
    )
    .replace("The ministry had known of their figures since June", "Officials had those figures in June");
}
