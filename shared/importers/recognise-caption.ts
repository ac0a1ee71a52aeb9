// Recognises the captions of pictures that no longer are there, and the credits of who took them.
import { type Line, partOf } from "./metadata-lines.ts";

interface Caption {
  readonly caption: Line | null;
  /** With its brackets or its label. */
  readonly credit: Line | null;
}

const longestCaption = 1_000;
const longestCredit = 120;

const name = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const personOrAgency = `(?:${name}(?: (?:${name}|de|van|von|der|da|la|for|of|the)){1,5}|AP|AFP|EPA|PA|ANP|TASS|Reuters)`;
const agency = `(?:(?:For|for|Via|via) (?:the |The )?)?(?:the )?${name}(?: (?:${name}|of|for|the|via)){0,5}(?:/${name}(?: ${name}){0,3})?`;
const slashed = `${personOrAgency}\\s?/\\s?${agency}`;
const label =
  "(?:Photo(?:graph)?s?|Images?|Pictures?|Illustration|Credits?|Photo credit|Image credit|Picture credit|File photo)";
const labelled = `${label}(?: by|:| courtesy of| via)\\s?${name}[^.()]{1,100}`;
const courtesy = `[Cc]ourtesy (?:of )?${name}[^()]{0,80}`;

const bracketed = new RegExp(`\\((?:${slashed}|${labelled}|${courtesy})\\)$`, "u");
const atEnd = new RegExp(`(?<=[.!?”"] )(?:${labelled}|AP Photo/${name}(?: ${name}){0,3})$`, "u");
const alone = new RegExp(`^(?:${labelled}|AP Photo/${name}(?: ${name}){0,3})$`, "u");
const captionLabel = /^(?:Caption|Photo caption|Image caption):\s+/u;

/** The caption and credit that a line consists of; `null` for any other line. Sure enough to ask of every line. */
export function recogniseCaption(line: Line): Caption | null {
  if (line.text.length > longestCaption) return null;
  if (alone.test(line.text)) return { caption: null, credit: line };
  const tailAt = Math.max(0, line.text.length - longestCredit);
  const tail = line.text.slice(tailAt);
  const labelLength = captionLabel.exec(line.text)?.[0].length ?? 0;
  const credit = bracketed.exec(tail) ?? atEnd.exec(tail);
  if (!credit) return labelLength > 0 ? { caption: partOf(line, labelLength), credit: null } : null;
  const creditAt = tailAt + credit.index;
  return { caption: partOf(line, labelLength, creditAt), credit: partOf(line, creditAt) };
}
