import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../shared/commands/command.ts";
import { isEmptyChange, misfits } from "../../../shared/model/change.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { has } from "../../../shared/model/table.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { callers, chooseBy } from "../../helpers/command-callers.ts";
import { commands } from "../../helpers/every-command.ts";
import { contextFor, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, step, work } from "../../helpers/random-commands.ts";
import { runs } from "../../helpers/tier.ts";

describe("the registry of commands", () => {
  it("has no id twice", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it("is known to the random work of these tests, every entry of it", () => {
    expect(Object.keys(callers).sort()).toEqual(commands.map(({ id }) => id).sort());
  });
});

/** Commands that need nothing but the article itself: threads may lie in colleagues’ sets alone. */
const aboutTheArticle: ReadonlySet<string> = new Set([
  "set-progress",
  "add-remark",
  "resolve-thread",
  "reopen-thread",
]);

describe.each(commands.map((command) => [command.id, command] as const))("%s", (id, command) => {
  it("has a kebab-case id and words for what it did", () => {
    expect(command.id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(isKey(`history.did-${command.id}`), command.id).toBe(true);
  });

  it("refuses what is not there, and never throws", () => {
    const { text, annotations } = markedArticle("");
    fc.assert(
      fc.property(step, ({ numbers }) => {
        const outcome = callers[id]?.(contextFor(text, annotations), chooseBy(numbers));
        if (!aboutTheArticle.has(id)) expect(outcome).toHaveProperty("refusal");
      }),
    );
  });

  it("gives the same outcome for the same call, and a change that fits and does something", () => {
    fc.assert(
      fc.property(work, step, (of, { numbers }) => {
        const { text, start, done } = carriedOut(of);
        const before = done.at(-1)?.after ?? start;
        const call = (): Outcome | undefined => callers[id]?.(contextFor(text, before), chooseBy(numbers));
        const outcome = call();
        expect(call()).toEqual(outcome);
        if (!outcome || "refusal" in outcome) return;
        expect(isEmptyChange(outcome.change)).toBe(false);
        expect(misfits(before, outcome.change)).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe("every command", () => {
  it("stamps what it changed, and only that", () => {
    fc.assert(
      fc.property(work, (of) => {
        for (const { command, change } of carriedOut(of).done) {
          for (const records of [change.spans, change.attributions]) {
            for (const { from, to } of records?.updated ?? []) {
              // Coming to lie within a card that is accepted later is no edit.
              if (
                command === "accept-suggestions" &&
                sameValue(to, { ...from, within: Reflect.get(to, "within") })
              )
                continue;
              expect([from.provenance.editedAt === to.provenance.editedAt, from.provenance.at]).toEqual([
                false,
                to.provenance.at,
              ]);
            }
            for (const record of records?.added ?? [])
              expect(record.provenance).not.toHaveProperty("editedAt");
          }
        }
      }),
    );
  });

  it("leaves in focus only what is there", () => {
    fc.assert(
      fc.property(work, step, (of, { command, numbers }) => {
        const { text, start, done } = carriedOut(of);
        const before = done.at(-1)?.after ?? start;
        const id = Object.keys(callers)[command % Object.keys(callers).length] ?? "";
        const choose = chooseBy(numbers);
        const focus = {
          span: choose.id(before.set.spans),
          card: choose.id(before.set.attributions),
        };
        const outcome = callers[id]?.({ ...contextFor(text, before), focus }, choose);
        if (!outcome || "refusal" in outcome) return;
        const added = (ids: readonly { readonly id: string }[] | undefined): string[] =>
          (ids ?? []).map((r) => r.id);
        const { span, card } = outcome.focus;
        const isThere = (id: string | null, table: Parameters<typeof has>[0], fresh: string[]): boolean =>
          id === null || has(table, id) || fresh.includes(id);
        expect(isThere(span, before.set.spans, added(outcome.change.spans?.added))).toBe(true);
        expect(isThere(card, before.set.attributions, added(outcome.change.attributions?.added))).toBe(true);
        expect(added(outcome.change.spans?.removed)).not.toContain(span);
        expect(added(outcome.change.attributions?.removed)).not.toContain(card);
      }),
      { numRuns: runs(300) },
    );
  });
});
