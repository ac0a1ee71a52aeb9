import { describe, expect, it } from "vitest";
import {
  addRemark,
  editRemark,
  removeRemark,
  reopenThread,
  resolveThread,
} from "../../../shared/commands/index.ts";
import { applyChange, type Change } from "../../../shared/model/change.ts";
import { records } from "../../../shared/model/table.ts";
import { annotatorId, markedArticle } from "../../helpers/marked-article.ts";
import { changeOf } from "../../helpers/outcome.ts";

describe("talking", () => {
  const article = markedArticle("{o:speaker|Orban} said {c:claim|it was over}.");
  const on = { what: "span", id: "c", quote: "it was over" } as const;
  const said = { after: null, on, text: " Is that **all**? ", mentions: ["ben", "ada", "ben"] };
  const first = changeOf(addRemark.run(article.context, { ...said, thread: null }));
  const contextAfter = (change: Change) => ({
    ...article.context,
    annotations: applyChange(article.context.annotations, change),
  });
  const onlyRemark = (change: Change) =>
    [...records(applyChange(article.context.annotations, change).set.remarks)][0];

  it("begins a thread that is named after its first remark", () => {
    const [remark] = first.remarks?.added ?? [];
    expect(remark).toEqual({
      id: "na",
      thread: "na",
      on,
      kind: "remark",
      text: "Is that **all**?",
      mentions: ["ada", "ben"],
      provenance: { annotator: annotatorId, at: remark?.provenance.at, origin: { by: "human" } },
    });
  });

  it("answers, resolves and reopens a thread that need not be in the set", () => {
    const thread = { ...said, thread: "elsewhere", after: "last", text: "" };
    const kinds = [resolveThread, reopenThread].map(
      (command) => changeOf(command.run(article.context, thread)).remarks?.added[0],
    );
    expect(kinds.map((remark) => [remark?.kind, remark?.thread, remark?.after, remark?.text])).toEqual([
      ["resolve", "elsewhere", "last", ""],
      ["reopen", "elsewhere", "last", ""],
    ]);
    const answer = changeOf(addRemark.run(article.context, { ...thread, text: "Yes." }));
    expect(answer.remarks?.added.map(({ thread: of }) => of)).toEqual(["elsewhere"]);
  });

  it("changes and takes back what one said oneself", () => {
    const context = contextAfter(first);
    const edit = changeOf(editRemark.run(context, { remark: "na", text: "Is it?", mentions: [] }));
    const edited = [...records(applyChange(context.annotations, edit).set.remarks)][0];
    expect(edited).toEqual({
      ...onlyRemark(first),
      text: "Is it?",
      mentions: [],
      provenance: { ...onlyRemark(first)?.provenance, editedAt: edited?.provenance.editedAt },
    });
    expect(edited?.provenance.editedAt).toBeDefined();
    const back = changeOf(removeRemark.run(context, { remark: "na" }));
    expect(applyChange(context.annotations, back).set.remarks.size).toBe(0);
  });

  it("refuses to say nothing, to say too much, and to change what is not there", () => {
    const refused = (refusal: string) => ({ refusal });
    const add = (text: string) => addRemark.run(article.context, { ...said, thread: null, text });
    expect(add(" \n")).toEqual(refused("remark-empty"));
    expect(add("x".repeat(100_001))).toEqual(refused("note-too-long"));
    const none = { remark: "gone", text: "x", mentions: [] };
    expect(editRemark.run(article.context, none)).toEqual(refused("remark-missing"));
    expect(removeRemark.run(article.context, none)).toEqual(refused("remark-missing"));
    expect(editRemark.run(contextAfter(first), { ...none, remark: "na", text: " " })).toEqual(
      refused("remark-empty"),
    );
  });
});
