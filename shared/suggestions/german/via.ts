// The outlets and platforms that words came through in German: "sagte der Deutschen Presse-Agentur", "im Gespräch mit der „Morgenpost“", "schrieb auf Instagram".
import { overlaps, type Range } from "../../model/range.ts";
import type { Candidate } from "../candidate.ts";
import { platformNames } from "../media.ts";
import type { SuggestedVia, ViaRole } from "../via.ts";

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
