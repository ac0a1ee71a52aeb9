// The verbs of a sentence with their auxiliaries, their "not", their adverbs and their particle.
import { reportingShare } from "./reporting-shares.ts";
import type { TaggedToken } from "./token.ts";
import { clauseVerbs } from "./verb-frames.ts";
import { formsOfBe, formsOfHave, modals, negations, timeNouns } from "./word-lists.ts";

/** Indexes are of the sentence's tokens; `main` is the verb that names the doing. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly main: number;
  readonly lemma: string;
  /** `participle`: "a report released on Monday"; `ing`: "…, saying"; `infinitive`: behind "to". */
  readonly form: "finite" | "ing" | "infinitive" | "participle";
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
  /** The verb stands as its base or in the third person, without an auxiliary. */
  readonly present: boolean;
}

const particles = new Set(["out", "up", "down", "off", "back", "away"]);
const isVerbal = (token: TaggedToken | undefined): boolean => token?.pos === "VERB" || token?.pos === "AUX";

/** All groups, in order. */
export function findVerbGroups(tokens: readonly TaggedToken[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isVerbal(tokens[at])) continue;
    const group = groupAt(tokens, at);
    groups.push(group);
    at = Math.max(at, group.last);
  }
  return groups.map((group, at) =>
    isReduced(tokens, groups, at) ? { ...group, form: "participle" } : group,
  );
}

function groupAt(tokens: readonly TaggedToken[], first: number): VerbGroup {
  let main = first;
  for (let at = first + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (tokens[main]?.pos !== "AUX" || !token) break;
    if (isVerbal(token)) main = at;
    else if (token.lower === "neither" && isVerbal(tokens[at + 1])) continue;
    else if (token.pos === "ADV" || negations.has(token.lower)) {
      if (!leadsToVerb(tokens, at)) {
        if (negations.has(token.lower)) continue;
        break;
      }
    } else if (!(at === first + 1 && tokens[at + 1]?.pos === "VERB" && isQuestion(tokens, first))) break;
  }
  const verb = tokens[main];
  const helpers = tokens.slice(first, main);
  const previousToken = tokens[first - 1];
  const form = verb ? formOf(verb.lower, verb.lemma) : "base";
  const helper = helpers.findLast(({ pos }) => pos === "AUX");
  const isParticiple = form === "past" || form === "participle";
  let from = first;
  while (
    (tokens[from - 1]?.pos === "ADV" || tokens[from - 1]?.lower === "neither") &&
    isBound(tokens, from - 1, form !== "ing")
  )
    from -= 1;
  const beforeAll = tokens[from - 1];
  const isInfinitive = (previousToken?.lower === "to" || beforeAll?.lower === "to") && form === "base";
  const hasHelper = helper !== undefined;
  const isHowSaid =
    tokens.slice(Math.max(0, first - 5), first).some(({ lower }) => lower === "as") ||
    !hasObjectBehind(tokens, main + 2);
  if (verb?.lemma === "put" && tokens[main + 1]?.lower === "it" && isHowSaid)
    return { ...groupAt(tokens.with(main, { ...verb, lemma: "remark" }), first), last: main + 1 };
  const secondMain = tokens[main + 1]?.lower === "nor" && isVerbal(tokens[main + 2]) ? main + 2 : main;
  const lastIndex =
    secondMain > main
      ? secondMain
      : particles.has(tokens[main + 1]?.lower ?? "") && verb?.pos === "VERB"
        ? main + 1
        : main;
  return {
    first: from,
    last: lastIndex,
    main,
    lemma: verb?.lemma ?? "",
    form: isInfinitive
      ? "infinitive"
      : hasHelper &&
          !/^(?:being|having|been|be)$/u.test(helpers.find(({ pos }) => pos === "AUX")?.lower ?? "")
        ? "finite"
        : form === "ing" || (helper && /ing$/u.test(helper.lower))
          ? "ing"
          : form === "participle"
            ? "participle"
            : "finite",
    passive:
      isParticiple && helper !== undefined && formsOfBe.has(helper.lower) && !formsOfHave.has(helper.lower),
    negated: tokens.slice(from, main + 1).some(({ lower }) => negations.has(lower)),
    modal: helpers.some(({ lower }) => modals.has(lower)),
    present: !hasHelper && (form === "base" || form === "third"),
  };
}

/** "As she put it, …", not "put it on the table". */
const hasObjectBehind = (tokens: readonly TaggedToken[], at: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    token.text !== "," &&
    token.text !== ":" &&
    token.text !== "." &&
    token.pos !== "QUOTE"
  );
};

/** Adverbs between subject and verb belong to the cue: "also said", "…, repeatedly denied". */
const isBound = (tokens: readonly TaggedToken[], at: number, finite: boolean): boolean =>
  at > 0 &&
  !/^(?:not|when|where|how|why|so|as|then|now|later|earlier|again|more|most)$/u.test(
    tokens[at]?.lower ?? "",
  ) &&
  (tokens[at - 1]?.pos !== "PUNCT" ||
    (finite && at > 1 && /^(?:also|repeatedly|initially|previously|never)$/u.test(tokens[at]?.lower ?? "")));

const leadsToVerb = (tokens: readonly TaggedToken[], at: number): boolean => {
  for (let index = at + 1; index < at + 4; index += 1) {
    if (isVerbal(tokens[index])) return true;
    if (tokens[index]?.pos !== "ADV" && !negations.has(tokens[index]?.lower ?? "")) return false;
  }
  return false;
};

const isQuestion = (tokens: readonly TaggedToken[], first: number): boolean =>
  tokens[first + 1]?.pos === "PRON" && first === 0;

/** "A report released on Monday said": a past form with its own clause's verb still to come. */
function isReduced(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): boolean {
  const group = groups[at];
  if (group?.form !== "finite" || group.passive) return false;
  const verb = tokens[group.main];
  if (!verb || formOf(verb.lower, verb.lemma) !== "past" || isPastOnly(verb.lower)) return false;
  const [before, after] = [tokens[group.first - 1], tokens[group.last + 1]];
  // "a figure first reported by the paper": adverbs alone stand before it.
  const isBare = tokens.slice(group.first, group.main).every(({ pos }) => pos === "ADV");
  if (isBare && after?.lower === "by" && !isSaid(verb)) return true;
  if (group.first !== group.main) return false;
  if (before?.pos === "PUNCT" || before === undefined)
    return (
      before !== undefined &&
      after?.pos === "ADP" &&
      reportingShare(verb.lemma) < 0.3 &&
      !isMainBehindAside(tokens, groups, at)
    );
  if (before.pos !== "NOUN" && before.pos !== "PROPN") return false;
  if (isSaid(verb)) return false;
  if (endsAnothersObject(tokens, groups, at)) return true;
  const nextGroup = groups[at + 1];
  if (nextGroup?.form !== "finite" || nextGroup.first - group.last > 10) return false;
  const between = tokens.slice(group.last + 1, nextGroup.first);
  if (
    between.some(
      ({ pos, lower }) =>
        ["PUNCT", "CCONJ", "SCONJ", "QUOTE"].includes(pos) ||
        /^(?:who|which|that|he|she|they|it|we|i)$/u.test(lower),
    )
  )
    return false;
  const openingToken = between[0];
  if (/^(?:how|why|what|whether)$/u.test(openingToken?.lower ?? "")) return false;
  return (
    openingToken === undefined ||
    openingToken.pos === "ADP" ||
    openingToken.pos === "ADV" ||
    timeNouns.has(openingToken.lower) ||
    timeNouns.has(between[1]?.lower ?? "")
  );
}

/** "The authors, which include two unions, combed through the filings and found": the first verb that is no relative clause's. */
function isMainBehindAside(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
): boolean {
  const [group, next] = [groups[at], groups[at + 1]];
  const isRelative = ({ first }: VerbGroup): boolean =>
    /^(?:who|which|that)$/u.test(tokens[first - 1]?.lower ?? "");
  const earlierFiniteGroups = groups.slice(0, at).filter(({ form }) => form === "finite");
  return (
    group !== undefined &&
    earlierFiniteGroups.length > 0 &&
    earlierFiniteGroups.every(isRelative) &&
    next !== undefined &&
    tokens[next.first - 1]?.pos === "CCONJ"
  );
}

/** "He spoke in a part of the debate focused on crime": the clause has its verb already. */
function endsAnothersObject(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
): boolean {
  const [before, group] = [groups[at - 1], groups[at]];
  if (!before || !group || before.form !== "finite" || clauseVerbs.has(before.lemma)) return false;
  const between = tokens.slice(before.last + 1, group.first);
  return (
    between.length > 2 &&
    between.some(({ pos }) => pos === "ADP") &&
    !between.some(
      ({ pos, lower }) =>
        ["PUNCT", "CCONJ", "SCONJ", "QUOTE"].includes(pos) ||
        /^(?:who|which|that|he|she|they|it|we|i|you|when|where|how|why|what|after|before|since|until|as)$/u.test(
          lower,
        ),
    ) &&
    !/^(?:who|which|that)$/u.test(tokens[before.first - 1]?.lower ?? "")
  );
}

const isSaid = ({ lower }: TaggedToken): boolean => lower === "said" || lower === "told" || lower === "added";

// Forms of English verbs: what a form is a form of, and whether it can stand as the verb of a clause.

const irregular: ReadonlyMap<string, string> = new Map(
  (
    "said say told tell wrote write written write read read thought think knew know known know felt feel found find " +
    "meant mean saw see seen see showed show shown show swore swear sworn swear forecast forecast chose choose chosen choose " +
    "sought seek understood understand spoke speak spoken speak held hold gave give given give made make put put " +
    "heard hear took take taken take sang sing sung sing went go gone go came come left leave laid lay drew draw drawn draw " +
    "brought bring cast cast hit hit cut cut kept keep lost lose won win ran run stood stand began begin begun begin " +
    "fought fight sent send set set shot shoot struck strike taught teach tore tear broke break broken break built build " +
    "bought buy caught catch fell fall fallen fall flew fly forgot forget got get gotten get grew grow grown grow hid hide " +
    "hung hang hurt hurt led lead let let lit light met meet paid pay quit quit rode ride rose rise sat sit shook shake " +
    "shut shut sold sell spent spend spread spread stole steal threw throw thrown throw withdrew withdraw withheld withhold " +
    "woke wake wore wear overrode override foresaw foresee foretold foretell retold retell misspoke misspeak bet bet " +
    "argued argue agreed agree disagreed disagree decried decry denied deny replied reply worried worry"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, all[at + 1] ?? word]);
      return pairs;
    }, []),
);

const pastOnly = new Set(
  (
    "knew wrote saw swore chose spoke gave took sang went came drew began broke fell flew forgot grew rode rose shook threw " +
    "withdrew woke wore overrode foresaw misspoke ran tore"
  ).split(" "),
);
const participleOnly = new Set(
  "known written seen shown sworn chosen spoken given taken sung gone drawn begun broken fallen flown grown ridden thrown been done".split(
    " ",
  ),
);

/** Not "need", "proceed", "bring" and "sing", which are bases. */
const endsInflected = (lower: string): boolean =>
  /(?:ing|ed)$/u.test(lower) &&
  /[aeiouy]/u.test(lower.replace(/(?:ing|ed)$/u, "")) &&
  !/(?<!gr|fr|cr|nt)eed$/u.test(lower);

/** The verb's base; `guess` is the tagger's, kept where no better is known. */
export function lemmaOfVerb(lower: string, guess: string): string {
  const irregularLemma = irregular.get(lower);
  if (irregularLemma !== undefined) return irregularLemma;
  if (!endsInflected(lower)) return guess;
  // "raged" is of "rage", not of "rag".
  if (guess !== lower)
    return reportingShare(guess) === 0 && reportingShare(`${guess}e`) > 0 ? `${guess}e` : guess;
  const stem = lower.replace(/(?:ing|ed)$/u, "");
  return [stem, `${stem}e`, stem.slice(0, -1)].find((lemma) => reportingShare(lemma) > 0) ?? stem;
}

type VerbForm = "base" | "third" | "past" | "ing" | "participle";

/** `past` may be a participle as well, unless the form shows that it is none. */
export function formOf(lower: string, lemma: string): VerbForm {
  if (participleOnly.has(lower)) return "participle";
  if (irregular.has(lower) && irregular.get(lower) !== lower) return "past";
  if (/ing$/u.test(lower) && lemma !== lower) return "ing";
  if (/ed$/u.test(lower) && lemma !== lower) return "past";
  if (/s$/u.test(lower) && lemma !== lower) return "third";
  return /ed$/u.test(lower) && endsInflected(lower)
    ? "past"
    : /[^s]s$/u.test(lower) && lower !== lemma
      ? "third"
      : "base";
}

const isPastOnly = (lower: string): boolean => pastOnly.has(lower);
