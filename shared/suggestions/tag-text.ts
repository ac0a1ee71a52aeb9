// Words with their parts of speech, by winkNLP and its English model, which run offline in any window or process.
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Range } from "../model/range.ts";
import { corrected } from "./correct-tags.ts";
import type { PartOfSpeech, Token } from "./token.ts";

/** Made when first asked for: loading the model takes some tenths of a second. */
let library: ReturnType<typeof winkNLP> | null = null;

/** A stretch is read in pieces of this length, so that a text without line ends takes no more memory at once. */
const pieceLength = 4_000;

const none: ReadonlySet<string> = new Set();

/** The tokens of a stretch of text, in order. `names`: words that are names in this text. Linear in its length. */
export function tagText(text: string, { start, end }: Range, names: ReadonlySet<string> = none): Token[] {
  const tokens: Token[] = [];
  for (let from = start; from < end; ) {
    const to = pieceEnd(text, from, end);
    tokens.push(...tagPiece(text, from, to, names));
    from = to;
  }
  return tokens;
}

function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= pieceLength) return end;
  const cut = text.slice(from, from + pieceLength).search(/\s\S*$/u);
  return cut > 0 ? from + cut : from + pieceLength;
}

function tagPiece(text: string, start: number, end: number, names: ReadonlySet<string>): Token[] {
  library ??= winkNLP(model, ["pos"]);
  const { its } = library;
  const winkTokens = library.readDoc(text.slice(start, end)).tokens();
  const texts = winkTokens.out(its.value) as string[];
  const parts = winkTokens.out(its.pos) as string[];
  const lemmas = winkTokens.out(its.lemma as typeof its.value) as string[];
  const tokens: Token[] = [];
  let at = start;
  for (const [index, value] of texts.entries()) {
    const part = parts[index] ?? "X";
    // Marks of direction and the like are no words.
    if (part === "SPACE" || /^\p{Cf}+$/u.test(value)) continue;
    // The library drops characters that it holds for nothing, such as U+FEFF: look for the word anew, but not far.
    const near = text.slice(at, Math.min(end, at + value.length + 64)).indexOf(value);
    if (near < 0) continue;
    const from = at + near;
    at = from + value.length;
    tokens.push({
      start: from,
      end: at,
      text: value === "―" ? "—" : value,
      lower: value.toLowerCase().replaceAll("’", "'"),
      lemma: lemmas[index] ?? value.toLowerCase(),
      pos: part as PartOfSpeech,
      quoted: false,
    });
  }
  return corrected(tokens, names);
}
