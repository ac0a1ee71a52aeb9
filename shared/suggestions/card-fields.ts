// The fields of a card beside its words: whether the voice stands behind the claim, what it does with it, by what way it came.
import type { Range } from "../model/range.ts";
import type { Candidate } from "./candidate.ts";
import type { SuggestedVia } from "./via.ts";

type Polarity = "asserts" | "denies" | "withholds";
type Act = "say" | "believe" | "want" | "decide" | "show";
type Channel =
  | "interview"
  | "other-media"
  | "briefing"
  | "statement"
  | "post"
  | "speech"
  | "document"
  | "press-report"
  | "no-comment"
  | "unspecified";

/** Values of the shipped tagset's fields. */
export interface SuggestedFields {
  readonly polarity: Polarity;
  readonly act: Act;
  readonly hedged: boolean;
  readonly channel: Channel;
}

const verb = (stems: string): RegExp => new RegExp(`\\b(?:${stems.replaceAll(" ", "|")})\\w*\\b`, "iu");

const denying = verb(
  "den(?:y|ies|ied) disput reject dismiss refut rebut oppos contradict contest disagree downplay shrug repudiat disavow disown decr(?:y|ies|ied) protest " +
    "object discount debunk doubt question challeng rebuff renounc laugh(?:s|ed|ing)?\\soff rul(?:e|es|ed|ing)\\sout play(?:s|ed|ing)?\\sdown",
);
const withholding =
  /\b(?:declin|refus)\w*\b|\bstop\w* short of\b|\bneither confirm\w* nor den\w+|\bnot (?:\w+ )?(?:confirm|comment|respond|reply|answer|return|say|elaborate|address|disclose|clarify|specify|discuss|reveal|explain)\w*/iu;
/** What somebody declines that is no answer: "declined to be named", "refused to leave". */
const noAnswer = /^to (?:be |(?:leave|go|sign|vote|pay|stop|accept|allow|let|give|attend|endorse|back)\b)/iu;
const askingWords =
  /\b(?:comment|calls?|requests?|questions?|respond|inquiries|enquiries|messages?|emails?|answer)\b/iu;

const acts: readonly (readonly [Act, RegExp])[] = [
  [
    "decide",
    verb(
      "decid order rul(?:e|es|ed|ing)\\b agree(?:s|d)?\\sto agree(?:s|d)?$ promis pledg vow swor resolv vot opt chos approv veto",
    ),
  ],
  [
    "want",
    verb(
      "want hop(?:e|es|ed|ing)\\b hopeful wish urg ask(?:s|ed|ing)?$ seek sought demand call(?:s|ed|ing)?\\s(?:for|on) propos plan intend aim prefer appeal encourag beg(?:s|ged)?\\b push recommend request advis",
    ),
  ],
  [
    "believe",
    verb(
      "believ think thought expect fear doubt consider(?!\\w*ing) feel felt worr know knew suspect assum regard view remember regret confident sure certain convinced " +
        "optimistic concerned estimat anticipat foresee forecast predict(?!\\w) imagin realiz realis understand understood seem appear see\\b sees\\b seen\\b saw\\b wonder",
    ),
  ],
];
const hedging =
  /\b(?:suggest|hint|impl(?:y|ies|ied)|insinuat|seem|appear|reported(?:ly)|alleged(?:ly)|apparent)\w*/iu;

/** What around a claim tells by what way it came; the first that fits. */
type Settings = readonly (readonly [Channel, RegExp])[];

const settings: Settings = [
  ["interview", /\binterview(?:ed)?\b/iu],
  [
    "briefing",
    /\b(?:news|press) (?:conference|briefing|call)\b|\bbriefing\b|\b(?:told|tells) (?:reporters|journalists)\b|\bearnings call\b|\binvestors on a call\b/iu,
  ],
  [
    "statement",
    /\bin (?:a|an|his|her|its|their|the) (?:\w+ ){0,3}(?:statement|release|communiqué|email|e-mail)\b|\bby e-?mail\b/iu,
  ],
  [
    "post",
    /\b(?:tweet|retweet|post(?:ed|ing)?)\w*\b|\bon (?:X|Twitter|Facebook|Instagram|Telegram|TikTok|Truth Social|YouTube|LinkedIn|Bluesky|Mastodon|social media)\b/u,
  ],
  [
    "speech",
    /\bin (?:a|an|his|her|the) (?:\w+ ){0,3}(?:speech|address|sermon|lecture|eulogy|remarks)\b|\bat (?:a|the|his|her) (?:\w+ ){0,2}(?:rally|vigil|ceremony|hearing|dinner|conference)\b|\b(?:told|tells) (?:a |the |his |her )?(?:\w+ )?(?:crowd|supporters|rally|audience|parliament|congress|delegates|board|council|House|MPs|senators|lawmakers)\b/iu,
  ],
];

/** Of a candidate whose `via` is known. */
export function fieldsOf(
  text: string,
  candidate: Candidate,
  sentence: Range,
  via: readonly SuggestedVia[],
): SuggestedFields {
  const { cue, claim, features } = candidate;
  const cueWords = text.slice(cue.start, cue.end);
  const claimWords = claim.map(({ start, end }) => text.slice(start, end)).join(" ");
  const polarity = polarityOf(cueWords, claimWords, features.negated);
  return {
    polarity,
    act: actOf(cueWords, candidate),
    hedged:
      (hedging.test(cueWords) && features.voice !== "document" && features.voice !== "none") ||
      (candidate.voice === null && features.rule === "passive"),
    channel:
      polarity === "withholds"
        ? askingWords.test(cueWords) || askingWords.test(claimWords)
          ? "no-comment"
          : "unspecified"
        : channelAround(text, candidate, settings, { sentence, via }),
  };
}

function polarityOf(cueWords: string, claimWords: string, negated: boolean): Polarity {
  if (withholding.test(cueWords)) return noAnswer.test(claimWords) ? "asserts" : "withholds";
  if (denying.test(cueWords)) return negated ? "asserts" : "denies";
  return negated ? "denies" : "asserts";
}

function actOf(cueWords: string, { features }: Candidate): Act {
  if (
    features.voice === "document" &&
    !/\b(?:said|say|says|wrote|writes|argu\w+|call\w*|warn\w*|claim\w*)\b/iu.test(cueWords)
  )
    return "show";
  const matchingAct = acts.find(([, of]) => of.test(cueWords));
  return matchingAct?.[0] ?? (features.rule === "infinitive" && /\bask/iu.test(cueWords) ? "want" : "say");
}

/** By what stands in the sentence outside the claim, else by what the words came through. */
export function channelAround(
  text: string,
  { claim, features }: Candidate,
  known: Settings,
  { sentence, via }: { readonly sentence: Range; readonly via: readonly SuggestedVia[] },
): Channel {
  let around = "";
  let from = sentence.start;
  for (const { start, end } of [...claim, { start: sentence.end, end: sentence.end }]) {
    if (start > from) around += ` ${text.slice(from, Math.min(start, sentence.end))}`;
    from = Math.max(from, end);
  }
  const isToldTo = via.some(({ role }) => role === "told-to");
  const setting = known.find(([, of]) => of.test(around));
  if (setting) return setting[0];
  if (isToldTo) return "other-media";
  if (features.voice === "document" || via.some(({ role }) => role === "published-in")) return "document";
  return "unspecified";
}
