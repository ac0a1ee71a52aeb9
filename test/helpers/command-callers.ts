// How to call each command with arguments that mostly make sense and sometimes do not, chosen by numbers.
import type { AcceptedCard } from "../../shared/commands/accept-suggestions.ts";
import type { CommandContext, Outcome } from "../../shared/commands/command.ts";
import * as all from "../../shared/commands/index.ts";
import { spansOf } from "../../shared/model/attribution.ts";
import type { EntityAnswer } from "../../shared/model/entity-field.ts";
import type { Id } from "../../shared/model/id.ts";
import type { RemarkSubject } from "../../shared/model/remark.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get, records, type Table } from "../../shared/model/table.ts";
import { ageField, genderField } from "./entity-fields.ts";
import { annotatorId } from "./marked-article.ts";

/** Chooses by the next number of a step. */
export interface Choose {
  one<T>(items: readonly [T, ...T[]]): T;
  number(below: number): number;
  /** The id of a record, and now and then one that no record has. */
  id(table: Table<{ readonly id: Id }>): Id;
  range(text: string): { start: number; end: number };
}

type Caller = (context: CommandContext, choose: Choose) => Outcome;

const types = ["speaker", "cue", "claim", "source", "unheard-of"] as const;
const slots = ["voice", "cue", "claim", "via"] as const;

const withEntityFields = (context: CommandContext): CommandContext => ({
  ...context,
  tagset: { ...context.tagset, entityFields: [genderField, ageField] },
});

/** How to call each command, by its id. */
export const callers: Readonly<Record<string, Caller>> = {
  "tag-selection": (context, choose) =>
    all.tagSelection.run(context, {
      range: choose.range(context.text.text),
      type: choose.one(types),
      snap: choose.one([true, true, false]),
      card: choose.one([null, choose.id(context.annotations.set.attributions)]),
    }),
  "tag-all": (context, choose) =>
    all.tagAll.run(context, {
      ranges: [choose.range(context.text.text), choose.range(context.text.text)].slice(choose.number(3)),
      type: choose.one(types),
      entity: choose.one([null, entity(context, choose)]),
    }),
  "add-segment": (context, choose) =>
    all.addSegment.run(context, {
      span: span(context, choose),
      range: choose.range(context.text.text),
      snap: choose.one([true, false]),
    }),
  "remove-segment": (context, choose) =>
    all.removeSegment.run(context, { span: span(context, choose), segment: choose.number(3) }),
  "move-edge": (context, choose) =>
    all.moveEdge.run(context, {
      span: span(context, choose),
      segment: choose.number(2),
      edge: choose.one(["start", "end"]),
      to: choose.number(context.text.text.length + 2),
    }),
  "move-edge-by-unit": (context, choose) =>
    all.moveEdgeByUnit.run(context, {
      span: span(context, choose),
      segment: choose.number(2),
      edge: choose.one(["start", "end"]),
      direction: choose.one(["back", "forward"]),
      by: choose.one(["word", "character", "clause", "sentence"]),
    }),
  "join-segments": (context, choose) =>
    all.joinSegments.run(context, {
      span: span(context, choose),
      segment: choose.one([null, choose.number(3)]),
    }),
  "split-span": (context, choose) => {
    const id = span(context, choose);
    const held = get(context.annotations.set.spans, id);
    const at = held ? spanHull(held).start + choose.number(12) : choose.number(40);
    return all.splitSpan.run(context, { span: id, at: { start: at, end: at + choose.one([0, 0, 4]) } });
  },
  "merge-spans": (context, choose) =>
    all.mergeSpans.run(context, { span: span(context, choose), other: span(context, choose) }),
  "retype-span": (context, choose) =>
    all.retypeSpan.run(context, { span: span(context, choose), type: choose.one(types) }),
  "delete-span": (context, choose) => all.deleteSpan.run(context, { span: span(context, choose) }),
  "create-attribution": (context, choose) =>
    all.createAttribution.run(context, { span: span(context, choose) }),
  "accept-proposal": (context, choose) => {
    const mark = (table: Table<{ readonly id: Id }>) =>
      choose.one([
        null,
        { ...choose.range(context.text.text), span: null },
        { ...choose.range(context.text.text), span: choose.id(table) },
      ]);
    return all.acceptProposal.run(context, {
      claim: span(context, choose),
      voice: mark(context.annotations.set.spans),
      cue: mark(context.annotations.set.spans),
      within: choose.one([null, null, choose.id(context.annotations.set.attributions)]),
      rule: "behind-claim",
      reason: "for the test",
    });
  },
  "delete-attribution": (context, choose) =>
    all.deleteAttribution.run(context, { card: card(context, choose) }),
  "link-span": (context, choose) =>
    all.linkSpan.run(context, {
      card: card(context, choose),
      span: span(context, choose),
      ...(choose.number(2) === 0 ? { slot: choose.one(slots) } : {}),
      ...(choose.number(2) === 0 ? { role: choose.one(["told-to", "published-in", "nonsense"]) } : {}),
    }),
  "unlink-span": (context, choose) =>
    all.unlinkSpan.run(context, {
      card: card(context, choose),
      span: span(context, choose),
      slot: choose.one(slots),
    }),
  "move-to-card": (context, choose) => {
    const from = card(context, choose);
    const held = get(context.annotations.set.attributions, from);
    const [first = span(context, choose), second = first] = held ? spansOf(held) : [];
    return all.moveToCard.run(context, {
      span: choose.one([first, second, span(context, choose)]),
      from,
      to: card(context, choose),
    });
  },
  "merge-attributions": (context, choose) =>
    all.mergeAttributions.run(context, { card: card(context, choose), other: card(context, choose) }),
  "set-via-role": (context, choose) =>
    all.setViaRole.run(context, {
      card: card(context, choose),
      span: span(context, choose),
      role: choose.one(["told-to", "first-reported-by", "nonsense"]),
    }),
  "add-about": (context, choose) =>
    all.addAbout.run(context, {
      card: card(context, choose),
      entity: choose.one<string | { readonly name: string }>([
        entity(context, choose),
        { name: choose.one(["Ana Ruiz", " ", "the ministry"]) },
      ]),
    }),
  "remove-about": (context, choose) =>
    all.removeAbout.run(context, { card: card(context, choose), entity: entity(context, choose) }),
  "nest-attribution": (context, choose) =>
    all.nestAttribution.run(context, {
      card: card(context, choose),
      within: choose.one([null, card(context, choose), card(context, choose)]),
    }),
  "set-kind": (context, choose) =>
    all.setKind.run(context, {
      card: card(context, choose),
      kind: choose.one([null, "direct", "indirect", "mixed"]),
    }),
  "set-field": (context, choose) =>
    all.setField.run(context, {
      card: card(context, choose),
      field: choose.one(["polarity", "hedged", "claimType", "nonsense"]),
      value: choose.one(["denies", true, null, "fact", "nonsense"]),
    }),
  "set-note": (context, choose) =>
    all.setNote.run(context, {
      card: card(context, choose),
      note: choose.one(["", "look again", "x".repeat(100_001)]),
    }),
  "toggle-flag": (context, choose) =>
    all.toggleFlag.run(context, {
      card: card(context, choose),
      flag: choose.one(["discuss", "discuss", "nonsense"]),
    }),
  "create-entity": (context, choose) =>
    all.createEntity.run(context, {
      span: span(context, choose),
      ...(choose.number(2) === 0 ? { name: choose.one(["Orban", "the official", " "]) } : {}),
    }),
  "link-entity": (context, choose) =>
    all.linkEntity.run(context, { span: span(context, choose), entity: entity(context, choose) }),
  "unlink-entity": (context, choose) => all.unlinkEntity.run(context, { span: span(context, choose) }),
  "update-entity": (context, choose) =>
    all.updateEntity.run(context, {
      entity: entity(context, choose),
      ...(choose.number(2) === 0 ? { name: choose.one(["Orban", "Viktor Orban", "said", " "]) } : {}),
      ...(choose.number(2) === 0 ? { naming: choose.one(["named", "described"]) } : {}),
      ...(choose.number(2) === 0 ? { role: choose.one(["prime minister", null, ""]) } : {}),
      ...(choose.number(2) === 0
        ? { anonymity: choose.one([{ terms: "", reason: "not allowed" }, null]) }
        : {}),
    }),
  "set-entity-field": (context, choose) =>
    all.setEntityField.run(withEntityFields(context), {
      entity: entity(context, choose),
      field: choose.one(["gender", "age", "nonsense"]),
      answer: choose.one<EntityAnswer | null>([
        { value: "woman" },
        { value: "man" },
        { value: 40 },
        { value: 41 },
        { declined: true },
        null,
      ]),
    }),
  "set-appearance": (context, choose) =>
    all.setAppearance.run(context, {
      entity: entity(context, choose),
      role: choose.one(["chosen", "newsmaker", "official", null]),
    }),
  "remove-alias": (context, choose) =>
    all.removeAlias.run(context, {
      entity: entity(context, choose),
      alias: choose.one(["said", "Orban", "Trump"]),
    }),
  "exclude-range": (context, choose) =>
    all.excludeRange.run(context, { range: choose.range(context.text.text), reason: "boilerplate" }),
  "include-range": (context, choose) =>
    all.includeRange.run(context, { exclusion: choose.id(context.annotations.set.exclusions) }),
  "set-progress": (context, choose) =>
    all.setProgress.run(context, {
      ...(choose.number(2) === 0 ? { state: choose.one(["done", "needs-discussion", null]) } : {}),
      ...(choose.number(2) === 0 ? { note: choose.one(["ask the desk", "", "x".repeat(100_001)]) } : {}),
    }),
  "waive-check": (context, choose) =>
    all.waiveCheck.run(context, {
      check: choose.one(["claim-missing", "nonsense"]),
      on: choose.one([span(context, choose), card(context, choose), entity(context, choose)]),
      reason: choose.one(["It is so", "A title", "", "x".repeat(100_001)]),
    }),
  "merge-entities": (context, choose) =>
    all.mergeEntities.run(context, {
      entities: [entity(context, choose), ...choose.one([[], [entity(context, choose)]])],
      into: entity(context, choose),
    }),
  "unmerge-entity": (context, choose) => all.unmergeEntity.run(context, { entity: entity(context, choose) }),
  "unwaive-check": (context, choose) =>
    all.unwaiveCheck.run(context, { waiver: choose.id(context.annotations.set.waivers) }),
  "accept-suggestions": (context, choose) =>
    all.acceptSuggestions.run(context, {
      cards: Array.from({ length: choose.number(3) }, () => suggested(context, choose)),
    }),
  "reject-suggestions": (context, choose) =>
    all.rejectSuggestions.run(context, {
      rejected: Array.from({ length: choose.number(3) }, () => ({
        place: choose.range(context.text.text),
        pattern: choose.one([null, { rule: "that-clause", cue: "say", shape: "name" }]),
      })),
    }),
  "put-back-orphan": (context, choose) =>
    all.putBackOrphan.run(context, {
      orphan: choose.id(context.annotations.set.orphans),
      segments: [choose.range(context.text.text), choose.range(context.text.text)].slice(choose.number(2)),
      snap: choose.one([true, false]),
    }),
  "put-orphan-aside": (context, choose) =>
    all.putOrphanAside.run(context, {
      orphan: choose.id(context.annotations.set.orphans),
      aside: choose.one([true, false]),
    }),
  "take-back-rejection": (context, choose) =>
    all.takeBackRejection.run(context, { rejection: choose.id(context.annotations.set.rejections) }),
  "add-remark": (context, choose) => {
    const begun = said(context, choose);
    return all.addRemark.run(context, { ...begun, thread: choose.one([null, begun.thread]) });
  },
  "edit-remark": (context, choose) =>
    all.editRemark.run(context, { remark: remark(context, choose), ...words(choose) }),
  "remove-remark": (context, choose) => all.removeRemark.run(context, { remark: remark(context, choose) }),
  "resolve-thread": (context, choose) => all.resolveThread.run(context, said(context, choose)),
  "reopen-thread": (context, choose) => all.reopenThread.run(context, said(context, choose)),
  "tag-in-new-card": (context, choose) =>
    all.tagInNewCard.run(context, { range: choose.range(context.text.text) }),
};

const span = ({ annotations }: CommandContext, choose: Choose): Id => choose.id(annotations.set.spans);
const card = ({ annotations }: CommandContext, choose: Choose): Id => choose.id(annotations.set.attributions);
const entity = ({ annotations }: CommandContext, choose: Choose): Id => choose.id(annotations.entities);

function suggested(context: CommandContext, choose: Choose): AcceptedCard {
  const some = () => choose.one([[], [choose.range(context.text.text)]]);
  return {
    voice: some(),
    entity: choose.one<AcceptedCard["entity"]>([
      null,
      { known: entity(context, choose) },
      { name: choose.one(["Ada Ng", " "]), type: "person", naming: "named" },
    ]),
    cue: some(),
    claim: [choose.range(context.text.text), ...some()],
    via: some().map((range) => ({ ...range, role: choose.one(["told-to", "unheard-of"]), entity: null })),
    fields: choose.one<AcceptedCard["fields"]>([
      {},
      { polarity: "denies", hedged: true },
      { polarity: "nonsense" },
    ]),
    within: choose.one([null, 0, 1, 7]),
    rule: "that-clause",
    reason: "A verb of saying is followed by “that”.",
    confidence: 0.9,
    model: choose.one([null, "mine"]),
  };
}

const remark = ({ annotations }: CommandContext, choose: Choose): Id => choose.id(annotations.set.remarks);
const words = (choose: Choose) => ({
  text: choose.one(["Why?", "**So**, @Ben.", " ", "x".repeat(100_001)]),
  mentions: choose.one([[], ["ben"], ["ben", annotatorId, "ben"]]),
});
const said = (context: CommandContext, choose: Choose) => ({
  thread: remark(context, choose),
  after: choose.one([null, remark(context, choose)]),
  on: choose.one<RemarkSubject>([
    { what: "article" },
    { what: "span", id: span(context, choose), quote: "We won" },
    { what: "card", id: card(context, choose), quote: "" },
    { what: "conflict", members: [span(context, choose), "other"], quote: "agreed" },
  ]),
  ...words(choose),
});

/** Chooses by the numbers in turn, beginning again after the last. */
export function chooseBy(numbers: readonly number[]): Choose {
  let at = -1;
  const next = (): number => {
    at += 1;
    return numbers[at % numbers.length] ?? 0;
  };
  const number = (below: number): number => next() % Math.max(1, below);
  return {
    number,
    one: (items) => items[number(items.length)] ?? items[0],
    id(table) {
      const sorted = Array.from(records(table), (record) => record.id).sort();
      return sorted[number(sorted.length + (next() % 8 === 0 ? 1 : 0))] ?? "missing";
    },
    range(text) {
      const start = number(text.length + 1);
      const length = number(next() % 3 === 0 ? text.length + 1 : 20);
      return { start, end: Math.min(text.length, start + length) };
    },
  };
}
