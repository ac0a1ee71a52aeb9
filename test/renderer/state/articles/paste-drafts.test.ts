// What is pasted into the dialog that imports: nothing of it is lost, whatever is pasted and closed, and what is confirmed of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Copied,
  confirmedAbout,
  emptyDraft,
  guessedAbout,
  isPasteable,
  type PasteDraft,
  pastedWords,
  whenClosed,
  withCopied,
  withDraft,
} from "../../../../renderer/state/articles/paste-drafts.ts";

const copied = (text: string, html = ""): Copied => ({ text, html });
const article = [
  "date 2025-10-14 Mayor Ana Hart walks over the bridge on Monday. (Ines Vidal/For the Vale Post)",
  "",
  "By Ana Ruiz and Tom Ley Vale Post",
  "",
  "The town said Tuesday that the bridge would close for repairs in March, to the surprise of its neighbours in the valley.",
].join("\n");

test("what is pasted beside the field goes to the end of what stands in the open dialog, else it is a draft of its own", () => {
  const first = withCopied([], copied("One."), true);
  expect(first).toEqual([{ ...emptyDraft, text: "One." }]);
  expect(withCopied(first, copied("Two."), true)).toEqual([{ ...emptyDraft, text: "One.\n\nTwo." }]);
  expect(withCopied(first, copied("Two."), false).map(({ text }) => text)).toEqual(["One.", "Two."]);
  const formed = withCopied([], copied("One.", "<p>One.</p>"), true);
  expect(formed.map(pastedWords)).toEqual(["<p>One.</p>"]);
  expect(withCopied(formed, copied("Two.", "<p>Two.</p>"), true).map(pastedWords)).toEqual([
    "<p>One.</p>\n<p>Two.</p>",
  ]);
  expect(withCopied(formed, copied("Two."), true).map(pastedWords)).toEqual(["One.\n\nTwo."]);
});

test("whatever is pasted, typed, closed and imported, all other texts are kept", () => {
  const act = fc.oneof(
    fc.record({ paste: fc.constantFrom("a", "b", "c"), isOpen: fc.boolean(), hasForm: fc.boolean() }),
    fc.constantFrom("close" as const, "import" as const),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let drafts: readonly PasteDraft[] = [];
      const pasted: string[] = [];
      const imported: string[] = [];
      for (const [at, one] of acts.entries()) {
        if (one === "close") drafts = whenClosed(drafts);
        else if (one === "import") {
          const last = drafts.at(-1);
          if (!last || !isPasteable(last)) continue;
          imported.push(pastedWords(last));
          drafts = whenClosed(drafts, last);
        } else {
          const text = `${one.paste}${at}.`;
          pasted.push(text);
          drafts = withCopied(drafts, copied(text, one.hasForm ? `<p>${text}</p>` : ""), one.isOpen);
        }
      }
      const all = [...imported, ...drafts.map(pastedWords)].join("\n");
      expect(pasted.filter((text) => !all.includes(text))).toEqual([]);
    }),
  );
});

test("a draft that was closed over says so, and an empty one is none", () => {
  const typed = withDraft([emptyDraft], { ...emptyDraft, text: "Typed." });
  expect(whenClosed(typed)).toEqual([{ ...emptyDraft, text: "Typed.", isKept: true }]);
  expect(whenClosed([{ ...emptyDraft, text: " \n" }])).toEqual([]);
});

test("the title is not the date or the caption, and the authors are a name a line", () => {
  expect(guessedAbout(article)).toEqual({
    title: "The town said Tuesday that the bridge would close for…",
    isTitled: false,
    authors: ["Ana Ruiz", "Tom Ley"],
  });
  expect(guessedAbout(`Bridge to close for a year\n\n${article}`)).toMatchObject({
    title: "Bridge to close for a year",
    isTitled: true,
  });
});

test("what was typed is confirmed, and of what comes with its form no title that is only first words", () => {
  const draft = { ...emptyDraft, text: article };
  expect(confirmedAbout(draft)).toEqual({ title: guessedAbout(article).title, author: null });
  expect(confirmedAbout({ ...draft, title: " The bridge ", authors: "Ana Ruiz\n\nTom Ley " })).toEqual({
    title: "The bridge",
    author: ["Ana Ruiz", "Tom Ley"],
  });
  expect(confirmedAbout({ ...draft, title: " " })).toEqual({ title: null, author: null });
  const formed = { ...draft, form: "<h1>Bridge</h1>", keepsForm: true };
  expect(confirmedAbout(formed)).toEqual({ title: null, author: ["Ana Ruiz", "Tom Ley"] });
});
