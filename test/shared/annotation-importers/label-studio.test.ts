// The text of HTML in lines, and in it every stretch that another program counts over the text nodes.
import fc from "fast-check";
import { expect, it } from "vitest";
import { textOfHtml } from "../../../shared/annotation-importers/label-studio.ts";
import { runs } from "../../helpers/tier.ts";
import { said, takenFrom } from "./reading.ts";

type Node = string | { readonly tag: string; readonly children: readonly Node[] };

const words = fc.constantFrom("Venn ", "said", " 😊 ", "it", "\n  ", "& so", "<odd>");
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    words,
    fc.record({
      tag: fc.constantFrom("p", "div", "b", "span", "br", "script"),
      children: fc.array(tie("node"), { maxLength: 4 }),
    }),
  ),
}));

/** As a browser has it: a paragraph holds no other block, a line end nothing, and a script only text. */
function written(
  one: Node,
  isInline: boolean,
): { html: string; nodes: readonly { text: string; seen: boolean }[] } {
  if (typeof one === "string")
    return {
      html: one.replace(/&/gu, "&amp;").replace(/</gu, "&lt;"),
      nodes: [{ text: one, seen: true }],
    };
  const { tag, children } = one;
  if (tag === "br") return { html: "<br>", nodes: [{ text: "\n", seen: true }] };
  if (tag === "script") return { html: "<script>1;</script>", nodes: [{ text: "1;", seen: false }] };
  const name = isInline && (tag === "p" || tag === "div") ? "i" : tag;
  const inside = children.map((child) => written(child, isInline || name !== "div"));
  return {
    html: `<${name}>${inside.map(({ html }) => html).join("")}</${name}>`,
    nodes: inside.flatMap(({ nodes }) => nodes),
  };
}

it("finds each text node where it is counted, whatever blocks, line ends and scripts stand between", () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (all) => {
      const { html, nodes } = written({ tag: "div", children: all }, false);
      const { text, range } = textOfHtml(html);
      let counted = 0;
      for (const { text: own, seen } of nodes) {
        const found = range(counted, counted + own.length);
        expect(found && text.slice(found.start, found.end)).toBe(seen ? own : "");
        counted += own.length;
      }
      expect(range(0, counted + 1)).toBeNull();
      const whole = nodes.map((one) => (one.seen ? one.text : "")).join("");
      expect(text.replace(/\n/gu, "")).toBe(whole.replace(/\n/gu, ""));
    }),
    { numRuns: runs(200) },
  );
});

it("places the regions of Label Studio on the text of its HTML", () => {
  const html = "<div><p>Venn &amp; <b>Co</b></p><p>said<br>no.</p><script>x()</script></div>";
  const region = (id: string, label: string, start: number, end: number, text: string) => ({
    ...{ id, type: "hypertextlabels", from_name: "label", to_name: "text" },
    value: {
      ...{ start: "/div[1]/p[1]/text()[1]", end: "/div[1]/p[2]/text()[1]", startOffset: 0, endOffset: 1 },
      ...{ text, hypertextlabels: [label], globalOffsets: { start, end } },
    },
  });
  const task = {
    data: { text: html },
    annotations: [
      {
        result: [
          region("1", "speaker", 0, 9, "Venn & Co"),
          region("2", "claim", 7, 17, "Co\n\nsaid\nno."),
          region("3", "cue", 9, 13, "other"),
        ],
      },
    ],
  };
  const { documents, rejected } = takenFrom("label-studio", { "tasks.json": [task] });
  expect(documents.map(({ text }) => text)).toEqual(["Venn & Co\nsaid\nno.\n"]);
  expect(documents.map(said)).toEqual([["speaker: Venn & Co", "claim: Co\nsaid\nno."]]);
  expect(rejected).toHaveLength(1);
});
