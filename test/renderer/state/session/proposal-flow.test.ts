// What is proposed beside a claim: from the frame after on, for as long as the claim is in focus, and only for what its card
// still lacks.
import { beforeEach, expect, test } from "vitest";
import type { Ghost } from "../../../../renderer/editor/ghosts.ts";
import { createProposalFlow } from "../../../../renderer/state/session/proposal-flow.ts";
import type { Focus } from "../../../../shared/commands/command.ts";
import { spanOrderOf } from "../../../../shared/model/reading-order.ts";
import { records } from "../../../../shared/model/table.ts";
import { noOwnWords } from "../../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../../shared/suggestions/suggest-cards.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { type MarkedOptions, markedArticle } from "../../../helpers/marked-article.ts";

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
});

const paint = (): void => {
  while (frames.length > 0) frames.shift()?.();
};

function flowOver(marked: string, options: MarkedOptions & { readonly readOnly?: boolean } = {}) {
  const article = markedArticle(marked, options);
  let focus: Focus = { span: "c", card: null };
  let tell = (): void => undefined;
  let ghosts: readonly Ghost[] = [];
  const flow = createProposalFlow(
    {
      text: article.text,
      tagset: newsAttribution,
      readOnly: options.readOnly ?? false,
      annotations: () => article.annotations,
      focus: () => focus,
      spanOrder: () => spanOrderOf(records(article.set.spans)),
      suggested: () => suggestCards(article.text.text, noOwnWords).cards,
      show: (proposed) => {
        ghosts = proposed;
      },
      subscribe: (listener) => {
        tell = listener;
      },
    },
    (run) => frames.push(run),
  );
  const read = (): string[] =>
    ghosts.map(({ slot, start, end }) => `${slot}: ${article.text.text.slice(start, end)}`);
  return {
    flow,
    read,
    moveFocus(span: string | null) {
      focus = { span, card: null };
      tell();
    },
  };
}

test("comes with the next frame, and not before", () => {
  const { flow, read } = flowOver("{c:claim|“We won,”} Ruiz said.");
  flow.propose("c");
  expect(read()).toEqual([]);
  paint();
  expect(read()).toEqual(["voice: Ruiz", "cue: said"]);
});

test("is there at once for who asks at once", () => {
  const { flow, read } = flowOver("{c:claim|“We won,”} Ruiz said.");
  flow.propose("c");
  expect(flow.current()?.proposals).toHaveLength(1);
  expect(read()).toEqual(["voice: Ruiz", "cue: said"]);
});

test("goes when the focus goes, and when it is dismissed", () => {
  const { flow, read, moveFocus } = flowOver("{c:claim|“We won,”} {o:speaker|Ruiz} said.");
  flow.propose("c");
  paint();
  moveFocus("o");
  expect(read()).toEqual([]);
  moveFocus("c");
  flow.propose("c");
  flow.dismiss();
  paint();
  expect(read()).toEqual([]);
});

test("offers only what the card lacks, and takes spans that are there", () => {
  const card = { cards: { k: { claim: "c", voice: ["o"] } } };
  const { flow, read } = flowOver("{c:claim|“We won,”} {o:speaker|Ruiz} {s:cue|said}.", card);
  flow.propose("c");
  expect(flow.current()?.proposals[0]).toMatchObject({ voice: null, cue: { span: "s" } });
  expect(read()).toEqual(["cue: said"]);
});

test("shows one candidate after the other, round and round, and keeps to it while only the registry changes", () => {
  const { flow, read, moveFocus } = flowOver(
    "{c:claim|“We won,”} Ruiz said. {v:speaker|Vale} only {a:cue|nodded}.",
  );
  flow.propose("c");
  paint();
  flow.next();
  expect(read()).toEqual(["voice: Vale", "cue: nodded"]);
  moveFocus("c");
  expect(read()).toEqual(["voice: Vale", "cue: nodded"]);
  flow.next();
  expect(read()).toEqual(["voice: Ruiz", "cue: said"]);
});

test("is nothing beside what is no claim, and nothing where nothing can be changed", () => {
  const { flow } = flowOver("{c:speaker|Ruiz} said.");
  flow.propose("c");
  expect(flow.current()).toBeNull();
  const reading = flowOver("{c:claim|“We won,”} Ruiz said.", { readOnly: true });
  reading.flow.propose("c");
  expect(reading.flow.current()).toBeNull();
});
