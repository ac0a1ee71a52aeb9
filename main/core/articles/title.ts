// What an article is called when its text has no title: the file's name without its ending, else its first words.
import { visibleText } from "../../../shared/problems/visible-text.ts";

/** Code units of a title made from first words. */
const longest = 60;

/** `name`: of the file; `null` for text that was pasted. Never empty as long as the text has a word. */
export function titleFor(name: string | null, text: string): string {
  const fromName = visibleText(name?.replace(/\.[a-z0-9]{1,8}$/i, "") ?? "").trim();
  return fromName === "" ? firstWords(text) : fromName;
}

function firstWords(text: string): string {
  const words = text
    .slice(0, 10_000)
    .split(/\s+/u)
    .filter((word) => word !== "");
  let title = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (title.length + word.length >= longest) return `${visibleText(title)}…`;
    title += ` ${word}`;
  }
  return visibleText(title.length > longest ? `${[...title].slice(0, longest).join("")}…` : title);
}
