// Articles that were imported from a file, and annotations that are imported from it afterwards: they belong together, whatever the
// import did to the white space of the text.
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Workplace, workplace } from "../../helpers/command-line.ts";
import { runs } from "../../helpers/tier.ts";

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

const words = ["Mara Quell", "said", "that", "the bridge", "would open,", "“perhaps”,", "😀", "Öl", "said"];
const sentence = fc.shuffledSubarray(words, { minLength: 5 });
const space = fc.constantFrom(" ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\n\n\n", "  ");
const article = fc.record({
  publisher: fc.constantFrom("", "", "The Evening Ledger"),
  text: fc
    .array(fc.tuple(sentence, space), { minLength: 1, maxLength: 3 })
    .map((all) => all.map(([one, end]) => one.join(" ") + end).join("")),
});

interface Exported {
  readonly articles: readonly {
    readonly title: string;
    readonly text: string;
    readonly sets: readonly {
      readonly spans: readonly { readonly segments: readonly { start: number; end: number }[] }[];
    }[];
  }[];
}

async function exported(project: string): Promise<Exported["articles"]> {
  const out = place.at("out.json");
  await place.sayso("export", project, "--format", "json", "--out", out, "--force");
  return (JSON.parse(await readFile(out, "utf8")) as Exported).articles;
}

it("puts the marks of a file into the articles that were imported from it, on their words", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 3 }), async (all) => {
      run += 1;
      const project = place.at(`project-${run}`);
      const lines = all.map(({ publisher, text }, at) => {
        const whole = `Report number ${at} of the day. ${text}`;
        const marked = (quote: string): [number, number][] => {
          const start = whole.indexOf(quote);
          return start < 0 ? [] : [[start, start + quote.length]];
        };
        const [source, cue] = [marked("Mara Quell"), marked("said")];
        return {
          ...{ id: `a${at}`, text: whole, ...(publisher && { publisher }) },
          attributions: [{ source, cue, content: marked("of the day.") }],
        };
      });
      const file = await place.file(`${run}.jsonl`, lines.map((line) => JSON.stringify(line)).join("\n"));
      await place.sayso("import", project, file, "--create", "--as", "Ana Sol");
      const { status, err } = await place.sayso(
        ...["import-annotations", project, file, "--from", "attribution-lines", "--as", "Bo"],
      );
      expect([status, err]).toEqual([0, ""]);
      const articles = await exported(project);
      expect(articles.length).toBe(lines.length);
      const marks = articles.flatMap(({ text, sets }) =>
        sets.flatMap(({ spans }) =>
          spans.map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end)).join(" … ")),
        ),
      );
      const wanted = lines.flatMap(({ text, attributions }) =>
        attributions.flatMap(({ source, cue, content }) =>
          [...source, ...cue, ...content].map(([start, end]) => text.slice(start, end)),
        ),
      );
      expect(marks.sort()).toEqual(wanted.sort());
    }),
    { numRuns: runs(20) },
  );
});

it("says that an article comes in beside another of its title", async () => {
  const talks = await place.file("one/talks.txt", "The talks of the day\n\nAnna said so.\n");
  const project = place.at("project");
  await place.sayso("import", project, talks, "--create", "--as", "Ana Sol");
  const others = await place.file("two/talks.txt", "The talks of the day\n\nBo denied everything else.\n");
  const imported = await place.sayso("import", project, others);
  expect(imported.out).toContain("Another article here has the same title and a different text");
  await place.file("The talks of the day.txt", "Something else, which only Cy said.\n");
  const ann = await place.file("The talks of the day.ann", "T1\tspeaker 27 29\tCy\n");
  const brought = await place.sayso("import-annotations", project, ann, "--from", "brat");
  expect(brought.out).toContain(
    "The project has an article with the title “The talks of the day” and a different text.",
  );
  expect(await exported(project)).toHaveLength(3);
});
