// A card as a citation: the exact words, what is known of the article, and nothing that Markdown or HTML would read as its own.
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { citationOf } from "../../../renderer/actions/citation.ts";
import { elementsIn, readXml, textIn } from "../../../shared/files/xml.ts";
import { type Annotations, setFromJson } from "../../../shared/model/annotation-set.ts";
import type { SaidAbout } from "../../../shared/model/article-about.ts";
import { records, tableOf } from "../../../shared/model/table.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { runs } from "../../helpers/tier.ts";

const words = createWords(localeFor("en", ["en-GB"]));
const nothingSaid: SaidAbout = {
  title: [],
  author: [],
  publisher: [],
  place: [],
  date: [],
  updated: [],
  url: [],
  language: [],
};

function sampleCards() {
  const { articles, entities } = sampleBundle();
  return articles.flatMap(({ sets }) =>
    sets.flatMap((json) => {
      const annotations: Annotations = { set: setFromJson(json), entities: tableOf(entities) };
      return [...records(annotations.set.attributions)].map((card) => ({ card, annotations }));
    }),
  );
}

test("it says who says what by which words, through whom, and where it stands", () => {
  const { card, annotations } = sampleCards().find(({ card }) => card.via.length > 0) ?? {};
  if (!card || !annotations) throw new Error("A card of the sample has a source that it came through.");
  const said: SaidAbout = {
    ...nothingSaid,
    title: ["Bridge_closes"],
    author: ["Ruth Adeyemi", "Tom Ley"],
    publisher: ["The Courier"],
    date: ["2025-11-03"],
    url: ["https://example.org/a_b"],
  };
  expect(citationOf(card, annotations, said, words)).toMatchSnapshot();
  expect(citationOf(card, annotations, { ...nothingSaid, title: ["Talks"] }, words).plain).toMatch(
    /\n— Talks$/u,
  );
});

const signs = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "#",
      "+",
      "-",
      "*",
      "_",
      "`",
      "[",
      "]",
      "(",
      ")",
      "<b>",
      "&amp;",
      "\\",
      "1.",
      "|",
      "~",
      "!",
      ">",
      "\n",
      '"',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));
const shown = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The text of a Markdown node and all within it, and what nodes there are. */
function readMarkdown(markdown: string): { readonly text: string; readonly kinds: ReadonlySet<string> } {
  const kinds = new Set<string>();
  const texts: string[] = [];
  const walk = (
    node: ReturnType<typeof fromMarkdown> | { type: string; value?: string; children?: unknown[] },
  ): void => {
    kinds.add(node.type);
    if ("value" in node && typeof node.value === "string") texts.push(node.value);
    for (const child of ("children" in node && node.children) || []) walk(child as { type: string });
  };
  walk(fromMarkdown(markdown));
  return { text: texts.join(" "), kinds };
}

test("words with signs of Markdown and HTML come out as they are, and make no link, picture or element of their own", () => {
  const [one] = sampleCards().filter(({ card }) => card.voice.length === 1 && card.claim !== null);
  if (!one) throw new Error("A card of the sample has a voice and a claim.");
  fc.assert(
    fc.property(signs, signs, signs, (name, title, publisher) => {
      const annotations: Annotations = {
        ...one.annotations,
        entities: tableOf(
          [...records(one.annotations.entities)].map((entity) => ({ ...entity, name: `x${name}` })),
        ),
      };
      const said: SaidAbout = {
        ...nothingSaid,
        title: [`x${title}`],
        publisher: [`x${publisher}`],
        url: ["https://example.org/<a>"],
      };
      const citation = citationOf(one.card, annotations, said, words);
      const { text, kinds } = readMarkdown(citation.markdown);
      expect([...kinds].sort()).toEqual(["blockquote", "link", "paragraph", "root", "text"]);
      for (const part of [name, title, publisher]) expect(shown(text)).toContain(shown(`x${part}`));
      const html = readXml(citation.html);
      if (!html.ok) throw new Error(html.why);
      const { root } = html;
      expect(new Set([root, ...elementsIn(root)].map((element) => element.name))).toEqual(
        new Set(["blockquote", "p", "footer"]),
      );
      for (const part of [name, title, publisher]) expect(shown(textIn(root))).toContain(shown(`x${part}`));
    }),
    { numRuns: runs(200) },
  );
});
