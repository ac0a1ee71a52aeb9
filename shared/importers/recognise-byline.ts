// Recognises who wrote an article and for whom: "By Ana Ruiz and Tom Ley", followed on the same line or the next by the
// name of a publisher.
import { type Line, partOf } from "./metadata-lines.ts";

const publisherWord =
  "(?:Post|Times|News|Press|Journal|Herald|Tribune|Guardian|Gazette|Chronicle|Courier|Observer|Star|Sun|Mirror|Globe|Register|Ledger|Record|Dispatch|Standard|Telegraph|Independent|Examiner|Bulletin|Review|Weekly|Wire|Agency|Radio|Network|Magazine|Sentinel|Inquirer|Mail|Echo|Argus|Advertiser|Reuters|Bloomberg|Politico|AP|AFP|BBC|CNN|NPR|PBS)";
const word = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const publisherForm = new RegExp(`^(?:(?:The|the) )?(?:${word} ){0,4}?${publisherWord}(?: ${word})?$`, "u");
/** City names of two words, of which the first gives the second away. */
const cityOpening = /^(?:New|Los|Las|San|Santa|Saint|St\.|Wall|Fort|El|Salt)$/u;

const particle = "(?:de|da|di|del|della|der|den|van|von|la|le|bin|ibn|al|el|ter|ten|y|dos|du)";
const person = `(?!The )${word}(?: (?:${particle} )*${word}){1,7}`;
const people = `${person}(?:(?:,? and |,? & |, |; )${person})*`;
const desk = "(?:(?:[Ss]taff|[Oo]ur) (?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?)|[Ss]taff)";
const opening = "(?:By|BY|Words by|Written by|Reported by|Story by)(?::)? ";
const openingForm = new RegExp(`^${opening}`, "u");
const bylineForm = new RegExp(`^${opening}(?:${people}|${desk})`, "u");
/** What may stand between the names and what follows them. */
const separator = /^\s*(?:[|•·—–/(]|,(?= )|\bfor\b|\bof\b|\bat\b)\s*/u;

export interface Byline {
  readonly byline: Line;
  readonly publisher: Line | null;
  /** What follows, e.g. a date. */
  readonly rest: Line | null;
}

/** The byline that a line consists of; `null` for a sentence that only begins with "By". */
export function recogniseByline(line: Line): Byline | null {
  if (line.text.length > 200 || /[.?!]["”’]?$/u.test(line.text)) return null;
  const match = bylineForm.exec(line.text);
  if (!match) return null;
  const after = line.text.slice(match[0].length);
  const gap = separator.exec(after);
  if (after.trim() !== "" && !gap) return null;
  if (gap) return withRest(line, match[0].length, match[0].length + gap[0].length);
  const split = publisherAfterNames(match[0]);
  const byline = partOf(line, 0, split?.end ?? line.text.length);
  const publisher = split === null ? null : partOf(line, split.from);
  return byline ? { byline, publisher, rest: null } : null;
}

/** True when a line is nothing but the name of a publisher. */
export function isPublisher(text: string): boolean {
  return text.length <= 60 && publisherForm.test(text);
}

/** The names end at `end`; what stands from `from` on is a publisher, a role, or something else. */
function withRest(line: Line, end: number, from: number): Byline | null {
  const rest = partOf(line, from);
  const closing = rest?.text.endsWith(")") ? 1 : 0;
  const inner = rest ? partOf(line, from, line.text.length - closing) : null;
  if (inner && isPublisher(inner.text)) {
    const byline = partOf(line, 0, end);
    return byline ? { byline, publisher: inner, rest: null } : null;
  }
  // A role belongs to the byline ("By Ana Ruiz, political editor"); a sentence does not ("By Ana Ruiz, who was …").
  const isRole = rest !== null && /^\p{Ll}[\p{L} -]{2,40}$/u.test(rest.text);
  if (isRole) return { byline: line, publisher: null, rest: null };
  if (rest && !/^[\d\p{Lu}]/u.test(rest.text)) return null;
  const byline = partOf(line, 0, end);
  return byline ? { byline, publisher: null, rest } : null;
}

/**
 * Where the names end and the publisher begins that they run into ("Tom Ley Harbour Post", "Tom Ley, Harbour Post"), in
 * code units; `null` when there is none or it cannot be told: the last person is taken to have two names.
 */
function publisherAfterNames(names: string): { readonly end: number; readonly from: number } | null {
  const comma = names.lastIndexOf(", ");
  if (comma > 0 && isPublisher(names.slice(comma + 2))) return { end: comma, from: comma + 2 };
  const lastPerson =
    names
      .replace(openingForm, "")
      .split(/,? (?:and|&) |[,;] /u)
      .at(-1) ?? "";
  const words = lastPerson.split(" ");
  const surnameAt = /^\p{Lu}\.$/u.test(words[1] ?? "") ? 2 : 1;
  const after = words.slice(surnameAt + 1);
  const publisher = after.join(" ");
  const [first = ""] = after;
  const sure = after.length <= 2 || first === "The" || (after.length === 3 && cityOpening.test(first));
  const from = names.length - publisher.length;
  return after.length > 0 && sure && isPublisher(publisher) ? { end: from, from } : null;
}
