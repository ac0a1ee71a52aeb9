// The guide as data: its Markdown in sections, what the links in it stand for, and the words that are looked for. Its notation is
// described in CONTRIBUTING.md.
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Range } from "../../../shared/model/range.ts";
import { findPlain } from "../../../shared/search/find-plain.ts";

type GuideBlock = ReturnType<typeof fromMarkdown>["children"][number];
/** A block, or whatever lies in one. */
export type GuideNode = GuideBlock | Extract<GuideBlock, { children: unknown }>["children"][number];

export interface GuideSection {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  /** 1: the guide as a whole; 2: a section; 3: a part of one. */
  readonly level: number;
  /** What stands below the heading, up to the next one of any level. */
  readonly blocks: readonly GuideBlock[];
}

/** A guide in sections, in their order. Throws where it does not begin with a heading: a bug of ours. */
export function readGuide(markdown: string): readonly GuideSection[] {
  const sections: (GuideSection & { readonly blocks: GuideBlock[] })[] = [];
  for (const block of fromMarkdown(markdown).children) {
    if (block.type === "heading") {
      const title = textOf(block).trim();
      sections.push({ id: anchorIn(block) ?? slugOf(title), title, level: block.depth, blocks: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section) throw new Error("The guide has words above its first heading.");
    section.blocks.push(block);
  }
  return sections;
}

/** What a link reads as; `undefined`: as its words. */
export type LinkText = (link: GuideLink) => string | undefined;

/** The text of a node and of all that lies in it; its lines as they were broken. */
export function textOf(node: GuideNode, linkText: LinkText = () => undefined): string {
  const text = node.type === "link" ? linkText(linkOf(node.url)) : undefined;
  if (text !== undefined) return text;
  if ("children" in node) return node.children.map((child) => textOf(child, linkText)).join("");
  return node.type === "html" || !("value" in node) ? "" : node.value;
}

/** The anchor that a heading states, for languages other than the one whose headings give the ids. */
function anchorIn(heading: Extract<GuideBlock, { type: "heading" }>): string | undefined {
  const anchor = heading.children.find((child) => child.type === "html");
  return anchor && /id="([^"]+)"/u.exec(anchor.value)?.[1];
}

/** As Markdown is shown elsewhere, so that links to sections lead to the same places there. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** What a link stands for: the key of a command, a key that is always the same, a section, or another paper. */
export interface GuideLink {
  readonly kind: "command" | "key" | "section" | "paper";
  /** The command's id, the combination, the section's id, or the paper's name. */
  readonly target: string;
}

const schemes = { "command:": "command", "key:": "key", "#": "section" } as const;

export function linkOf(url: string): GuideLink {
  for (const [scheme, kind] of Object.entries(schemes))
    if (url.startsWith(scheme)) return { kind, target: url.slice(scheme.length) };
  return { kind: "paper", target: url };
}

/** The words to look for in what was typed. */
export const wordsToFind = (typed: string): readonly string[] =>
  typed.split(/\s+/u).filter((word) => word !== "");

/** Letters of a word up to which it is looked for at the beginning of words alone: “all” is not meant by “usually”. */
const shortWord = 3;

/** The stretches of a text that are any of the words, whatever their case and accents. */
export const stretchesOf = (text: string, words: readonly string[]): readonly Range[] =>
  [
    ...findPlain(
      { text },
      { kind: "plain", any: words, wholeWords: false, matchCase: false, ignoreAccents: true },
    ),
  ].filter(
    ({ start, end }) =>
      // Two code units, so that a letter of two is whole.
      end - start > shortWord || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)),
  );

/** The sections that have every one of the words, those first that have them in their heading; none for no words. */
export function sectionsWith(
  sections: readonly GuideSection[],
  words: readonly string[],
  linkText?: LinkText,
): readonly GuideSection[] {
  if (words.length === 0) return [];
  const hasAll = (text: string): boolean => words.every((word) => stretchesOf(text, [word]).length > 0);
  const inHeading = sections.filter(({ title }) => hasAll(title));
  const inText = sections.filter(({ title, blocks }) =>
    hasAll([title, ...blocks.map((block) => textOf(block, linkText))].join("\n")),
  );
  return [...new Set([...inHeading, ...inText])];
}
