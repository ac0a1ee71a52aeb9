// Prodigy and spaCy (https://prodi.gy/docs/api-interfaces): a line an article and annotator, with tokens, spans on whole tokens
// and relations between spans. Offsets are code points; `token_end` is inclusive. Further keys are kept by Prodigy.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { factMembers } from "../interchange/detail-values.ts";
import { inPieces } from "../interchange/fit.ts";
import type { Standoff, StandoffSpan } from "../interchange/standoff.ts";
import { countingOf } from "../interchange/units.ts";
import { wordRows } from "../interchange/word-tags.ts";
import { jsonLine } from "../interchange/written-json.ts";
import type { Range } from "../model/range.ts";
import { onlyFile, type StandoffExporter } from "./exporter.ts";

export const prodigyExporter: StandoffExporter = {
  id: "prodigy",
  takes: "standoffs",
  extension: "jsonl",
  capabilities: { ...allOfStandoff, unit: "code-points", edges: "words" },
  passes: () => [
    { article: (documents) => documents.map((document) => jsonLine(onlyFile, lineOf(inPieces(document)))) },
  ],
};

function lineOf(document: Standoff): unknown {
  const { article, title, text, annotator, spans, relations } = document;
  const facts = factMembers(document, "code-points");
  const counting = countingOf(text, "code-points");
  const tokens = tokensWithSpace(text);
  const startingAt = new Map(tokens.map(({ start }, at) => [start, at]));
  const endingAt = new Map(tokens.map(({ end }, at) => [end, at]));
  const placed = new Map(spans.map((span, at) => [span.id, { id: at + 1, ...placeOf(span) }] as const));
  function placeOf({ label, segments: [segment] }: StandoffSpan) {
    const { start, end } = segment ?? { start: 0, end: 0 };
    return {
      start: counting.to(start),
      end: counting.to(end),
      token_start: startingAt.get(start) ?? 0,
      token_end: endingAt.get(end) ?? 0,
      label,
    };
  }
  return {
    text,
    meta: { article, title, ...(annotator === null ? {} : { annotator }), ...facts },
    tokens: tokens.map(({ start, end, space }, id) => ({
      text: text.slice(start, end),
      start: counting.to(start),
      end: counting.to(end),
      id,
      ws: space,
    })),
    spans: spans.map(({ id, values }) => ({
      ...placed.get(id),
      ...(values.length === 0 ? {} : { values: values.map(({ name, value }) => [name, value]) }),
    })),
    relations: relations.map(({ label, from, to }) => {
      const [head, child] = [placed.get(from), placed.get(to)];
      return { head: head?.token_end, child: child?.token_end, label, head_span: head, child_span: child };
    }),
    answer: "accept",
  };
}

interface SpacedToken extends Range {
  /** Whether one U+0020 stands between this token and the next. */
  readonly space: boolean;
}

/** The words of a text as spaCy holds them; white space but for one blank behind each is tokens of its own, so that all tokens together are the text. */
function tokensWithSpace(text: string): readonly SpacedToken[] {
  const tokens: SpacedToken[] = [];
  const gap = (start: number, end: number): void => {
    if (start === end) return;
    const lastToken = tokens.at(-1);
    const isSpace = text.charAt(start) === " " && lastToken !== undefined;
    if (isSpace) tokens[tokens.length - 1] = { ...lastToken, space: true };
    const from = isSpace ? start + 1 : start;
    if (from < end) tokens.push({ start: from, end, space: false });
  };
  let at = 0;
  for (const { start, end } of wordRows(text)) {
    gap(at, start);
    tokens.push({ start, end, space: false });
    at = end;
  }
  gap(at, text.length);
  return tokens;
}
