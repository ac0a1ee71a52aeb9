// A card as a citation: the exact words, what is known of the article, and nothing that Markdown or HTML would read as its own.
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { elementsIn, readXml, textIn } from "../../../shared/files/xml.ts";
import { citationOf, markdownText } from "../../../shared/interchange/citation.ts";
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
  tags: [],
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
      "=",
      "%",
      "$",
      ">",
      "\n",
      '"',
      "https",
      "://",
      "www",
      ".",
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

test("an address is left as no link, so that its signs are not taken literally", () => {
  expect(markdownText("See https://example.org/a_b~c and WWW.example.org.")).toBe(
    "See https\\://example.org/a\\_b\\~c and WWW\\.example.org.",
  );
  fc.assert(
    fc.property(signs, (text) => {
      expect(markdownText(text)).not.toMatch(/(?<!\\):\/\/|www\./iu);
    }),
    { numRuns: runs(200) },
  );
});

/** The first card with one voice, with this said of its article. */
function citing(said: Partial<SaidAbout>) {
  const [one] = sampleCards().filter(({ card }) => card.voice.length === 1);
  if (!one) throw new Error("A card of the sample has one voice.");
  return citationOf(one.card, one.annotations, { ...nothingSaid, title: ["Talks"], ...said }, words);
}

test("what Obsidian reads as a mark, a comment, a formula or a tag is escaped", () => {
  expect(citing({ title: ["==a== %%b%% $c$ #d"] }).markdown).toContain(
    "\n> — *\\=\\=a\\=\\= \\%\\%b\\%\\% \\$c\\$ \\#d*",
  );
});

test("what would turn the direction of the words around it is written out", () => {
  const { plain, markdown, html } = citing({ title: ["a\u202eb"], publisher: ["c\u200fd"] });
  for (const form of [plain, markdown, html]) {
    expect(form).toContain("a⟨U+202E⟩b");
    expect(form).toContain("c⟨U+200F⟩d");
  }
});

test("an address with what cannot be seen in it is no link, and the next is taken", () => {
  const url = ["https://example.org/\u0007a", "https://example.org/\u200bb", "https://example.org/c"];
  expect(citing({ url }).plain).toMatch(/\n— Talks, https:\/\/example\.org\/c$/u);
  expect(citing({ url: url.slice(0, 2) }).plain).toMatch(/\n— Talks$/u);
});

test("a day is written as the language does, without its time, and what is no day as it stands", () => {
  const dated = (date: string) => citing({ date: [date] }).plain.split("— Talks, ")[1];
  expect(["2025-11-03", "2025-11-03T22:30:00Z", "2025-11", "2025-02-30", "last week"].map(dated)).toEqual([
    "3 November 2025",
    "3 November 2025",
    "2025-11",
    "2025-02-30",
    "last week",
  ]);
});
