// The verbs of saying of a German sentence: with auxiliary and particle, however far these stand apart, and where the verb stands.
import { mainVerb } from "./clauses.ts";
import { type FoundForm, type SayingVerb, sayingForms } from "./saying-verbs.ts";
import { type GermanToken, isBreak, partStart } from "./sentences.ts";
import {
  auxiliaries,
  claimOpeners,
  conjunctions,
  finiteVerbs,
  prepositions,
  relatives,
  subordinators,
} from "./word-lists.ts";

export interface GermanVerb {
  readonly verb: SayingVerb;
  /** The index of the finite verb: the auxiliary, where there is one. */
  readonly finite: number;
  /** The parts of the cue, in order; token indexes, both included. */
  readonly parts: readonly (readonly [first: number, last: number])[];
  /** Behind all of its parts. */
  readonly end: number;
  /** The index of the word that opens a clause with its verb last; `null` where the verb stands second or first. */
  readonly opener: number | null;
  readonly passive: boolean;
  readonly reported: boolean;
}

/** How far the particle or the participle may stand from the finite verb, in tokens. */
const reach = 40;

/** All of a sentence, in order of their finite verbs. */
export function sayingVerbsIn(tokens: readonly GermanToken[]): readonly GermanVerb[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "word" || token.quoted) return [];
    if (token.capital && at > 0) return [];
    const forms = sayingForms.get(token.lower) ?? [];
    const read = forms.flatMap((form) => readVerb(tokens, at, form) ?? []);
    // With an auxiliary rather than without, and with more of a particle rather than with less.
    const best = read.sort((a, b) => weight(b) - weight(a))[0];
    return best && !isReflexive(tokens, best) ? withIt(tokens, best) : [];
  });
}

/** "äußerte sich", "heißt es": with its "sich"; with its "es", and nothing without one. */
function withIt(tokens: readonly GermanToken[], verb: GermanVerb): readonly GermanVerb[] {
  if (verb.verb.lemma !== "heissen")
    return [tokens[verb.finite + 1]?.lower === "sich" ? withSelfPart(verb) : verb];
  const { finite } = verb;
  const at =
    tokens[finite + 1]?.lower === "es" ? finite + 1 : tokens[finite - 1]?.lower === "es" ? finite - 1 : null;
  if (at === null) return [];
  const parts = verb.parts.map(([first, last]) =>
    first === finite ? ([Math.min(first, at), Math.max(last, at)] as const) : ([first, last] as const),
  );
  return [{ ...verb, parts, end: Math.max(verb.end, at) }];
}

function withSelfPart(verb: GermanVerb): GermanVerb {
  const self = verb.finite + 1;
  const parts: [number, number][] = [];
  for (const [first, last] of verb.parts) {
    const end = first <= verb.finite && verb.finite <= last ? Math.max(last, self) : last;
    const before = parts.at(-1);
    if (before && before[1] + 1 >= first) before[1] = end;
    else parts.push([first, end]);
  }
  return { ...verb, parts, end: Math.max(verb.end, self) };
}

const weight = ({ parts, verb }: GermanVerb): number => {
  const isSingle = parts.length === 1 && parts[0]?.[0] === parts[0]?.[1];
  return verb.particle.length + (isSingle && verb.particle === "" ? 0 : 100);
};

/** Verbs that say something with "sich" too. */
const withSelf =
  /äussern|zeigen$|erinnern|fragen|weisen|melden|beklagen|wünschen|sicher|überzeugt|einigen|sagen|denken$|bekennen|wehren|verteidigen|entscheiden/u;

/** "Das bestätigt sich", "es findet sich": what happens, not what somebody says. */
const isReflexive = (tokens: readonly GermanToken[], { verb, finite }: GermanVerb): boolean =>
  !withSelf.test(verb.lemma) && tokens.slice(finite + 1, finite + 3).some(({ lower }) => lower === "sich");

function readVerb(tokens: readonly GermanToken[], at: number, found: FoundForm): GermanVerb | null {
  if (found.form === "participle") return withAuxiliary(tokens, at, found);
  if (found.form === "infinitive") return withModal(tokens, at, found);
  if (
    tokens[at]?.lower === found.verb.lemma.slice(-(tokens[at]?.lower.length ?? 0)) &&
    isInfinitiveHere(tokens, at)
  )
    return null;
  const opener = openerOf(tokens, at);
  const base = {
    verb: found.verb,
    finite: at,
    opener,
    passive: false,
    reported: found.reported,
  };
  const words = found.verb.particle === "" ? [] : found.verb.particle.split(" ");
  if (words.length === 0 || (found.joined && words.length === 1))
    return found.joined && opener === null ? null : { ...base, parts: [[at, at]], end: at };
  if (found.joined) {
    const first = wordsBefore(tokens, at, words.slice(0, -1));
    return first === null ? null : { ...base, parts: [[first, at]], end: at };
  }
  if (opener !== null) {
    const first = wordsBefore(tokens, at, words);
    return first === null ? null : { ...base, parts: [[first, at]], end: at };
  }
  const particle = particleBehind(tokens, at, words);
  if (!particle) return null;
  return { ...base, parts: sideBySide([at, at], particle), end: particle[1] };
}

type Part = GermanVerb["parts"][number];

/** Two parts of a cue, or one where nothing stands between them. */
const sideBySide = (one: Part, other: Part): readonly Part[] =>
  one[1] + 1 === other[0] ? [[one[0], other[1]]] : [one, other];

/** "will sagen", "zu sagen": the same word as "sie sagen". */
function isInfinitiveHere(tokens: readonly GermanToken[], at: number): boolean {
  if (!/n$/u.test(tokens[at]?.lower ?? "") || !isBreak(tokens[at + 1])) return false;
  return tokens[at - 1]?.lower === "zu" || hasFiniteBetween(tokens, partStart(tokens, at), at);
}

/** The particle at the end of its part: "teilte die Polizei am Abend mit". */
function particleBehind(
  tokens: readonly GermanToken[],
  verb: number,
  words: readonly string[],
): readonly [number, number] | null {
  const isFree = words.length > 1 || /^(?:dar|da|von$)/u.test(words[0] ?? "");
  for (let at = verb + 1; at < Math.min(tokens.length, verb + reach); at += 1) {
    if (tokens[at]?.kind === "quote") return null;
    if (!words.every((word, index) => tokens[at + index]?.lower === word)) continue;
    const last = at + words.length - 1;
    if (isFree || endsClause(tokens[last + 1])) return [at, last];
    // "gab bekannt das Amt": some write no comma, and some set an object behind.
    if (at === verb + 1 && !prepositions.has(words[0] ?? "")) return [at, last];
  }
  return null;
}

const wordsBefore = (tokens: readonly GermanToken[], at: number, words: readonly string[]): number | null => {
  const direct = at - words.length;
  if (words.every((word, index) => tokens[direct + index]?.lower === word)) return direct;
  return null;
};

/** "hat … gefordert", "wurde … mitgeteilt"; last of its clause: "gesagt hatte". */
function withAuxiliary(tokens: readonly GermanToken[], at: number, found: FoundForm): GermanVerb | null {
  const words = found.verb.particle === "" || found.joined ? [] : found.verb.particle.split(" ");
  const first = words.length === 0 ? at : wordsBefore(tokens, at, words);
  if (first === null) return null;
  const start =
    found.joined && found.verb.particle.includes(" ")
      ? wordsBefore(tokens, at, found.verb.particle.split(" ").slice(0, -1))
      : first;
  if (start === null) return null;
  let last = at;
  while (/^(?:worden|werden|haben|lassen)$/u.test(tokens[last + 1]?.lower ?? "")) last += 1;
  const next = tokens[last + 1];
  const isLast = next !== undefined && auxiliaries.has(next.lower) && !next.capital;
  const finite = isLast ? last + 1 : endsClause(next) ? auxiliaryBefore(tokens, start) : null;
  if (finite === null) return null;
  const auxiliary = tokens[finite]?.lower ?? "";
  return {
    verb: found.verb,
    finite,
    parts: isLast ? [[start, finite]] : sideBySide([finite, finite], [start, last]),
    end: isLast ? finite : last,
    opener: openerOf(tokens, finite),
    passive: isPassive(found.verb.lemma, auxiliary, tokens[last]?.lower ?? ""),
    reported: /^(?:habe|sei|seien|werde)$/u.test(auxiliary),
  };
}

const isPassive = (lemma: string, auxiliary: string, last: string): boolean =>
  last === "worden" ||
  (!/(?:gehen|kommen|werden)$/u.test(lemma) &&
    /^(?:wird|werden|werde|wurde|wurden|würde|würden|ist|sei|war)$/u.test(auxiliary));

/** The auxiliary of the same clause: in its part, or across asides between commas. */
function auxiliaryBefore(tokens: readonly GermanToken[], at: number): number | null {
  let end = at;
  for (let count = 0; count < 5; count += 1) {
    const start = partStart(tokens, end - 1);
    const isAside = count > 0 && openerOf(tokens, end - 1) !== null;
    if (!isAside) {
      for (let back = end - 1; back >= start; back -= 1) {
        const token = tokens[back];
        if (!token || token.capital || token.kind !== "word") continue;
        if (auxiliaries.has(token.lower) && !isBreak(tokens[back + 1])) return back;
        if (count > 0 && finiteVerbs.has(token.lower)) return null;
      }
      if (count === 0 && hasFiniteBetween(tokens, start, at)) return null;
    }
    if (!/^[,–—]$/u.test(tokens[start - 1]?.lower ?? "") || start < 2 || at - start > reach) return null;
    end = start - 1;
  }
  return null;
}

/** "musste einräumen", "will wissen": what is said with a modal verb. */
function withModal(tokens: readonly GermanToken[], at: number, found: FoundForm): GermanVerb | null {
  const words = found.verb.particle === "" || found.joined ? [] : found.verb.particle.split(" ");
  const start = words.length === 0 ? at : wordsBefore(tokens, at, words);
  const next = tokens[at + 1];
  if (start === null || !(next === undefined || isBreak(next) || claimOpeners.has(next.lower))) return null;
  for (let back = start - 1; back >= Math.max(0, at - reach); back -= 1) {
    const token = tokens[back];
    if (!token || isBreak(token)) return null;
    if (!/^(?:will|wollte|muss|musste|kann|konnte|möchte|dürfte|müssen|wollen|wollten)$/u.test(token.lower))
      continue;
    return {
      verb: found.verb,
      finite: back,
      parts: sideBySide([back, back], [start, at]),
      end: at,
      opener: openerOf(tokens, back),
      passive: false,
      reported: false,
    };
  }
  return null;
}

/** The conjunction or relative pronoun of the clause whose last word the verb is. */
function openerOf(tokens: readonly GermanToken[], verb: number): number | null {
  if (!endsClause(tokens[verb + 1])) return null;
  for (let start = partStart(tokens, verb), count = 0; count < 3; count += 1) {
    const at = conjunctions.has(tokens[start]?.lower ?? "") ? start + 1 : start;
    const head = tokens[at];
    if (head && at < verb) {
      if (subordinators.has(head.lower)) return at;
      if (start > 0 && relatives.has(head.lower) && !hasFiniteBetween(tokens, at + 1, verb)) return at;
      if (
        prepositions.has(head.lower) &&
        relatives.has(tokens[at + 1]?.lower ?? "") &&
        start > 0 &&
        /^(?:de[mnr]en|de[mnr]|welche\w?|dessen)$/u.test(tokens[at + 1]?.lower ?? "") &&
        !tokens[at + 2]?.capital
      )
        return at + 1;
    }
    // An apposition between commas: "wie der Sprecher, Jo Hart, mitteilte".
    if (start < 2 || tokens[start - 1]?.lower !== ",") return null;
    if (mainVerb(tokens, start, verb) !== null) return null;
    start = partStart(tokens, start - 1);
  }
  return null;
}

/** Whether a clause is over before this token. */
const endsClause = (next: GermanToken | undefined): boolean =>
  next === undefined || isBreak(next) || conjunctions.has(next.lower) || claimOpeners.has(next.lower);

const hasFiniteBetween = (tokens: readonly GermanToken[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(({ lower, capital, kind }) => kind === "word" && !capital && finiteVerbs.has(lower));
