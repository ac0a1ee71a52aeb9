// The verbs by which English news reports words and thoughts, with what may stand between them and the claim, and where one stands
// among words, with its auxiliaries, its "not" and its particle: what the cue is. The lists are data: another verb is another word in
// one. They are not those of the suggestions (`suggestions/verb-frames.ts`), which know which words are verbs: here each form has to
// tell by itself that it reports, so that the lists are shorter.
import {
  auxiliaries,
  carrierForms,
  formsOfBeAsWritten,
  negationsAsWritten,
  plainAdverbs,
  reportingParticles,
} from "../suggestions/word-lists.ts";
import type { Token } from "./around-claim.ts";

/** How a verb takes its claim. */
interface ReportingVerb {
  /** "told reporters that": a hearer stands between. */
  readonly takesHearer: boolean;
  /** "agreed to meet": the claim begins with "to". */
  readonly takesInfinitive: boolean;
  /** "called the plan “a disaster”": an object stands between, and what is quoted is the claim. */
  readonly takesObject: boolean;
  /** "said", "warned": stands behind a quotation as well ("…,” she said). */
  readonly followsQuotation: boolean;
  readonly form: "past" | "present" | "base" | "ing";
  /** "pointed out": reports only with its particle. */
  readonly needsParticle: boolean;
  /** "claims", "reports": a noun as well. */
  readonly isNounToo: boolean;
}

/** Plain reporting: "said that", "…,” she said". */
const saying =
  "acknowledge add admit affirm allege announce answer argue ask assert boast caution charge claim clarify comment complain " +
  "concede conclude confess confirm continue contend counter declare deny disclose elaborate emphasize explain exclaim hint insist joke " +
  "lament maintain mention note observe opine post predict proclaim chant scream shout sing yell pronounce quip reason recall reiterate remark " +
  "read repeat reply report respond retort reveal say signal specify speculate state stress suggest testify tweet underscore warn " +
  "wonder write";

/** Thinking and finding out: "believes that"; not behind a quotation. */
const thinking =
  "agree believe discover doubt dream estimate expect fear feel figure find forecast guess hope imagine imply indicate " +
  "infer know learn mean realize recognize see show suspect think understand worry";

const telling = "tell remind assure inform advise notify convince persuade warn promise";

const wanting =
  "agree aim ask attempt choose consent decide decline demand expect hope intend offer plan pledge prepare promise " +
  "propose refuse resolve seek swear threaten vow want wish";

const describing =
  "accuse blame blast brand call characterize cite condemn criticize decry defend denounce describe dismiss dub " +
  "endorse hail label liken mock oppose praise question quote reject slam support urge";

const phrasal = "point spell";

const irregular: Readonly<Record<string, readonly [past: string, participle?: string]>> = {
  say: ["said"],
  tell: ["told"],
  write: ["wrote", "written"],
  read: ["read"],
  sing: ["sang", "sung"],
  think: ["thought"],
  know: ["knew", "known"],
  feel: ["felt"],
  find: ["found"],
  mean: ["meant"],
  see: ["saw", "seen"],
  show: ["showed", "shown"],
  swear: ["swore", "sworn"],
  forecast: ["forecast"],
  choose: ["chose", "chosen"],
  seek: ["sought"],
  understand: ["understood"],
  admit: ["admitted"],
  quip: ["quipped"],
  dub: ["dubbed"],
  slam: ["slammed"],
  plan: ["planned"],
  infer: ["inferred"],
};

const nounsToo = new Set(
  (
    "answers claims comments charges posts reports states tweets hopes fears doubts plans offers demands promises " +
    "threats wishes figures estimates forecasts signals calls labels questions quotes supports answer claim comment " +
    "charge post report state tweet hope fear doubt plan offer demand promise wish figure estimate forecast signal " +
    "call label question quote support finding findings reply replies repeat aims attempts attempt aim charged"
  ).split(" "),
);

const words = (list: string): readonly string[] => list.split(" ");

/** Every form of every verb, in lower case. */
export const reportingVerbs: ReadonlyMap<string, ReportingVerb> = formsOf();

function formsOf(): Map<string, ReportingVerb> {
  const quoting = new Set([...words(saying), ...words(telling), ...words(phrasal)]);
  const [tells, wants, describes] = [
    new Set(words(telling)),
    new Set(words(wanting)),
    new Set(words(describing)),
  ];
  const forms = new Map<string, ReportingVerb>();
  for (const lemma of new Set([saying, thinking, telling, wanting, describing, phrasal].flatMap(words))) {
    const kind = {
      takesHearer: tells.has(lemma),
      takesInfinitive: wants.has(lemma),
      takesObject: describes.has(lemma),
      followsQuotation: quoting.has(lemma),
      needsParticle: words(phrasal).includes(lemma),
    };
    const addForm = (form: string, as: ReportingVerb["form"]): void => {
      if (!forms.has(form)) forms.set(form, { ...kind, form: as, isNounToo: nounsToo.has(form) });
    };
    for (const past of irregular[lemma] ?? [regularPast(lemma)]) if (past) addForm(past, "past");
    addForm(thirdPerson(lemma), "present");
    addForm(ingForm(lemma), "ing");
    addForm(lemma, "base");
  }
  return forms;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  return /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function ingForm(lemma: string): string {
  if (lemma.endsWith("ee")) return `${lemma}ing`;
  if (lemma.endsWith("e")) return `${lemma.slice(0, -1)}ing`;
  const past = irregular[lemma]?.[0] ?? "";
  return past === `${lemma}${lemma.at(-1)}ed` ? `${past.slice(0, -2)}ing` : `${lemma}ing`;
}

/** `first` and `last` are indexes of tokens. A participle alone ("…, saying that") is not `finite`. */
export interface ReportingVerbGroup {
  readonly first: number;
  readonly last: number;
  readonly verb: ReportingVerb;
  readonly finite: boolean;
}

const isHelper = (token: Token | undefined): boolean =>
  token !== undefined && (auxiliaries.has(token.lower) || negationsAsWritten.has(token.lower));

export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.capital &&
  (plainAdverbs.has(token.lower) || /\p{L}{3}ly$/u.test(token.lower));

/** The group whose verb stands at this index; `null` where none does, or where somebody else speaks ("was told"). */
export function verbGroupAt(tokens: readonly Token[], at: number): ReportingVerbGroup | null {
  const token = tokens[at];
  const verb = token && !token.possessive && !token.capital ? reportingVerbs.get(token.lower) : undefined;
  if (!verb) return null;
  const nextWord = tokens[at + 1]?.lower ?? "";
  const lastIndex = reportingParticles.has(nextWord) ? at + 1 : at;
  if (verb.needsParticle && lastIndex === at) return null;
  let firstIndex = withHelpers(tokens, at);
  if (tokens[firstIndex - 1]?.lower === "to" && verb.form === "base") {
    if (!carrierForms.has(tokens[firstIndex - 2]?.lower ?? "")) return null;
    firstIndex = withHelpers(tokens, firstIndex - 2);
    return { first: firstIndex, last: lastIndex, verb, finite: true };
  }
  const helpers = tokens.slice(firstIndex, at);
  const isPassive = formsOfBeAsWritten.has(helpers.findLast(isAuxiliary)?.lower ?? "") && verb.form !== "ing";
  if (isPassive) return null;
  if (verb.form === "base" && helpers.length === 0 && verb.isNounToo) return null;
  return { first: firstIndex, last: lastIndex, verb, finite: verb.form !== "ing" || helpers.length > 0 };
}

const isAuxiliary = (token: Token): boolean => auxiliaries.has(token.lower);

/** The first of the auxiliaries and negations before a verb, with the adverbs among them. */
function withHelpers(tokens: readonly Token[], at: number): number {
  let firstIndex = at;
  for (let index = at - 1; index >= 0; index -= 1) {
    if (isHelper(tokens[index])) firstIndex = index;
    else if (!isAdverb(tokens[index])) break;
  }
  return firstIndex;
}
