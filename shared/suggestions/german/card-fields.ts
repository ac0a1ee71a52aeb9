// The fields of a German card beside its words: by the verb that its cue has, and by what stands around the claim in its sentence.
import { overlaps, type Range } from "../../model/range.ts";
import type { Candidate } from "../candidate.ts";
import { channelAround, type SuggestedFields } from "../card-fields.ts";
import { platformNames } from "../media.ts";
import type { SuggestedVia, ViaRole } from "../via.ts";
import { words } from "../word-lists.ts";

type Act = SuggestedFields["act"];
type Polarity = SuggestedFields["polarity"];
type Settings = Parameters<typeof channelAround>[2];

// Verbs by their infinitives, with their particles, as `saying-verbs.ts` has them.

const denying = words(
  "bestreiten leugnen dementieren zurückweisen vonsichweisen ablehnen widersprechen bezweifeln zweifeln ausschliessen dagegenwehren " +
    "infragestellen relativieren protestieren entgegenhalten dagegenhalten",
);
/** With "nicht" they say nothing at all. */
const telling = words(
  "sagen äussern kommentieren bestätigen antworten mitteilen verraten bekanntgeben beantworten erklären angeben sprechen konkretisieren präzisieren",
);
const withholding = words("offenlassen verweigern");

const acts: Readonly<Record<"decide" | "want" | "believe", ReadonlySet<string>>> = {
  decide: words(
    "beschliessen entscheiden anordnen anweisen zusagen versprechen zusichern einigen vereinbaren garantieren bereiterklären",
  ),
  want: words(
    "fordern verlangen hoffen bitten appellieren aufrufen auffordern dazuauffordern drängen plädieren dafürplädieren empfehlen raten abraten vorschlagen " +
      "planen beabsichtigen erwägen mahnen anmahnen anregen ersuchen beantragen wünschen daraufbestehen daraufhoffen dafürwerben ermahnen",
  ),
  believe: words(
    "glauben meinen denken vermuten fürchten befürchten damitrechnen rechnen erwarten bezweifeln zweifeln überzeugtsein davonüberzeugtsein sichersein " +
      "zuversichtlichsein besorgtsein überzeugtzeigen besorgtzeigen zuversichtlichzeigen optimistischzeigen skeptischzeigen enttäuschtzeigen zufriedenzeigen " +
      "dermeinungsein deransichtsein derauffassungsein derüberzeugungsein dieansichtvertreten diemeinungvertreten schätzen annehmen davonausgehen " +
      "mutmassen wissen spekulieren prognostizieren halten sehen empfinden bewerten werten einschätzen einstufen betrachten erachten fürmöglichhalten " +
      "fürunwahrscheinlichhalten fürwahrscheinlichhalten fürausgeschlossenhalten fürfalschhalten fürrichtighalten fürsinnvollhalten fürnotwendighalten argwöhnen",
  ),
};
/** What a document does that speaks like somebody. */
const speaking = words(
  "sagen schreiben heissen erklären fordern warnen kritisieren behaupten geschriebenstehen lauten",
);
const hedging = words("andeuten suggerieren durchblickenlassen verlauten verlautenlassen");
/** "nach Ansicht der Grünen" */
const opinion =
  /^(?:\p{Ll}+ )*(?:Ansicht|Meinung|Auffassung|Einschätzung|Sicht|Überzeugung|Vermutung|Schätzung|Erwartung)/u;

const settings: Settings = [
  ["interview", /\bInterviews?\b|\bim Gespräch mit\b/u],
  [
    "briefing",
    /\b(?:Presse|Medien)(?:konferenz|gespräch|orientierung)\b|\bvor (?:den )?(?:Medien|Journalisten|Journalistinnen|Reportern|der Presse)\b/u,
  ],
  [
    "statement",
    /\bin (?:eine[rm]|seine[rm]|ihre[rm]|der|dem) (?:\p{Ll}+ ){0,3}(?:Mitteilung|Pressemitteilung|Medienmitteilung|Erklärung|Stellungnahme|Aussendung|E-Mail|Communiqué)\b|\bper E-?Mail\b|\bschriftlich\b/u,
  ],
  [
    "post",
    /\bauf (?:X|Twitter|Facebook|Instagram|Telegram|TikTok|YouTube|LinkedIn|Bluesky|Mastodon|Truth Social)\b|\b(?:twitter|poste|postete|bloggt)\p{Ll}*|\b(?:Tweet|Facebook-Post|Instagram-Post)\b|\bin den sozialen (?:Medien|Netzwerken)\b/u,
  ],
  [
    "speech",
    /\bin (?:eine[rm]|seine[rm]|ihre[rm]|der) (?:\p{Ll}+ ){0,3}(?:Rede|Ansprache|Predigt|Regierungserklärung|Laudatio)\b|\b(?:im|vor dem) (?:Bundestag|Bundesrat|Landtag|Nationalrat|Ständerat|Kantonsrat|Gemeinderat|Stadtrat|Parlament|Ausschuss|Plenum|Kongress|Unterhaus)\b|\b(?:bei|auf) (?:eine[rm]|der|dem|seine[rm]) (?:\p{Ll}+ ){0,2}(?:Kundgebung|Demonstration|Parteitag|Trauerfeier|Festakt|Konferenz|Veranstaltung)\b|\bvor (?:\p{Ll}+ ){0,2}(?:Anhängern|Delegierten|Abgeordneten|Publikum|Studenten|Studierenden)\b/u,
  ],
];

/** Of a candidate whose `via` is known. */
export function germanFieldsOf(
  text: string,
  candidate: Candidate,
  sentence: Range,
  via: readonly SuggestedVia[],
): SuggestedFields {
  const { features, voice, lemma } = candidate;
  const polarity = polarityOf(text, candidate);
  return {
    polarity,
    act: actOf(text, candidate),
    hedged:
      (lemma !== undefined && hedging.has(lemma) && features.voice !== "document") ||
      (voice === null && lemma !== undefined && /^(?:that|bare|infinitive)/u.test(features.rule)),
    channel:
      polarity === "withholds"
        ? noCommentOr(text, candidate)
        : channelAround(text, candidate, settings, { sentence, via }),
  };
}

function polarityOf(text: string, candidate: Candidate): Polarity {
  const { lemma = "", features } = candidate;
  if (withholding.has(lemma) || isNotReached(text, candidate)) return "withholds";
  if (lemma === "ablehnen" && noCommentOr(text, candidate) === "no-comment") return "withholds";
  if (features.negated && telling.has(lemma)) return "withholds";
  // "wies den Vorwurf zurück: „…“": what is said is meant as it is said.
  const isSaid = /^(?:quotation|clause|colon)/u.test(features.rule);
  if (denying.has(lemma) && !isSaid) return features.negated ? "asserts" : "denies";
  return features.negated && !isSaid ? "denies" : "asserts";
}

const isNotReached = (text: string, { lemma, apart = [] }: Candidate): boolean =>
  lemma === undefined &&
  apart.some(({ start, end }) => /(?:erreichen|erreichbar|sprechen)$/u.test(text.slice(start, end)));

function actOf(text: string, { lemma, voice, features }: Candidate): Act {
  if (lemma === undefined && voice && opinion.test(text.slice(voice.start, voice.end))) return "believe";
  if (features.voice === "document" && !speaking.has(lemma ?? "")) return "show";
  const verb = Object.entries(acts).find(([, verbs]) => verbs.has(lemma ?? ""));
  return (verb?.[0] as Act | undefined) ?? "say";
}

const noCommentOr = (text: string, { cue, apart = [], claim }: Candidate): SuggestedFields["channel"] =>
  [cue, ...apart, ...claim].some(({ start, end }) =>
    /komment|stellungnahme|anfrage|äuß|äuss|fragen?\b|auskunft|auskünft|antwort/iu.test(
      text.slice(start, end),
    ),
  )
    ? "no-comment"
    : "unspecified";

// The outlets and platforms that words came through in German: "sagte der Deutschen Presse-Agentur", "im Gespräch mit der „Morgenpost“", "schrieb auf Instagram".

const mark = `[„“”"»«]`;
/** Names that many know; ends of the names of papers and stations. */
const outlet =
  "(?:ARD|ZDF|NDR|WDR|MDR|SWR|BR|RBB|HR|ORF|SRF|RTS|DLF|RTL|BBC|CNN|dpa|APA|sda|AFP|KNA|epd|Reuters|FAZ|NZZ|taz|" +
  "Bild(?:-Zeitung)?|Spiegel|Zeit|Stern|Focus|Welt|Standard|Kurier|Profil|Falter|Blick|" +
  String.raw`(?:\p{Lu}[\p{L}-]*[ -])?\p{Lu}?[\p{L}-]*(?:[Zz]eitung|[Bb]latt|[Pp]resse|[Pp]ost|[Rr]undschau|[Aa]nzeiger|[Mm]agazin|[Rr]undfunk|[Rr]adio|[Ss]ender|[Ff]ernsehen|[Aa]gentur|[Nn]achrichten|[Tt]agblatt|[Aa]llgemeinen?)|Deutschlandfunk)`;
const named = String.raw`(?:${mark}[^„“”"»«\n]{2,40}${mark}(?:-\p{Lu}[\p{L}-]+)?|${outlet})`;
const phrase = String.raw`(?<what>(?:der|dem|den|unserer|dieser)\s(?:\p{Ll}+(?:en|er)\s|\p{Lu}\p{Ll}+(?:en|er)\s){0,2}(?:(?:Zeitung|Nachrichtenagentur|Sender|Magazin|Tageszeitung|Zeitschrift)s?\s)?${named}|${outlet})`;

const toldTo = new RegExp(
  String.raw`(?<before>(?:(?:Gespräch|Interview) (?:mit|in)|gegenüber)\s+|^|\s)${phrase}(?![\p{L}])`,
  "gu",
);
const publishedOn = new RegExp(
  String.raw`\b(?:auf|bei)\s(?<what>${platformNames}|Truth Social)\b|\bin (?<text>(?:seine[rm]|ihre[rm]|eine[rm])\s(?:\p{Ll}+\s){0,2}(?:Blog|Gastbeitrag|Kolumne|Brief|Buch|Autobiografie|Leitartikel|Essay|Beitrag|Post|Tweet|Newsletter))\b`,
  "gu",
);
const firstReport = new RegExp(
  String.raw`\b[Zz]uerst (?:hatte|hatten|berichtete|berichteten)\s(?<what>(?:der|die|das)\s${named}|${named})`,
  "u",
);

/** How far in front of an outlet without "gegenüber" its verb stands. */
const near = 90;

/** In the order of the text. */
export function germanViaOf(text: string, candidate: Candidate, sentence: Range): readonly SuggestedVia[] {
  const taken = [
    candidate.cue,
    ...(candidate.apart ?? []),
    ...candidate.claim,
    ...(candidate.voice ? [candidate.voice] : []),
  ];
  const words = text.slice(sentence.start, sentence.end);
  const vias: SuggestedVia[] = [];
  const add = (index: number, what: string | undefined, role: ViaRole): void => {
    if (what === undefined) return;
    const start = sentence.start + index;
    const range = { start, end: start + what.length };
    if (![...taken, ...vias.map((one) => one.range)].some((other) => overlaps(other, range)))
      vias.push({ range, role });
  };
  for (const { 0: all, index, groups } of words.matchAll(publishedOn)) {
    const what = groups?.what ?? groups?.text;
    add(index + all.length - (what?.length ?? 0), what, "published-in");
  }
  for (const { 0: all, index, groups } of words.matchAll(toldTo)) {
    const what = groups?.what;
    const at = index + all.length - (what?.length ?? 0);
    if ((groups?.before ?? "").trim() !== "" || isHearer(candidate, sentence.start + at, what ?? ""))
      add(at, what, "told-to");
  }
  const first = firstReport.exec(words);
  if (first)
    add(
      first.index + first[0].length - (first.groups?.what?.length ?? 0),
      first.groups?.what,
      "first-reported-by",
    );
  return vias.sort((a, b) => a.range.start - b.range.start);
}

/** "sagte er der Zeitung": a dative behind a verb of saying, not far from it. */
const isHearer = ({ cue, lemma, voice }: Candidate, at: number, what: string): boolean =>
  lemma !== undefined &&
  /^(?:sagen|erklären|berichten|bestätigen|mitteilen|erzählen|verraten|versichern|schildern)$/u.test(lemma) &&
  /^(?:der|dem|den|unserer|dieser)\s/u.test(what) &&
  at > cue.start &&
  at - Math.max(cue.end, voice?.end ?? 0) < near;
