// What trips programs up, in two short articles by two people: characters of several units, scripts, line ends, names that hold signs
// of formats; marks that touch, are the same, cross, lie three deep and stand in several pieces. The same in every run.
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { bundleOfDocuments } from "../../shared/interchange/bundle-of-documents.ts";
import { guessMapping } from "../../shared/interchange/mapping.ts";
import type { Standoff, StandoffSpan } from "../../shared/interchange/standoff.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { hashOf } from "./bundles.ts";

const characters =
  "\ufeff👍🏽 Zoë said: “不行” — e\u0301lan, she\u00a0added.\r\n\r\nדוד אמר “שלום”,\tsoft\u00adhyphen and 👩‍👩‍👧‍👦 too.\rA\u200bline said so | it;_ went.\n";
const overlaps = "The mayor of Rhyl said the bank told her that rates would fall, would fall, soon.";

interface Marked {
  readonly label: string;
  /** Words of each piece, each of which stands in the text once. */
  readonly pieces: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  /** By their numbers: what it leads to. */
  readonly to?: Readonly<Record<string, number>>;
}

function documentOf(article: string, annotator: string, text: string, marks: readonly Marked[]): Standoff {
  return {
    article,
    title: `Kit ${article}: a|b;c "d" _e_ 👍`,
    text,
    annotator,
    spans: marks.map(
      ({ label, pieces, values = {} }, at): StandoffSpan => ({
        id: `s${at}`,
        label,
        segments: pieces.map((words) => ({
          start: text.indexOf(words),
          end: text.indexOf(words) + words.length,
        })),
        values: Object.entries(values).map(([name, value]) => ({ name, value })),
      }),
    ),
    relations: marks.flatMap(({ to = {} }, at) =>
      Object.entries(to).map(([label, number]) => ({ label, from: `s${at}`, to: `s${number}` })),
    ),
  };
}

const name = 'Zoë "Z|;_\tY" =1+1';

const documents: readonly Standoff[] = [
  documentOf("1", "Anna Lind", characters, [
    { label: "speaker", pieces: ["Zoë"], values: { entity: name } },
    { label: "cue", pieces: ["said:"] },
    { label: "claim", pieces: ["“不行”", "e\u0301lan"] },
    {
      label: "attribution",
      pieces: ["“不行”", "e\u0301lan"],
      values: { note: `tab\there, "quoted" | and;_ a\nsecond line 👩‍👩‍👧‍👦`, kind: "direct" },
      to: { voice: 0, cue: 1, claim: 2 },
    },
    { label: "claim", pieces: ["“שלום”,\tsoft\u00adhyphen and 👩‍👩‍👧‍👦"] },
    { label: "exclusion", pieces: ["too.\rA\u200bline"], values: { reason: "a|b;c_\t" } },
  ]),
  documentOf("1", 'Bo "B|;_" Berg', characters, [
    { label: "speaker", pieces: ["דוד"], values: { entity: "דוד" } },
    { label: "claim", pieces: ["added.\r\n\r\nדוד אמר"] },
  ]),
  documentOf("2", "Anna Lind", overlaps, [
    { label: "claim", pieces: ["the bank told her that rates would fall, would fall, soon"] },
    { label: "claim", pieces: ["that rates would fall, would fall"] },
    { label: "claim", pieces: ["rates"] },
    { label: "claim", pieces: ["of Rhyl said the bank"] },
    { label: "cue", pieces: ["told"] },
    { label: "cue", pieces: ["told"] },
    { label: "speaker", pieces: ["The mayor"], values: { entity: name } },
    { label: "speaker", pieces: [" of"] },
    {
      label: "attribution",
      pieces: ["that rates would fall, would fall"],
      to: { voice: 6, cue: 4, claim: 1, within: 9 },
    },
    {
      label: "attribution",
      pieces: ["the bank told her that rates would fall, would fall, soon"],
      to: { voice: 6, claim: 0 },
    },
  ]),
];

export const kitBundle = (): ExportBundle =>
  bundleOfDocuments({
    documents,
    mapping: guessMapping(documents, newsAttribution),
    tagset: newsAttribution,
    from: "kit",
    at: "2026-01-02T03:04:05.000Z",
    generator: "Sayso 0.0.0",
    title: "Kit",
    unnamed: "Unnamed",
    known: [],
    hashOf,
  }).bundle;
