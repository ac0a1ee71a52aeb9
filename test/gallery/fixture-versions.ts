// A fresh copy of an article of the gallery's project, in which its publisher changed things without a word.
import type { ReadVersion } from "../../shared/api/methods/comparisons.ts";
import { message } from "../../shared/words/message.ts";
import { openArticles } from "./fixture-project.ts";

/** `of`: which version; anything but the article as it is gives the fresh copy. */
export function versionOf(id: string, of: unknown): ReadVersion {
  const opened = openArticles.find(({ article }) => article.id === id);
  if (!opened) throw new RangeError(`The gallery has no article ${id}.`);
  const { article, text, set } = opened;
  const isPresent = typeof of === "object" && of !== null && "kind" in of && of.kind === "present";
  if (isPresent) return { title: article.title, text, label: message("changes.present"), set };
  return {
    title: article.title,
    text: rewritten(text),
    label: message("changes.from-file", { file: "fresh-copy.html" }),
    set: null,
  };
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
