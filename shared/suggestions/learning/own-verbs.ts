// Verbs of a project's own: read as a verb of the rules that takes the same.
import type { ArticleLanguage } from "../../model/language.ts";
import type { Range } from "../../model/range.ts";
import type { TaggedToken } from "../token.ts";
import type { OwnVerb } from "./learned.ts";

/** The verbs of the rules that an own one may be like: those with a clause or a quotation, with a hearer, with "to", with an object. */
export const modelVerbs: Partial<Record<ArticleLanguage, readonly string[]>> = {
  en: ["say", "tell", "vow", "criticize"],
  de: ["sagen"],
};

/** The regular forms of an English verb; none in other languages, where only forms that were seen count. */
export function formsLike(lemma: string, language: ArticleLanguage): readonly string[] {
  if (language !== "en") return [];
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/u.test(lemma) ? `${lemma}${lemma.slice(-1)}` : lemma;
  const stem = doubled.replace(/e$/u, "");
  const third = /(?:s|x|z|ch|sh)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return /[^aeiou]y$/u.test(lemma)
    ? [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`]
    : [lemma, third, `${stem}ed`, `${stem}ing`];
}

/** By form, in lower case. Of two verbs with a form the first. */
export function verbsByForm(verbs: readonly OwnVerb[]): ReadonlyMap<string, OwnVerb> {
  const byForm = new Map<string, OwnVerb>();
  for (const verb of verbs) for (const form of verb.forms) if (!byForm.has(form)) byForm.set(form, verb);
  return byForm;
}

/** The own verb whose form is among the words of a cue; `undefined` where none is. */
export const ownVerbIn = (
  text: string,
  { start, end }: Range,
  byForm: ReadonlyMap<string, OwnVerb>,
): OwnVerb | undefined =>
  byForm.size === 0
    ? undefined
    : text
        .slice(start, end)
        .toLowerCase()
        .split(/[^\p{L}’'-]+/u)
        .map((word) => byForm.get(word))
        .find((verb) => verb !== undefined);

/** Behind these a form of a verb is a noun: "a wager", "two flags". */
const beforeNouns: ReadonlySet<string> = new Set(["DET", "NUM", "ADJ", "ADP"]);

/** The same tokens of an English sentence, in which each own verb is the verb that it is like. */
export const withOwnVerbs = (
  tokens: readonly TaggedToken[],
  byForm: ReadonlyMap<string, OwnVerb>,
): readonly TaggedToken[] =>
  byForm.size === 0
    ? tokens
    : tokens.map((token, at) => {
        const verb = byForm.get(token.lower);
        const isNoun = token.pos !== "VERB" && (at === 0 || beforeNouns.has(tokens[at - 1]?.pos ?? ""));
        return verb && !isNoun ? { ...token, pos: "VERB", lemma: verb.like } : token;
      });

const germanForms: readonly (readonly [ending: RegExp, form: string])[] = [
  [/^ge.+t$/u, "gesagt"],
  [/ten$/u, "sagten"],
  [/te$/u, "sagte"],
  [/t$/u, "sagt"],
  [/e$/u, "sage"],
  [/en$/u, "sagen"],
];

/** The form of "sagen" that a German verb's form is read as: of a strong one, whose form shows nothing, the past. */
export const germanLike = (form: string): string =>
  germanForms.find(([ending]) => ending.test(form))?.[1] ?? "sagte";
