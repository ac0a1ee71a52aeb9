import { describe, expect, test } from "vitest";
import {
  articlesOfStep,
  historyRows,
  rangeOfStep,
  sentenceOfStep,
  wordsOfStep,
} from "../../../../renderer/panels/history/history-pane.tsx";
import { historyOf } from "../../../../renderer/state/history/history.ts";
import type { Session } from "../../../../renderer/state/session/session.ts";
import { stepMessage } from "../../../../shared/api/reply-words.ts";
import { added, type Change, removed, updated } from "../../../../shared/model/change.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { Orphan } from "../../../../shared/model/orphan.ts";
import type { Rejection } from "../../../../shared/model/rejection.ts";
import type { Step } from "../../../../shared/model/step.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { message } from "../../../../shared/words/message.ts";
import { createWords } from "../../../../shared/words/say.ts";
import { commands } from "../../../helpers/every-command.ts";
import { emptyCard, entity, markedArticle } from "../../../helpers/marked-article.ts";

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  command: "tag-selection",
  at: `2026-01-01T00:00:0${id}Z`,
  parts: [],
  ...more,
});

describe("the words of a step", () => {
  test("are there for every command", () => {
    const unnamed = commands.filter(({ id }) => stepMessage({ command: id }).key === "history.did-change");
    expect(unnamed.map(({ id }) => id)).toEqual([]);
    expect(stepMessage({ command: "of-a-later-version" }).key).toBe("history.did-change");
  });

  test("name the words of the article, else the entities", () => {
    const { span } = markedArticle("{a:speaker|Ana\n Ruiz} said.");
    const ana = entity("e", "Ana Ruiz");
    const parts = (change: Change) => [{ article: "x", change }];
    const renamed = updated(ana, { ...ana, name: "Ana R." });
    expect(
      wordsOfStep(step("1", { parts: parts({ spans: added(span("a")), entities: added(ana) }) }), []),
    ).toBe("Ana Ruiz");
    expect(wordsOfStep(step("1", { parts: parts({ entities: renamed }) }), [])).toBe("Ana R.");
    expect(wordsOfStep(step("1", { entities: renamed }), [])).toBe("Ana R.");
    expect(wordsOfStep(step("1"), [])).toBe("");
    const one = { article: "a", annotator: "n2", at: "", by: "n1" };
    const people = [
      { id: "n1", name: "Ana" },
      { id: "n2", name: "Ben" },
    ];
    const assigned = step("1", { assignments: { added: [one], removed: [] } });
    expect(wordsOfStep(assigned, people)).toBe("Ben");
    expect([...articlesOfStep(assigned)]).toEqual(["a"]);
  });

  test("are one sentence where somebody was linked or entered", () => {
    const { span } = markedArticle("{a:speaker|He} said.");
    const ana = entity("e", "Ana Ruiz");
    const linked = updated(span("a"), { ...span("a"), entity: "e" });
    const values = { words: "He", name: "Ana Ruiz" };
    const names = { tagset: newsAttribution };
    const linking = step("1", {
      command: "link-entity",
      parts: [{ article: "x", change: { spans: linked } }],
    });
    expect(sentenceOfStep(linking, { ...names, entities: tableOf([ana]) })).toEqual(
      message("history.linked-to", values),
    );
    expect(sentenceOfStep(linking, { ...names, entities: tableOf<Entity>() })).toBe(null);
    // What was taken back is in the registry no more.
    const change = { spans: linked, entities: added(ana) };
    const making = step("1", { command: "create-entity", parts: [{ article: "x", change }] });
    expect(sentenceOfStep(making, { ...names, entities: tableOf<Entity>() })).toEqual(
      message("history.added-for", values),
    );
    expect(sentenceOfStep(step("1"), { ...names, entities: tableOf<Entity>() })).toBe(null);
  });

  test("name the field of a card and its value", () => {
    const { card } = markedArticle("{a:claim|Rain} fell.", { cards: { c: { claim: "a" } } });
    const setting = (id: string, value: string | boolean | null, was = card("c")) => {
      const change = { attributions: updated(was, { ...was, fields: { ...was.fields, [id]: value } }) };
      return step("1", { command: "set-field", parts: [{ article: "x", change }] });
    };
    const names = { tagset: newsAttribution, entities: tableOf<Entity>() };
    const says = (id: string, value: string | boolean | null, was = card("c")) => {
      const sentence = sentenceOfStep(setting(id, value, was), names);
      return sentence && createWords({ language: "en", tag: "en-GB" }).tell(sentence);
    };
    expect(says("channel", "interview")).toBe("Channel: interview");
    const interview = { ...card("c"), fields: { ...card("c").fields, channel: "interview" } };
    expect(says("channel", null, interview)).toBe("Cleared Channel");
    expect(says("hedged", true)).toBe("Hedged: yes");
    expect(sentenceOfStep(setting("of-another-tagset", true), names)).toBe(null);
  });

  test("count what was done at once, and name the words where it was one", () => {
    const { span } = markedArticle("{a:claim|Rain}{b:claim|fell}{c:claim|hard}.");
    const segment = { start: 9, end: 13, quote: "said", prefix: "ill rain,” Ana ", suffix: " Tuesday aft" };
    const rejection = (id: string): Rejection => ({
      ...{ id, segment, pattern: null },
      provenance: emptyCard("c").provenance,
    });
    const says = (command: string, parts: readonly Change[]) => {
      const many = step("1", { command, parts: parts.map((change) => ({ article: "x", change })) });
      const sentence = sentenceOfStep(many, { tagset: newsAttribution, entities: tableOf<Entity>() });
      return sentence && createWords({ language: "en", tag: "en-GB" }).tell(sentence);
    };
    const cards = added(emptyCard("c"), emptyCard("d"));
    const accepted = { spans: added(span("a"), span("b"), span("c")), attributions: cards };
    expect(says("accept-suggestions", [accepted])).toBe("Accepted 2 suggestions");
    expect(says("accept-suggestions", [{ attributions: added(emptyCard("c")) }])).toBe(null);
    expect(says("reject-suggestions", [{ rejections: added(rejection("r"), rejection("s")) }])).toBe(
      "Rejected 2 suggestions",
    );
    expect(says("tag-all", [{ spans: added(span("a")) }, { spans: added(span("b")) }])).toBe(
      "Tagged 2 places that were found",
    );
    const change = { rejections: added(rejection("r")) };
    expect(wordsOfStep(step("1", { parts: [{ article: "x", change }] }), [])).toBe(
      "…rain,” Ana said Tuesday…",
    );
  });

  test("name the flag that was set or removed", () => {
    const { card } = markedArticle("{a:claim|Rain} fell.", { cards: { c: { claim: "a" } } });
    const [flag] = newsAttribution.flags;
    const [without, withFlag] = [card("c"), { ...card("c"), flags: [flag?.id ?? ""] }];
    const says = (from: typeof without, to: typeof without) => {
      const change = { attributions: updated(from, to) };
      const toggled = step("1", { command: "toggle-flag", parts: [{ article: "x", change }] });
      const sentence = sentenceOfStep(toggled, { tagset: newsAttribution, entities: tableOf<Entity>() });
      return sentence && createWords({ language: "en", tag: "en-GB" }).tell(sentence);
    };
    expect(says(without, withFlag)).toBe("Discuss: yes");
    expect(says(withFlag, without)).toBe("Discuss: no");
    expect(says(without, without)).toBe(null);
  });

  test("name what waits for its place, and where a text became another", () => {
    const { span } = markedArticle("{a:speaker|Ana Ruiz} said.");
    const waiting: Orphan = {
      id: "a",
      was: { kind: "span", record: span("a") },
      textHash: "",
      why: "gone",
      uses: [],
      near: 0,
      proposals: [],
    };
    const change = { orphans: updated(waiting, { ...waiting, aside: true }) };
    expect(wordsOfStep(step("1", { parts: [{ article: "x", change }] }), [])).toBe("Ana Ruiz");
    expect([...articlesOfStep(step("1", { revised: { article: "x", revision: "r" } }))]).toEqual(["x"]);
  });
});

test("where a step was is known as far as its words are there, those of a card too", () => {
  const { annotations, text, span } = markedArticle("{a:speaker|Ana Ruiz} said it.");
  const session = {
    article: { id: "x" },
    text,
    annotations: () => annotations,
  } as unknown as Session;
  const [segment] = span("a").segments;
  const place = (article: string, change: Change) =>
    rangeOfStep(step("1", { parts: [{ article, change }] }), session);
  expect(place("x", { spans: removed(span("a")) })).toEqual(segment);
  expect(place("other", { spans: removed(span("a")) })).toBeNull();
  const moved = {
    ...span("a"),
    segments: [{ start: 1, end: 4, quote: "Ana", prefix: "", suffix: "" }] as const,
  };
  expect(place("x", { spans: added(moved) })).toBeNull();
  expect(place("x", { attributions: added({ ...emptyCard("c"), voice: ["a"] }) })).toEqual(segment);
});

test("the rows are newest first, those taken back on top, and end with the beginning", () => {
  const history = historyOf([step("1"), step("2"), step("3"), step("4", { undoes: "3" })]);
  expect(historyRows(history).map(({ id, state }) => `${id} ${state}`)).toEqual([
    "3 undone",
    "2 now",
    "1 done",
    "start done",
  ]);
  const overtaken = historyOf([step("1"), step("2"), step("4", { undoes: "2" }), step("5")]);
  expect(historyRows(overtaken).map(({ id, state }) => `${id} ${state}`)).toEqual([
    "5 now",
    "2 branch",
    "1 done",
    "start done",
  ]);
  expect(historyRows(historyOf([])).map(({ state }) => state)).toEqual(["now"]);
});
