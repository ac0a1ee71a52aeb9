// Words with their parts of speech, by winkNLP and its English model, which run offline in any window or process.
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Range } from "../model/range.ts";
import { reportingShare } from "./reporting-shares.ts";
import type { PartOfSpeech, TaggedToken } from "./token.ts";
import { infinitiveVerbs, quotingVerbs } from "./verb-frames.ts";
import { formOf, lemmaOfVerb } from "./verb-groups.ts";
import { alwaysVerbs, firstNames, possessives, titles } from "./word-lists.ts";

/** Made when first asked for: loading the model takes some tenths of a second. */
let library: ReturnType<typeof winkNLP> | null = null;

/** A stretch is read in pieces of this length, so that a text without line ends takes no more memory at once. */
const pieceLength = 4_000;

const none: ReadonlySet<string> = new Set();

/** The tokens of a stretch of text, in order. `names`: words that are names in this text. Linear in its length. */
export function tagText(
  text: string,
  { start, end }: Range,
  names: ReadonlySet<string> = none,
): TaggedToken[] {
  const tokens: TaggedToken[] = [];
  for (let from = start; from < end; ) {
    const to = pieceEnd(text, from, end);
    tokens.push(...tagPiece(text, from, to, names));
    from = to;
  }
  return tokens;
}

function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= pieceLength) return end;
  const cut = text.slice(from, from + pieceLength).search(/\s\S*$/u);
  return cut > 0 ? from + cut : from + pieceLength;
}

function tagPiece(text: string, start: number, end: number, names: ReadonlySet<string>): TaggedToken[] {
  library ??= winkNLP(model, ["pos"]);
  const { its } = library;
  const winkTokens = library.readDoc(text.slice(start, end)).tokens();
  const texts = winkTokens.out(its.value) as string[];
  const parts = winkTokens.out(its.pos) as string[];
  const lemmas = winkTokens.out(its.lemma as typeof its.value) as string[];
  const tokens: TaggedToken[] = [];
  let at = start;
  for (const [index, value] of texts.entries()) {
    const part = parts[index] ?? "X";
    // Marks of direction and the like are no words.
    if (part === "SPACE" || /^\p{Cf}+$/u.test(value)) continue;
    // The library drops characters that it holds for nothing, such as U+FEFF: look for the word anew, but not far.
    const near = text.slice(at, Math.min(end, at + value.length + 64)).indexOf(value);
    if (near < 0) continue;
    const from = at + near;
    at = from + value.length;
    tokens.push({
      start: from,
      end: at,
      text: value === "―" ? "—" : value,
      lower: value.toLowerCase().replaceAll("’", "'"),
      lemma: lemmas[index] ?? value.toLowerCase(),
      pos: part as PartOfSpeech,
      quoted: false,
    });
  }
  return corrected(tokens, names);
}

// What the tagger gets wrong in news prose often enough to matter, set right by the words around.

/** The same words: those joined by hyphens as one, with better parts of speech. */
function corrected(tokens: readonly TaggedToken[], names: ReadonlySet<string>): TaggedToken[] {
  const joinedTokens = joinHyphens(tokens);
  const tagged: TaggedToken[] = [];
  for (const [at, token] of joinedTokens.entries())
    tagged.push(retagged(joinedTokens, tagged, at, token, names));
  return tagged;
}

function joinHyphens(tokens: readonly TaggedToken[]): TaggedToken[] {
  const joinedTokens: TaggedToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, before, after] = [tokens[at], joinedTokens.at(-1), tokens[at + 1]];
    if (!token) continue;
    const isHyphen =
      /^[-‐‑/]$/u.test(token.text) && before?.end === token.start && after?.start === token.end;
    if (!isHyphen || !before || !after || before.pos === "PUNCT" || after.pos === "PUNCT") {
      joinedTokens.push(token);
      continue;
    }
    joinedTokens[joinedTokens.length - 1] = {
      ...before,
      end: after.end,
      text: `${before.text}${token.text}${after.text}`,
      lower: `${before.lower}${token.lower}${after.lower}`,
      lemma: `${before.lower}${token.lower}${after.lemma}`,
      pos: partOfJoined(before, after),
    };
    at += 1;
  }
  return joinedTokens;
}

const partOfJoined = (before: TaggedToken, after: TaggedToken): PartOfSpeech => {
  if (after.pos === "VERB" || after.pos === "ADP" || after.pos === "ADV") return "ADJ";
  return before.pos === "PROPN" && after.pos === "NOUN" ? "NOUN" : after.pos;
};

function retagged(
  tokens: readonly TaggedToken[],
  before: readonly TaggedToken[],
  at: number,
  token: TaggedToken,
  names: ReadonlySet<string>,
): TaggedToken {
  const pos = better(tokens, before, at, token, names);
  const lemma = pos === "VERB" ? lemmaOfVerb(token.lower, token.lemma) : token.lemma;
  return pos === token.pos && lemma === token.lemma ? token : { ...token, pos, lemma };
}

/** Parts of speech that the tagger gives to names it does not know. */
const misread: ReadonlySet<PartOfSpeech> = new Set([
  "VERB",
  "ADJ",
  "ADV",
  "NOUN",
  "INTJ",
  "X",
  "ADP",
  "AUX",
  "SCONJ",
]);

/** What a word can be behind which a verb stands. */
const subjectParts: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "PROPN", "PRON"]);

function better(
  tokens: readonly TaggedToken[],
  tagged: readonly TaggedToken[],
  at: number,
  token: TaggedToken,
  names: ReadonlySet<string>,
): PartOfSpeech {
  const [before, after] = [tagged[at - 1], tokens[at + 1]];
  if (alwaysVerbs.has(token.lower)) return "VERB";
  if (/^[^\p{L}\p{N}$%€£#@&+]+$/u.test(token.text) && token.pos !== "PART") return "PUNCT";
  if (token.lower === "further" && after?.pos === "VERB") return "ADV";
  const fixed = inSetPhrase(before, token, after);
  if (fixed) return fixed;
  if (isLeadingParticiple(before, token, after)) return "VERB";
  const isTold = after !== undefined && /^(?:said|says|told|added)$/u.test(after.lower);
  if (isTold && /^\p{Lu}\p{Ll}{2,}$/u.test(token.text) && misread.has(token.pos) && token.pos !== "ADV")
    return "PROPN";
  if (token.lower === "state" && token.pos === "VERB" && after?.pos === "CCONJ") return "NOUN";
  if (/^(?:although|though|because|unless|whereas)$/u.test(token.lower)) return "SCONJ";
  if (
    before?.lower === "to" &&
    token.pos === "VERB" &&
    /[^s]s$/u.test(token.lower) &&
    token.lemma !== token.lower
  )
    return "NOUN";
  if (token.lower === "promising" && (before?.pos === "AUX" || before?.pos === "ADV" || before?.text === ","))
    return "VERB";
  if (isVerbBehindComma(tagged, at, token, after)) return "VERB";
  if (isVerbByNeighbours(before, token, after)) return "VERB";
  const further = before?.pos === "ADV" ? tagged[at - 2] : before;
  if (isPastBehindSubject(further, token, after)) return "VERB";
  if (isNounBeforeVerb(tagged, at, token, after)) return "NOUN";
  if (isReportInRelative(before, token, after)) return "VERB";
  if (before && /^\p{Lu}/u.test(token.text) && isNamePart(before, token, after)) return "PROPN";
  if (firstNames.has(token.text) || (titles.has(token.lower) && /^\p{Lu}/u.test(token.text))) return "PROPN";
  if (
    /^[\p{Lu}]/u.test(token.text) &&
    token.pos === "VERB" &&
    before?.pos === "PROPN" &&
    after?.pos === "VERB"
  )
    return "PROPN";
  if (/^\p{Lu}\p{Ll}/u.test(token.text) && names.has(token.text) && misread.has(token.pos)) return "PROPN";
  if (
    token.pos === "NOUN" &&
    isTakenForNoun(
      isPluralOpening(tagged, at - 1) && before ? { ...before, pos: "NOUN" } : before,
      token,
      after,
      tagged.slice(Math.max(0, at - 7), at).some(({ text }) => text === ","),
    )
  )
    return "VERB";
  if (token.pos === "VERB" && isTakenForVerb(tagged, at, token)) return "NOUN";
  return token.pos;
}

const plurals = /^(?:data|records|documents|figures|polls|surveys|emails|filings|statistics|papers)$/u;

/** Words that stand in a phrase of their own: "at least", "about 94 percent", "his hope that", "the IF Metall union". */
function inSetPhrase(
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
): PartOfSpeech | null {
  if (token.lower === "at" && /^(?:least|most|first|last|once|best)$/u.test(after?.lower ?? "")) return "ADV";
  if (before?.lower === "at" && before.pos === "ADV") return "ADV";
  if (/^(?:about|around|than|over|under)$/u.test(token.lower) && after?.pos === "NUM") return "ADV";
  if (token.lower === "show" && before && plurals.test(before.lower)) return "VERB";
  if (
    before?.lower === "been" &&
    token.pos === "NOUN" &&
    /\p{L}{2}ing$/u.test(token.lower) &&
    after?.pos !== "ADP"
  )
    return "VERB";
  const isOwned = before !== undefined && (possessives.has(before.lower) || before.lower === "'s");
  if (isOwned && token.pos === "VERB" && /ed$/u.test(token.lower) && after?.pos === "NOUN") return "ADJ";
  if (
    isOwned &&
    token.pos === "VERB" &&
    token.lemma === token.lower &&
    /^(?:that|of|for|to)$/u.test(after?.lower ?? "")
  )
    return "NOUN";
  if (
    /^officials?$/u.test(token.lower) &&
    token.pos === "ADJ" &&
    after &&
    !/^(?:NOUN|PROPN|ADJ)$/u.test(after.pos)
  )
    return "NOUN";
  const isInitials =
    /^\p{Lu}{2,4}$/u.test(token.text) && after?.pos === "PROPN" && /\p{Ll}/u.test(after.text);
  return isInitials && (token.pos === "SCONJ" || token.pos === "ADP" || token.pos === "VERB")
    ? "PROPN"
    : null;
}

/** "Bemoaning the system, she left" */
const isLeadingParticiple = (
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean =>
  (before === undefined || /^[.?!]$/u.test(before.text)) &&
  token.pos !== "VERB" &&
  /ing$/u.test(token.lower) &&
  /^(?:the|a|an|that|his|her|their|its|it|this|these|whether|how)$/u.test(after?.lower ?? "") &&
  reportingShare(lemmaOfVerb(token.lower, token.lemma)) >= 0.3;

/** "…, warning that", "Some, however, question the": behind a comma, with what only a verb takes. */
function isVerbBehindComma(
  tagged: readonly TaggedToken[],
  at: number,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean {
  if (token.pos !== "NOUN" || tagged[at - 1]?.text !== "," || !after) return false;
  const isTaken = /^(?:that|the|a|an|his|her|their|it|him|them|whether|how)$/u.test(after.lower);
  if (!isTaken || reportingShare(lemmaOfVerb(token.lower, token.lemma)) === 0) return false;
  return /ing$/u.test(token.lower) || (tagged[at - 2]?.pos === "ADV" && tagged[at - 3]?.text === ",");
}

/** "experts say", "call them", "the article read.": words that the tagger takes for nouns. */
function isVerbByNeighbours(
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean {
  if (token.pos !== "NOUN" || !before || !after) return false;
  const isFree =
    before.pos !== "DET" &&
    before.pos !== "ADJ" &&
    before.pos !== "ADP" &&
    !possessives.has(before.lower) &&
    before.pos !== "PART";
  if (!isFree) return false;
  if (token.lower === "say") return true;
  if (/^(?:them|him|us|me)$/u.test(after.lower))
    return reportingShare(lemmaOfVerb(token.lower, token.lemma)) > 0;
  if (token.lower === "read") return /^[.,:]$/u.test(after.text);
  return (
    /^(?:show|shows|suggest|indicate|find)$/u.test(token.lower) &&
    /^(?:that|a|the|how|clinton)$|^\p{Lu}/u.test(after.text) &&
    before.lower !== "talk"
  );
}

/** "she fumed", "it also referenced", "has detailed": an adjective behind a pronoun, a name or "has" is a verb that the tagger does not know. */
const isPastBehindSubject = (
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean =>
  token.pos === "ADJ" &&
  /ed$/u.test(token.lower) &&
  (/^(?:he|she|it|they|we|i|has|have|had)$/u.test(before?.lower ?? "") ||
    (before?.pos === "PROPN" && after !== undefined && /^(?:DET|PROPN)$/u.test(after.pos))) &&
  reportingShare(lemmaOfVerb(token.lower, token.lower)) > 0;

/** "An earlier study had", "a source on set said", "Pyongyang's only ally and": what a verb cannot stand behind. */
function isNounBeforeVerb(
  tagged: readonly TaggedToken[],
  at: number,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean {
  if (token.pos !== "VERB" || /(?:ed|ing)$/u.test(token.lower) || formOf(token.lower, token.lemma) !== "base")
    return false;
  const [before, opening] = [tagged[at - 1], tagged[at - 2]];
  if (before?.pos === "ADP" && before.lower !== "to")
    return after !== undefined && /^(?:said|says|told|added|wrote)$/u.test(after.lower);
  return (
    /^(?:earlier|later|only|recent|new|latest)$/u.test(before?.lower ?? "") &&
    (opening?.pos === "DET" || opening?.pos === "PART" || possessives.has(opening?.lower ?? ""))
  );
}

/** "a study which notes that", "one who claims the" */
const isReportInRelative = (
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
): boolean =>
  token.pos === "NOUN" &&
  /^(?:who|which)$/u.test(before?.lower ?? "") &&
  /[^s]s$/u.test(token.lower) &&
  /^(?:that|the|a|an|it|he|she|they|how)$/u.test(after?.lower ?? "") &&
  reportingShare(lemmaOfVerb(token.lower, token.lemma)) >= 0.3;

/** "Fans fear", "Insiders claim": a plural with the capital of the sentence's beginning. */
const isPluralOpening = (tagged: readonly TaggedToken[], at: number): boolean =>
  tagged[at]?.pos === "PROPN" &&
  /^\p{Lu}\p{Ll}+[^s\W]s$/u.test(tagged[at]?.text ?? "") &&
  (at === 0 || /^[.?!:]$/u.test(tagged[at - 1]?.text ?? ""));

/** "Josh Earnest": a name that the tagger takes for a verb, beside another part of it. */
const isNamePart = (before: TaggedToken, token: TaggedToken, after: TaggedToken | undefined): boolean =>
  (token.pos === "VERB" || token.pos === "ADJ" || token.pos === "ADV") &&
  (before.pos === "PROPN" || (after?.pos === "PROPN" && token.pos === "VERB")) &&
  /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
  !/^(?:Democratic|Republican|American)$/u.test(token.text) &&
  reportingShare(lemmaOfVerb(token.lower, token.lemma)) === 0 &&
  (token.pos === "VERB"
    ? /^\p{Ll}/u.test(after?.text ?? "") || after?.pos === "PROPN"
    : after?.pos === "VERB" && /^\p{Ll}/u.test(after.text));

/** "at a campaign stop": a base form behind a singular noun agrees with nothing. */
function isTakenForVerb(tagged: readonly TaggedToken[], at: number, token: TaggedToken): boolean {
  if (
    /^(?:say|think|believe|argue|insist|know|admit|deny|agree|read|suggest|indicate|show|put)$/u.test(
      token.lower,
    )
  )
    return false;
  const [before, opening] = [tagged[at - 1], tagged[at - 2]];
  if (
    (before?.pos !== "NOUN" && before?.pos !== "PROPN") ||
    /s$/u.test(before.lower) ||
    /(?:ed|ing|s)$/u.test(token.lower)
  )
    return false;
  if (
    formOf(token.lower, token.lemma) !== "base" ||
    /^(?:people|police|staff|media|data)$/u.test(before.lower)
  )
    return false;
  return opening?.pos === "DET" || opening?.pos === "ADJ" || opening?.pos === "ADP";
}

/** "Clinton claims the", "he reports that": a reporting verb between a subject and what it takes. */
function isTakenForNoun(
  before: TaggedToken | undefined,
  token: TaggedToken,
  after: TaggedToken | undefined,
  isBehindComma: boolean,
): boolean {
  if (!before || !after || !subjectParts.has(before.pos)) return false;
  const share = reportingShare(lemmaOfVerb(token.lower, token.lemma));
  if (share < (after.lower === "to" ? 0.1 : 0.3)) return false;
  const isBase = !/s$|ed$/u.test(token.lower);
  if (isBase && !(before.pos === "NOUN" && /(?:[^s]s|people|data|experts|percent)$/u.test(before.lower)))
    return false;
  if (before.pos === "PRON" && /^(?:her|his|its|their|our|my|your)$/u.test(before.lower)) return false;
  if (/^[.,:]$/u.test(after.text))
    return (
      (before.pos !== "NOUN" || (isBehindComma && after.text === "." && !/s$/u.test(before.lower))) &&
      /s$/u.test(token.lower) &&
      quotingVerbs.has(lemmaOfVerb(token.lower, token.lemma))
    );
  return (
    /^(?:that|the|a|an|it|he|she|they|we|his|her|their|there|this|these)$/u.test(after.lower) ||
    (after.lower === "to" &&
      before.pos !== "NOUN" &&
      infinitiveVerbs.has(lemmaOfVerb(token.lower, token.lemma))) ||
    ((before.pos === "PROPN" || /s$/u.test(before.lower)) && after.pos === "NUM") ||
    (after.pos === "PROPN" && /^\p{Lu}/u.test(after.text) && before.pos !== "NOUN")
  );
}
