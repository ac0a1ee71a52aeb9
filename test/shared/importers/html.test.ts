// Web pages as they are saved: the article is found in its furniture, with what the page says of it, and nothing of the page
// runs or is kept that is no article.

import { describe, expect, it } from "vitest";
import { htmlImporter } from "../../../shared/importers/html.ts";
import { articleBlocks, leftOut } from "../../../shared/importers/html-body.ts";
import { htmlTree } from "../../../shared/importers/html-tree.ts";
import type { ReadingChoices } from "../../../shared/importers/importer.ts";
import { fc, test as property } from "./random-html.ts";

const read = (html: string | Uint8Array) =>
  htmlImporter.read({
    bytes: typeof html === "string" ? Buffer.from(html, "utf8") : html,
    fileName: "page.html",
  });

/** The text, and each recognised part of it as words. */
function found(html: string | Uint8Array) {
  const result = read(html);
  if (!result.ok) return result;
  const { text, title, metadata } = result;
  return { text, title, metadata: metadata.map(({ field, start, end }) => [field, text.slice(start, end)]) };
}

const paragraphs = [
  "The harbour bridge will close for at least a year from January, the mayor said on Tuesday.",
  "“We cannot wait for the spring,” Ana Ruiz told reporters, “people cross it every day.”",
  "The council’s engineer said the cables were made for forty years and had lasted sixty.",
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");

describe("a saved page", () => {
  it("gives its article with what JSON-LD says of it, and leaves the furniture out", () => {
    const page = `<!doctype html><html><head><title>Bridge to close | The Ellery Courier</title>
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":["NewsArticle"],"headline":"Harbour bridge to close for a year","datePublished":"2025-10-14T08:00:00+02:00",
         "author":[{"@type":"Person","name":"Lena Marsh"},{"name":"Tomas Okafor"}],"publisher":{"name":"The Ellery Courier"}}]}</script>
      <style>p { color: red }</style></head>
      <body><nav><ul><li>Home</li><li>Sport</li></ul></nav><div class="cookie-consent"><p>We and our 947 partners store cookies on your device, always.</p></div>
      <main><article><h1>Harbour bridge to close for a year</h1><p class="byline">By Lena Marsh</p>
      <figure><img src="https://evil.example/x.png" onerror="alert(1)"><figcaption>The bridge on Monday.</figcaption></figure>
      ${body}<aside><p>Related: ten bridges that fell, and what was said of them afterwards.</p></aside>
      <h2>What comes next</h2><ul><li>A ferry from March</li><li>A toll</li></ul><blockquote><p>We will pay.</p></blockquote>
      <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2026</td><td>4&nbsp;million</td></tr></table>
      <script>document.write("stolen")</script></article></main>
      <footer><p>All rights reserved by the Courier, who owns all of it for ever and ever.</p></footer></body></html>`;
    expect(found(page)).toEqual({
      title: "Harbour bridge to close for a year",
      text: [
        "Harbour bridge to close for a year",
        "By Lena Marsh, Tomas Okafor",
        "The Ellery Courier",
        "2025-10-14",
        "The bridge on Monday.",
        ...paragraphs,
        "What comes next",
        "A ferry from March",
        "A toll",
        "We will pay.",
        "Year\tCost",
        "2026\t4\u00a0million\n",
      ].join("\n\n"),
      metadata: [
        ["title", "Harbour bridge to close for a year"],
        ["byline", "By Lena Marsh, Tomas Okafor"],
        ["publisher", "The Ellery Courier"],
        ["date", "2025-10-14"],
        ["caption", "The bridge on Monday."],
      ],
    });
  });

  it("goes by Open Graph, then by what stands on the page", () => {
    const head = `<meta property="og:title" content="Toll &amp; trouble"><meta property="og:site_name" content="Courier">
      <meta name="author" content="By Lena Marsh"><meta property="article:published_time" content="2025-10-14">`;
    expect(found(`<head>${head}</head><body>${body}</body>`)).toMatchObject({
      title: "Toll & trouble",
      metadata: [
        ["title", "Toll & trouble"],
        ["byline", "By Lena Marsh"],
        ["publisher", "Courier"],
        ["date", "2025-10-14"],
      ],
    });
    expect(found(`<h1>A <em>toll</em></h1>${body}`)).toMatchObject({ title: "A toll" });
  });

  it.each([
    ["broken JSON-LD", '<script type="application/ld+json">{"@type": "NewsArticle", </script>'],
    [
      "JSON-LD of another thing",
      '<script type="application/ld+json">[{"@type":"Recipe","headline":"Soup"}, 7, null]</script>',
    ],
    ["an author that is an address", '<meta name="author" content="https://example.invalid/lena">'],
  ])("is not misled by %s", (_name, head) => {
    expect(found(`<head>${head}</head><h1>Bridge</h1>${body}`)).toMatchObject({
      title: "Bridge",
      metadata: [["title", "Bridge"]],
    });
  });

  it("breaks lines where the page does, and keeps blanks as the page shows them", () => {
    const result = found(
      `<p>${"word ".repeat(8)}<br>next   line\n of it</p><pre>  a\n    b</pre><div>loose <b>words</b> in a div</div>`,
    );
    expect(result).toMatchObject({
      text: `${"word ".repeat(8).trim()}\nnext line of it\n\n  a\n    b\n\nloose words in a div\n`,
    });
  });

  it.each<[string, Uint8Array, string]>([
    [
      "windows-1252 unsaid",
      Buffer.from("<p>\x93Caf\xe9 bombed\x94, he said to everybody.</p>", "latin1"),
      "“Café bombed”, he said to everybody.\n",
    ],
    [
      "windows-1251 said by the page",
      Buffer.concat([
        Buffer.from('<meta charset="windows-1251"><p>'),
        Buffer.from([0xcf, 0xf3, 0xf2, 0xe8, 0xed]),
        Buffer.from("</p>"),
      ]),
      "Путин\n",
    ],
    ["UTF-16 with its mark", Buffer.from("\ufeff<p>Žluťoučký kůň</p>", "utf16le"), "Žluťoučký kůň\n"],
    ["UTF-8 that says nothing", Buffer.from("<p>Žluťoučký kůň</p>"), "Žluťoučký kůň\n"],
    ["an encoding nobody knows", Buffer.from('<meta charset="evil-7"><p>Plain words</p>'), "Plain words\n"],
  ])("is decoded: %s", (_name, bytes, text) => {
    expect(found(bytes)).toMatchObject({ text });
  });

  it.each([
    ["nothing but scripts", "<script>alert(1)</script><style>p{}</style>", "text-empty"],
    ["nothing", "", "file-empty"],
    ["a picture", "\u0089PNG", null],
  ])("of %s is refused or read, never thrown at", (_name, html, problem) => {
    const result = read(html);
    if (problem === null) expect(result.ok).toBe(true);
    else expect(result).toMatchObject({ ok: false, problem });
  });
});

property("whatever the page is, ranges lie in the text and no markup of scripts is left", () => {
  fc.assert(
    fc.property(fc.html, (html) => {
      const result = read(html);
      if (!result.ok) return;
      for (const { start, end } of result.metadata) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(result.text.length);
      }
      expect(result.text).not.toContain("SECRET");
    }),
  );
});

describe("what was left out of a page", () => {
  const page = `<html><body><nav>Home · News</nav><div class="cookie-banner">We use cookies.</div>
<div id="main"><article><h1>Bridge closes</h1>${body}
<figure><img src="x.jpg"><figcaption>The bridge on Monday.<span class="credit">Ana Ruiz</span></figcaption></figure>
<p style="display:none">Hidden words.</p><div class="ad">Buy this</div></article></div>
<div><p>Beside it.</p></div><script>alert(1)</script></body></html>`;
  const tree = htmlTree(page);
  const texts = (choices: ReadingChoices) => articleBlocks(tree, choices).map(({ text }) => text);

  it("is told with what it is, in the order of the page", () => {
    expect(leftOut(tree)).toEqual([
      { kind: "navigation", text: "Home · News" },
      { kind: "cookies", text: "We use cookies." },
      { kind: "hidden", text: "Hidden words." },
      { kind: "advertisement", text: "Buy this" },
      { kind: "outside", text: "Beside it." },
    ]);
  });

  it("is had back by its number, in its place, and nothing else with it", () => {
    const plain = texts({});
    expect(plain).not.toContain("Hidden words.");
    expect(texts({ keep: [2] })).toEqual([...plain, "Hidden words."]);
    expect(texts({ keep: [0, 4] })).toEqual(["Home · News", ...plain, "Beside it."]);
    expect(texts({ keep: [99] })).toEqual(plain);
  });

  it("is all there when everything is kept, but for what is never shown", () => {
    const all = texts({ keep: "everything" }).join("\n");
    for (const { text } of leftOut(tree)) expect(all).toContain(text);
    expect(all).not.toContain("alert");
  });

  it("takes nothing away, whatever the page is and whatever is kept", () => {
    fc.assert(
      fc.property(fc.html, (html) => {
        const tree = htmlTree(html);
        const letters = (choices: ReadingChoices): string =>
          articleBlocks(tree, choices)
            .map(({ text }) => text.replace(/\s/gu, ""))
            .join("");
        const all = letters({ keep: leftOut(tree).map((_, number) => number) });
        let at = 0;
        for (const letter of letters({})) {
          at = all.indexOf(letter, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("does not count the credit of a picture, which is told apart from its caption", () => {
    const result = htmlImporter.read({ bytes: Buffer.from(page), fileName: "p.html" });
    if (!result.ok) throw new Error(result.problem);
    const words = result.metadata.map(({ field, start, end }) => [field, result.text.slice(start, end)]);
    expect(words).toContainEqual(["caption", "The bridge on Monday."]);
    expect(words).toContainEqual(["credit", "Ana Ruiz"]);
  });
});
