// A card as a citation: who says what, by which words, through whom, and in which article. As plain text, Markdown and HTML.
import { escapedHtml, writtenOut } from "../errors/visible-text.ts";
import type { Annotations } from "../model/annotation-set.ts";
import { isDay, type SaidAbout } from "../model/article-about.ts";
import type { Attribution } from "../model/attribution.ts";
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { spanText } from "../model/span.ts";
import { get } from "../model/table.ts";
import type { Words } from "../words/say.ts";

export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  readonly html: string;
}

/** The citation in the language of `words`; `said`: what is known of the article. Of several addresses the first is its link. */
export function citationOf(
  card: Attribution,
  annotations: Annotations,
  said: SaidAbout,
  words: Words,
): Citation {
  const says = sentenceOf(card, annotations, words);
  const title = onOneLine(said.title[0] ?? "");
  const about = onOneLine(aboutArticle(said, words));
  const address = said.url.find((one) => /^https?:\/\/[^\s\p{C}]+$/iu.test(one)) ?? null;
  const html = escapedHtml(title);
  return {
    plain: `${says}\n— ${listed([title, about, address ?? ""])}`,
    markdown: `> ${markdownText(says)}\n>\n> — ${listed([
      address === null
        ? `*${markdownText(title)}*`
        : `[${markdownText(title)}](<${encodedAddress(address)}>)`,
      markdownText(about),
    ])}`,
    html: `<blockquote><p dir="auto">${escapedHtml(says)}</p><footer>— ${listed([
      address === null
        ? `<cite dir="auto">${html}</cite>`
        : `<cite dir="auto"><a href="${escapedHtml(address)}">${html}</a></cite>`,
      escapedHtml(about),
    ])}</footer></blockquote>`,
  };
}

/** `Ana Ruiz said: “We will rebuild it,” (via The Port Courier)`, with what there is of it, on one line. */
export function sentenceOf(card: Attribution, annotations: Annotations, { say, list }: Words): string {
  const textOf = (id: Id): string => {
    const span = get(annotations.set.spans, id);
    return span ? spanText(span) : "";
  };
  const nameOf = (id: Id): string =>
    entityBehind(annotations.entities, get(annotations.set.spans, id)?.entity ?? "")?.name ?? textOf(id);
  const who = [list(card.voice.map(nameOf)), card.cue === null ? "" : textOf(card.cue)]
    .filter((part) => part !== "")
    .join(" ");
  const claim = card.claim === null ? "" : textOf(card.claim);
  const via =
    card.via.length === 0
      ? ""
      : say("cards.citation-via", { names: list(card.via.map(({ span }) => nameOf(span))) });
  const says = who === "" || claim === "" ? `${who}${claim}` : `${who}: ${claim}`;
  return onOneLine(via === "" ? says : `${says} (${via})`);
}

const aboutArticle = (said: SaidAbout, { list, date, say }: Words): string =>
  listed([
    said.author.length === 0 ? "" : say("cards.citation-by", { names: list(said.author) }),
    said.publisher[0] ?? "",
    said.date[0] === undefined ? "" : dayIn(said.date[0], date),
  ]);

/** A day of the calendar as the language writes it; anything else as it stands. */
export function dayIn(written: string, date: Words["date"]): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(written) ?? [];
  return year === undefined || !isDay(written)
    ? written
    : date(new Date(Number(year), Number(month) - 1, Number(day)));
}

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");

/** On one line, with what cannot be seen, or would turn the direction of the words around it, written out. */
const onOneLine = (text: string): string => writtenOut(text.replace(/\s+/gu, " ").trim());

/**
 * With what Markdown (CommonMark, and what GitHub and Obsidian add to it) would read as its own signs escaped. Of a text on one line. An
 * address is no link: GitHub takes what stands in one literally, and so would show the signs by which others are escaped.
 */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|$#]|&(?=#?\w+;)|[=%](?=[=%])|(?<=[=%])[=%]|:(?=\/\/)|(?<=www)\./giu, "\\$&")
    .replace(/^(?=[+=-])|^(\d+)(?=[.)])/u, (_, number = "") => `${number}\\`);

/** Without the characters that would end an address in angle brackets. */
const encodedAddress = (address: string): string =>
  address.replace(/[<>\s\\]/gu, (character) => encodeURIComponent(character));
