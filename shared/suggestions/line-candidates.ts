// Candidates that the form of a line shows: a name and a colon, a dash and a name.
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import { plain, plainFeatures, voiceKind } from "./make-candidate.ts";
import type { Sentence } from "./sentence.ts";
import { rangeOf, type TaggedToken } from "./token.ts";
import { documentNouns } from "./word-lists.ts";

/** All of one sentence. */
export function lineCandidates(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const parsedSentence = sentences[sentence];
  if (!parsedSentence) return [];
  return [
    ...speakerLabel(article, parsedSentence, sentence),
    ...headline(article, parsedSentence, sentence),
    ...creditLine(sentences, sentence),
  ];
}

const label = /^["“]?(?<name>[QA]|\p{Lu}[\p{Lu}.'’ -]{1,30}\p{Lu}\.?)(?<colon>:)\s+(?<words>\S)/u;

const notices =
  /^(?:CLARIFICATION|CORRECTION|UPDATE|UPDATED|NOTE|EDITOR.S NOTE|READ MORE|WATCH|PHOTOS?|VIDEO|BREAKING|EXCLUSIVE|LIVE|MORE|RELATED|SEE ALSO)\b/u;

/** "REPORTER: …": a line of a transcript is what the name before the colon says. */
function speakerLabel(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const paragraph = article.paragraphs[read.paragraph];
  if (!paragraph || !read.startsParagraph) return [];
  const match = label.exec(
    article.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60)),
  );
  if (!match?.groups) return [];
  const { name = "" } = match.groups;
  if (notices.test(name)) return [];
  const start = paragraph.start + match[0].indexOf(name);
  const colon = start + name.length;
  return [
    {
      voice: { start, end: colon },
      cue: { start: colon, end: colon + 1 },
      claim: [
        { start: paragraph.start + match[0].length - 1, end: withoutStop(article.text, paragraph.end) },
      ],
      features: plainFeatures(article, read, "colon", "name", 0.7),
      sentence,
    },
  ];
}

const withoutStop = (text: string, end: number): number =>
  /[^.]\.$/u.test(text.slice(end - 2, end)) ? end - 1 : end;

/** "Mayor: Bridge to close" in the headline. */
function headline(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const { tokens } = read;
  const colon = tokens.findIndex(({ text }) => text === ":");
  if (read.start > 5 || colon < 1 || colon > 5) return [];
  const phrase = tokens.slice(0, colon);
  const to = lastWord(tokens);
  const isNamed = phrase.every((token) => /^\p{Lu}/u.test(token.text) || token.pos === "PUNCT");
  if (to <= colon || !isNamed || !isVoice(article, tokens, phrase)) return [];
  const subject = { first: 0, last: colon - 1, way: "near" as const };
  return [
    {
      voice: rangeOf(tokens, 0, colon - 1),
      cue: rangeOf(tokens, colon, colon),
      claim: [rangeOf(tokens, colon + 1, to)],
      features: plainFeatures(article, read, "colon", voiceKind(tokens, subject), 0.7),
      sentence,
    },
  ];
}

/** A study, or somebody whom the article names again. */
function isVoice(
  article: ArticleText,
  tokens: readonly TaggedToken[],
  phrase: readonly TaggedToken[],
): boolean {
  const head = phrase.at(-1);
  if (!head) return false;
  if (documentNouns.has(head.lower)) return true;
  if (phrase[0]?.pos === "DET" || head.pos !== "PROPN") return false;
  return (
    head.text.length > 3 && article.text.indexOf(head.text, tokens.at(-1)?.end ?? 0) >= 0 && phrase.length < 5
  );
}

function lastWord(tokens: readonly TaggedToken[]): number {
  let lastIndex = tokens.length - 1;
  while (lastIndex > 0 && /^[.?!]$/u.test(tokens[lastIndex]?.text ?? "")) lastIndex -= 1;
  return lastIndex;
}

/** "― Jane Doe, teacher" in a line of its own behind a quotation. */
function creditLine(sentences: readonly Sentence[], sentence: number): Candidate[] {
  const [read, before] = [sentences[sentence], sentences[sentence - 1]];
  if (!read?.endsParagraph) return [];
  const { tokens } = read;
  const dash = tokens.findLastIndex(({ text }) => /^[—–―]$|^--$/u.test(text));
  const previousToken = tokens[dash - 1];
  const claim = dash === 0 ? before?.tokens.findLast(({ pos }) => pos === "QUOTE") : previousToken;
  if (dash < 0 || claim?.pos !== "QUOTE" || tokens.length - dash > 24) return [];
  const lastIndex = lastWord(tokens);
  const comma = tokens.findIndex(({ text }, at) => at > dash && text === ",");
  const name = tokens.slice(dash + 1, (comma < 0 ? lastIndex : comma - 1) + 1);
  const isName =
    name.length > 0 &&
    name.length < 7 &&
    name.every(({ text }) => /^(?:\p{Lu}|(?:de|van|von|der|al|bin|la)$)/u.test(text));
  if (lastIndex <= dash || !isName) return [];
  return [
    {
      voice: rangeOf(tokens, dash + 1, lastIndex),
      cue: rangeOf(tokens, dash, dash),
      claim: [{ start: claim.start, end: claim.end }],
      features: { ...plain, rule: "credit-line", share: 0.8, voice: "name", quoted: true },
      sentence,
    },
  ];
}
