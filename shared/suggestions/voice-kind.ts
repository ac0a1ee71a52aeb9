// The kind of name that a voice has, as far as its words tell.
import type { VoiceKind } from "./candidate.ts";
import type { Subject } from "./subjects.ts";
import type { TaggedToken } from "./token.ts";
import { documentNouns, personalPronouns, personNouns } from "./word-lists.ts";

export function voiceKind(
  tokens: readonly TaggedToken[],
  subject: Pick<Subject, "first" | "last" | "way"> | null,
): VoiceKind {
  if (!subject) return "none";
  const phrase = tokens.slice(subject.first, subject.last + 1);
  const [first] = phrase;
  if (!first) return "none";
  if (subject.way === "relative" || (/^(?:who|which|that)$/u.test(first.lower) && phrase.length === 1))
    return "relative";
  if (first.pos === "PRON" && phrase.length === 1)
    return personalPronouns.has(first.lower) && first.lower !== "it" ? "pronoun" : "other";
  const commaIndex = phrase.findIndex(({ text }) => text === ",");
  const core = commaIndex > 0 ? phrase.slice(0, commaIndex) : phrase;
  const hanging = core.findIndex(({ pos }, at) => pos === "ADP" && at > 0);
  const head = (hanging > 0 ? core.slice(0, hanging) : core).at(-1);
  if (!head) return "other";
  if (documentNouns.has(head.lower)) return "document";
  if (head.pos === "PROPN" || head.text === ")") return "name";
  if (personNouns.has(head.lower)) return "person";
  return /[^s]s$/u.test(head.lower) && head.pos === "NOUN" ? "person" : "other";
}
