// The guide: what both languages have in common, that its commands, keys, words and links are those that there are, and its search.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keyboardFor } from "../../../../renderer/actions/keyboard.ts";
import { readableKeys } from "../../../../renderer/lib/key-combination.ts";
import {
  type GuideLink,
  type GuideNode,
  type GuideSection,
  linkOf,
  readGuide,
  sectionsWith,
  stretchesOf,
  textOf,
} from "../../../../renderer/panels/guide/guide-page.tsx";
import { defaultPreferences } from "../../../../shared/api/preferences.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { de } from "../../../../shared/words/de/index.ts";
import { en } from "../../../../shared/words/en/index.ts";
import { languages, localeFor } from "../../../../shared/words/language.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { root } from "../../../structure/imports.ts";

const files = { en: "docs/guide.md", de: "docs/guide.de.md" } as const;
const catalogues = { en, de };
const guides = languages.map((language) => ({
  language,
  sections: readGuide(readFileSync(join(root, files[language]), "utf8")),
}));
const keyboard = keyboardFor(newsAttribution, defaultPreferences.keys);

const nodesIn = (nodes: readonly GuideNode[]): readonly GuideNode[] =>
  nodes.flatMap((node) => [node, ...("children" in node ? nodesIn(node.children) : [])]);

interface NamedLink extends GuideLink {
  readonly label: string;
}

const linksIn = (sections: readonly GuideSection[]): readonly NamedLink[] =>
  sections
    .flatMap(({ blocks }) => nodesIn(blocks))
    .flatMap((node) => (node.type === "link" ? [{ ...linkOf(node.url), label: textOf(node) }] : []));

/** What a section has in every language. */
const skeletonOf = (section: GuideSection) => ({
  id: section.id,
  level: section.level,
  blocks: section.blocks.map(({ type }) => type),
  links: linksIn([section])
    .map(({ kind, target }) => `${kind}:${target}`)
    .sort(),
  code: nodesIn(section.blocks)
    .flatMap((node) => (node.type === "inlineCode" ? [node.value] : []))
    .sort(),
});

test("every language has the same sections, commands, links and code", () => {
  const [first, ...others] = guides.map(({ sections }) => sections.map(skeletonOf));
  expect(first?.length).toBeGreaterThan(20);
  for (const other of others) expect(other).toEqual(first);
});

describe.each(guides)("the guide in $language", ({ language, sections }) => {
  const words = createWords(localeFor(language, []));
  const links = linksIn(sections);
  const readable = (combination: string): string => readableKeys(combination, false, words).join("+");

  test("names commands that there are, each with its usual key", () => {
    const named = links.filter(({ kind }) => kind === "command");
    expect(named.length).toBeGreaterThan(100);
    expect(named.map(({ target, label }) => [target, label])).toEqual(
      named.map(({ target }) => [target, readable(keyboard.keysOf(target)[0] ?? "")]),
    );
  });

  test("writes other keys as this language does", () => {
    const named = links.filter(({ kind }) => kind === "key");
    expect(named.map(({ label }) => label)).toEqual(named.map(({ target }) => readable(target)));
  });

  test("leads to sections and papers that there are, each once", () => {
    const ids = sections.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = (kind: GuideLink["kind"]): readonly string[] =>
      links.filter((link) => link.kind === kind).map(({ target }) => target);
    expect(targets("section").filter((id) => !ids.includes(id))).toEqual([]);
    expect(targets("paper").filter((name) => !existsSync(join(root, "docs", name)))).toEqual([]);
  });

  test("has in bold what stands on the screen, and nothing else", () => {
    const shown = new Set(Object.values(catalogues[language]).flatMap((room) => Object.values<string>(room)));
    const bold = nodesIn(sections.flatMap(({ blocks }) => blocks)).filter(({ type }) => type === "strong");
    expect(bold.map((node) => textOf(node).replaceAll("\n", " ")).filter((text) => !shown.has(text))).toEqual(
      [],
    );
  });

  test("is made of what its page can draw", () => {
    const kinds = new Set(nodesIn(sections.flatMap(({ blocks }) => blocks)).map(({ type }) => type));
    expect([...kinds].sort()).toEqual([
      "code",
      "inlineCode",
      "link",
      "list",
      "listItem",
      "paragraph",
      "strong",
      "text",
    ]);
  });
});

const small = readGuide(`# Guide

Words of *it*.

## Möglichst früh <a id="early"></a>

Press [Ctrl+I](command:bring-in), or see [below](#deep-down).

### Deep down, isn’t it?

Nothing but Café.
`);

test("cuts a guide into sections, named by their anchor or as links elsewhere name them", () => {
  expect(
    small.map(({ id, title, level, blocks }) => [id, title, level, blocks.map((one) => textOf(one))]),
  ).toEqual([
    ["guide", "Guide", 1, ["Words of it."]],
    ["early", "Möglichst früh", 2, ["Press Ctrl+I, or see below."]],
    ["deep-down-isnt-it", "Deep down, isn’t it?", 3, ["Nothing but Café."]],
  ]);
  expect(() => readGuide("Words alone.")).toThrow("above its first heading");
});

test("finds the sections that have every word, in their heading first, whatever the case and accents", () => {
  const found = (...words: string[]): readonly string[] => sectionsWith(small, words).map(({ id }) => id);
  expect(found("MOGLICHST", "press")).toEqual(["early"]);
  expect(found("cafe")).toEqual(["deep-down-isnt-it"]);
  expect(found("of")).toEqual(["guide"]);
  expect(found("it")).toEqual(["deep-down-isnt-it", "guide"]);
  expect(found("thing")).toEqual(["deep-down-isnt-it"]);
  expect(found("nothing", "press")).toEqual([]);
  expect(found()).toEqual([]);
});

test("finds a key by what is shown of it", () => {
  const shown = (link: GuideLink): string | undefined => (link.kind === "command" ? "F7" : undefined);
  expect(sectionsWith(small, ["F7"], shown).map(({ id }) => id)).toEqual(["early"]);
  expect(sectionsWith(small, ["Ctrl"], shown)).toEqual([]);
});

test("tells where the words stand", () => {
  expect(stretchesOf("Öl und Oel, ÖL", ["ol"])).toEqual([
    { start: 0, end: 2 },
    { start: 12, end: 14 },
  ]);
  expect(stretchesOf("usually all allowed", ["all"]).map(({ start }) => start)).toEqual([8, 12]);
});
