// A fresh copy of an article of the gallery's project, in which its publisher changed things without a word.
import type { ReadVersion } from "../../shared/api/methods/comparisons.ts";
import type { ListedRevision } from "../../shared/api/revisions.ts";
import { message } from "../../shared/words/message.ts";
import { openArticles } from "./fixture-project.ts";

/** `of`: which version; anything but the article as it is gives the fresh copy. */
export function versionOf(id: string, of: unknown): ReadVersion {
  const opened = openArticles.find(({ article }) => article.id === id);
  if (!opened) throw new RangeError(`The gallery has no article ${id}.`);
  const { article, text, set } = opened;
  const isPresent = typeof of === "object" && of !== null && "kind" in of && of.kind === "present";
  const { title, textHash } = article;
  if (isPresent) return { title, isTitled: true, text, textHash, label: message("changes.present"), set };
  return {
    title,
    isTitled: true,
    text: rewritten(text),
    textHash: "0".repeat(64),
    label: message("changes.from-file", { file: "fresh-copy.html" }),
    set: null,
  };
}

/** A correction and a new version, the latter with marks that lost their place. */
export function revisionsOf(id: string): readonly ListedRevision[] {
  const title = openArticles.find(({ article }) => article.id === id)?.article.title ?? "";
  return [
    {
      ...{
        id: "newest",
        at: "2026-03-03T09:12:00Z",
        by: "Dana Analyst",
        why: "new-version",
        title,
        isPresent: true,
      },
      ...{ note: "", file: "fresh-copy.html", growth: 214 },
      sets: [
        { annotator: "Dana Analyst", same: 31, moved: 14, reworded: 2, waiting: 3 },
        { annotator: "Kim Colleague", same: 20, moved: 9, reworded: 0, waiting: 1 },
      ],
    },
    {
      ...{
        id: "mended",
        at: "2026-03-01T16:40:00Z",
        by: "Kim Colleague",
        why: "correction",
        title,
        isPresent: false,
      },
      ...{ note: "A word was missing in the second paragraph.", file: null, growth: -1 },
      sets: [{ annotator: "Dana Analyst", same: 12, moved: 38, reworded: 0, waiting: 0 }],
    },
    {
      ...{ id: null, at: "2026-02-27T08:00:00Z", by: "", why: "brought-in", title, isPresent: false },
      ...{ note: "", file: "bridge.html", growth: 0, sets: [] },
    },
  ];
}

/** The text that another machine made of it at the same time. */
export function othersOf(id: string): readonly ListedRevision[] {
  const title = openArticles.find(({ article }) => article.id === id)?.article.title ?? "";
  return [
    {
      ...{ id: "aside", at: "2026-03-03T08:47:00Z", by: "Kim Colleague", why: "correction", title },
      ...{ isPresent: false, note: "The name of the minister was misspelt.", file: null, growth: 12 },
      sets: [{ annotator: "Kim Colleague", same: 26, moved: 3, reworded: 1, waiting: 0 }],
    },
  ];
}

const added =
  "A spokeswoman for the regional government said on Friday that the figures were being checked and would be published soon.";

/** One paragraph moved, one taken out, one put in, words and quotation marks changed. */
function rewritten(text: string): string {
  const paragraphs = text.split("\n\n");
  const [moved = ""] = paragraphs.splice(5, 1);
  paragraphs.splice(8, 0, moved);
  paragraphs.splice(10, 1);
  paragraphs.splice(4, 0, added);
  return paragraphs
    .join("\n\n")
    .replace("said on Tuesday", "told reporters on Wednesday")
    .replace("at least a year", "at least 18 months")
    .replaceAll(/[“”]/gu, '"');
}
