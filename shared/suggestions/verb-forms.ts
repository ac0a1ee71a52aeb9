// Forms of English verbs: what a form is a form of, and whether it can stand as the verb of a clause.
import { reportingShare } from "./reporting-shares.ts";

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

export const isPastOnly = (lower: string): boolean => pastOnly.has(lower);
