// The text of a TEI document: its paragraphs with an anchor wherever a span begins or ends, and claims as `said` where they lie within one
// another and do not cross.

import { openElement, xmlText } from "../files/xml.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { articleTextOf } from "../model/article-text.ts";
import { compareRanges, type Range } from "../model/range.ts";

interface Claims {
  /** Stretches that are no spans and need anchors, too. */
  readonly places: readonly Range[];
  /** The id of each span in the document. */
  readonly ids: ReadonlyMap<string, string>;
  /** By claims: pointers to who says them. */
  readonly voices: ReadonlyMap<string, readonly string[]>;
}

interface TeiBody {
  readonly body: string;
  /** The anchor at each offset where a span begins or ends. */
  readonly anchors: ReadonlyMap<number, string>;
}

export function teiBody(document: Standoff, claims: Claims): TeiBody {
  const { text, spans } = document;
  const ranges = [...spans.flatMap(({ segments }) => segments), ...claims.places];
  const offsets = new Set(ranges.flatMap(({ start, end }) => [start, end]));
  const anchors = new Map([...offsets].sort((a, b) => a - b).map((offset, at) => [offset, `a${at + 1}`]));
  const paragraphs = wholeText(text);
  const body = paragraphs.map((paragraph) => {
    const saidRanges = saidIn(document, paragraph, claims);
    return `<p>${paragraphXml(text, paragraph, saidRanges, anchors)}</p>`;
  });
  return { body: body.join("\n"), anchors };
}

/** Paragraphs that hold all of the text: the white space behind each is its own. */
function wholeText(text: string): readonly Range[] {
  const starts = articleTextOf(text).paragraphs.map(({ start }) => start);
  const [, ...further] = starts;
  const edges = [0, ...further, text.length];
  return edges.slice(0, -1).map((start, at) => ({ start, end: edges[at + 1] ?? text.length }));
}

interface Said extends Range {
  readonly who: string;
  readonly corresp: string;
}

function saidIn({ spans }: Standoff, paragraph: Range, { ids, voices }: Claims): readonly Said[] {
  const saidRanges = spans
    .filter(({ id }) => voices.has(id))
    .flatMap(({ id, segments }) =>
      segments.flatMap(({ start, end }): Said[] => {
        const from = Math.max(start, paragraph.start);
        const to = Math.min(end, paragraph.end);
        return from < to
          ? [{ start: from, end: to, who: (voices.get(id) ?? []).join(" "), corresp: `#${ids.get(id)}` }]
          : [];
      }),
    );
  const nested: Said[] = [];
  const openRanges: Said[] = [];
  for (const saidRange of saidRanges.sort(compareRanges)) {
    while ((openRanges.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= saidRange.start) openRanges.pop();
    const around = openRanges.at(-1);
    if (around && saidRange.end > around.end) continue;
    nested.push(saidRange);
    openRanges.push(saidRange);
  }
  return nested;
}

function paragraphXml(
  text: string,
  { start, end }: Range,
  said: readonly Said[],
  anchors: ReadonlyMap<number, string>,
): string {
  const cuts = [
    ...new Set([
      start,
      end,
      ...said.flatMap((one) => [one.start, one.end]),
      ...[...anchors.keys()].filter((at) => at >= start && at <= end),
    ]),
  ].sort((a, b) => a - b);
  let xml = "";
  const openRanges: Said[] = [];
  for (const [index, at] of cuts.entries()) {
    while (openRanges.at(-1)?.end === at) {
      openRanges.pop();
      xml += "</said>";
    }
    // An offset between two paragraphs has its anchor in the second one, but for the text's last.
    const anchor = at < end || at === text.length ? anchors.get(at) : undefined;
    if (anchor !== undefined) xml += `<anchor xml:id="${anchor}"/>`;
    for (const saidRange of said)
      if (saidRange.start === at) {
        openRanges.push(saidRange);
        xml += openElement("said", {
          who: saidRange.who === "" ? undefined : saidRange.who,
          corresp: saidRange.corresp,
        });
      }
    const nextCut = cuts[index + 1];
    if (nextCut !== undefined) xml += xmlText(text.slice(at, nextCut));
  }
  return xml;
}
