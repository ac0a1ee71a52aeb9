// Reads the words of a mention: a name, a noun, a title, a pronoun.
import { bodies, bodyNames, isBodyWord } from "./body-words.ts";
import { femaleNames, maleNames } from "./first-names.ts";
import { personNouns, titles, weekdays, words } from "./word-lists.ts";

export interface MentionReading {
  /** In lower case, without an article before it. */
  readonly words: string;
  /** The proper name's words, without titles. */
  readonly names: readonly string[];
  /** The noun of a description, in lower case; empty where it is missing, as in "a senior administration told us". */
  readonly noun: string;
  /** What it is said to be: "mayor" of "Mayor Ada Hart", "head coach" of "the head coach, Maria Lund". In lower case. */
  /** As they are written, by the same in lower case. */
  readonly roles: ReadonlyMap<string, string>;
  readonly pronoun: string;
  readonly article: "definite" | "indefinite" | "none";
  /** "Mr", "Ms", "Dame": as it is written. */
  readonly title: string;
}

const none: ReadonlySet<string> = new Set();

/** "Critics", "Health officials": a capital that the sentence's beginning gives, not a name. */
function isPlainNoun(part: string, known: ReadonlySet<string>): boolean {
  const partWords = part.trim().replace(cut, "").split(/\s+/u);
  const [first = ""] = partWords;
  return (
    partWords.length === 1 &&
    !known.has(first.replace(/['’]s?$/u, "")) &&
    (personNouns.has(first.toLowerCase()) || /^\p{Lu}\p{Ll}+[^sui\W]s$/u.test(first))
  );
}

const suffixes = words("jr sr kc qc mp mep phd md obe ii iii");
const pronouns =
  /^(?:he|she|his|her|him|they|their|them|it|its|who|whose|i|my|we|our|us|you|your|himself|herself)$/u;
const determiners = /^(?:the|this|that|these|those|his|her|its|their|our|my|your)\s+/u;
const indefinite =
  /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few|another|other|both|\d+)\b/u;

/** "Jo Hart, the mayor of Leeds", "a spokeswoman, Ellen Price": the name is in either part. Linear in the length. */
export function readMention(written: string, known: ReadonlySet<string> = none): MentionReading {
  const bare = written.replace(/\([^)]*\)/gu, " ").replace(/['’]s?$/u, "");
  const parts = bare.split(/,\s*/u).filter((part) => part.trim() !== "");
  const [first = ""] = parts;
  const named = parts.findIndex((part) => namesOf(part).length > 0 && !isPlainNoun(part, known));
  const names = namesOf(parts[named] ?? "");
  const lower = first.toLowerCase().trim();
  return {
    words: lower.replace(/^(?:the|a|an)\s+/u, ""),
    names,
    noun: names.length === 0 && lacksPerson(lower) ? "" : headOf(lower),
    roles: names.length > 0 ? rolesOf(parts, named, names) : new Map(),
    pronoun: pronouns.test(lower) ? lower : "",
    article: determiners.test(lower) ? "definite" : indefinite.test(lower) ? "indefinite" : "none",
    title: /^(?:The )?(?<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\b/u.exec(first)?.groups?.title ?? "",
  };
}

/**
 * "Critics" at a sentence's beginning is "critics", and "Republicans" is itself: without the capital of a first word that is known to
 * need none, or that the article writes without one (`small`).
 */
export function withoutSentenceCapital(written: string, small: ReadonlySet<string>): string {
  const firstWord = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}-])/u.exec(written)?.[0] ?? "";
  const lower = firstWord.toLowerCase();
  const isParty = bodyNames.has(firstWord) || bodyNames.has(`${firstWord}s`);
  const isSmall =
    small.has(lower) ||
    (isBeforeName(lower) && !isParty) ||
    indefinite.test(lower) ||
    determiners.test(`${lower} `);
  return firstWord !== "" && isSmall ? lower + written.slice(firstWord.length) : written;
}

const cut =
  /\s+(?:(?:of|for|at|from|in|with|to|on|by|who|that|which|whose|close|familiar|briefed|near)\s|\p{L}+(?:ed|en|wn)\s+(?:by|on|in|at|from|last|this|with|to|only|\p{L}+day)\b|(?:released|published)\b).*$/u;

/** The last word of a phrase before what hangs on it, and before a number: "article" of "Article 5 of the treaty". */
const headOf = (lower: string): string =>
  lower
    .replace(cut, "")
    .replace(/\s+\d+\p{L}?$/u, "")
    .split(/\s+/u)
    .at(-1) ?? "";

/** Ranks that people have, and bodies never. */
const ranks = words("senior veteran retired acting deputy vice fellow");

/** "A senior administration": a person's rank before a body, whose person was left out. */
const lacksPerson = (lower: string): boolean =>
  ranks.has(lower.replace(/^(?:the|an?)\s+/u, "").split(/\s+/u)[0] ?? "") && bodies.has(headOf(lower));

/** The words before the name, and the parts beside it that are phrases of their own. */
function rolesOf(
  parts: readonly string[],
  named: number,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const namedPart = parts[named] ?? "";
  const wordsBefore = namedPart.slice(0, Math.max(0, namedPart.indexOf(names[0] ?? ""))).trim();
  const beside = parts.filter(
    (part, at) => at !== named && /^(?:the |a |an |its |his |her |their |\p{Ll})/u.test(part),
  );
  const roles = [wordsBefore, ...beside]
    .map((role) =>
      role
        .replace(/^(?:the|a|an|its|his|her|their|\S+[’']s)\s+/iu, "")
        .replace(cut, "")
        .trim(),
    )
    .filter((role) => /^[\p{L}][\p{L} .’'-]+$/u.test(role) && !titles.has(role.toLowerCase()));
  return new Map(roles.map((role) => [role.toLowerCase(), role]));
}

const openingWord =
  /^(?:The|A|An|His|Her|Their|Its|He|She|They|It|I|We|You|Some|Many|Most|One|Two|But|And|Both)$/u;

/** The last run of words with capitals: the first word's capital counts only where another follows or nothing else does. */
export function namesOf(part: string): readonly string[] {
  const partWords = part
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}'’.&-]/gu, "").replace(/['’]s?$/u, ""));
  const core = partWords.slice(0, stopAt(partWords));
  const last = core.findLastIndex(isName);
  if (last < 0) return [];
  // "Article 5", "Channel 4"
  const end = isNumber(core[last + 1] ?? "") ? last + 1 : last;
  let start = last;
  while (start > 0 && (isName(core[start - 1] ?? "") || isParticle(core, start - 1))) start -= 1;
  while (start < last && isBeforeName((core[start] ?? "").toLowerCase())) start += 1;
  start = behindOffice(core, start, end);
  const run = core.slice(start, end + 1);
  // "Orlanda's central bank", "A Fernway spokesperson": the name is of something else.
  if (end < core.length - 1 && /^\p{Ll}/u.test(core.at(-1) ?? "")) return [];
  return run.filter((word, at) => !(at === 0 && openingWord.test(word)));
}

/** A name's number, unless it is a year or an age. */
export const isNumber = (word: string): boolean => /^\d{1,3}\p{L}?$/u.test(word);

const isBeforeName = (lower: string): boolean => personNouns.has(lower) || beforeOffices.has(lower);

/** Whether words beside a name say what somebody is: "former mayor", "head coach", not "last week". */
export function isRole(words: string): boolean {
  const roleWords = words.split(" ");
  const lastWord = roleWords.at(-1) ?? "";
  return (
    !/^(?:who|whose|which|that|last|next|this|including|like|both|in|at|of|on|by|for|from|to|with|\d.*)$/u.test(
      roleWords[0] ?? "",
    ) &&
    (personNouns.has(lastWord) ||
      offices.has(lastWord) ||
      /(?:er|or|ist|ian|man|woman|ant|ent|eer)$/u.test(lastWord))
  );
}

export const isFirstName = (word: string): boolean => femaleNames.has(word) || maleNames.has(word);

/** What stands before an office that somebody has or had, with a capital where a sentence begins or in a headline. */
const beforeOffices = words("former ex then late rival fellow veteran retired acting deputy vice senior");
/** Offices that names stand behind. */
const offices = words(
  "president minister secretary senator congressman congresswoman governor mayor councillor chairman chairwoman chair chief director leader " +
    "general speaker ambassador commissioner attorney chancellor premier judge officer spokesman spokeswoman spokesperson editor professor " +
    "captain coach candidate nominee rival democrat republican colonel lieutenant sergeant major admiral whip pollster strategist miss sheriff " +
    "inspector detective adviser advisor manager executive counsel coordinator",
);

/** "Majority Leader | Ada Hart": where the name itself begins, as long as two words of it are left and they are nobody's body. */
function behindOffice(core: readonly string[], start: number, end: number): number {
  const office = core.findLastIndex(
    (word, at) => at >= start && at <= end - 2 && offices.has(word.toLowerCase()),
  );
  if (office < 0 || core.slice(office + 1, end + 1).some(isBodyWord)) return start;
  const firstNameIndex = core.findIndex((word, at) => at > office && at < end && isFirstName(word));
  return firstNameIndex < 0 ? office + 1 : firstNameIndex;
}

const isName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) &&
  !/-(?:based|led|born|elect)$/u.test(word) &&
  !weekdays.has(word.toLowerCase()) &&
  !titles.has(word.toLowerCase()) &&
  !suffixes.has(word.toLowerCase().replace(/\./gu, ""));

/** "Ursula von der Leyen": small words within a name. */
const isParticle = (core: readonly string[], at: number): boolean =>
  at > 0 &&
  /^(?:de|da|di|van|von|der|den|al|bin|ben|la|le|el|du)$/u.test(core[at] ?? "") &&
  isAnyName(core, at - 1);

const isAnyName = (core: readonly string[], at: number): boolean =>
  isName(core[at] ?? "") || isParticle(core, at);

const stopAt = (all: readonly string[]): number => {
  const at = all.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:of|for|at|from|in|with|who|that|which|and|on|to|by|released|published|reviewed|seen|obtained)$/u.test(
        word,
      ),
  );
  return at < 0 ? all.length : at;
};
