// Acts on annotations: any command of the product, several at once, a mention with its entity, a decision of the curation.

import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { mentionsOf } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { applyChange, type Change, isEmptyChange, misfits } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { violationsOf } from "../../../shared/model/invariants.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import type { Step, StepNote, StepPart } from "../../../shared/model/step.ts";
import { has, records, withRecords } from "../../../shared/model/table.ts";
import { callers, chooseBy } from "../../helpers/command-callers.ts";
import type { Act, Desk, Plan } from "../act.ts";
import type { KnownArticle, Truth } from "../truth.ts";

export const articlesOf = ({ truth }: Pick<Desk, "truth">): KnownArticle[] => [...truth.articles.values()];

const stateOf = ({ entities }: Truth, { own, curated }: KnownArticle, whose?: Whose): Annotations => ({
  set: whose ? curated : own,
  entities,
});

export const noteOf = ({ now }: Desk, command: string): StepNote => ({ command, at: now() });

/** Entities that a change removes and others still mention stay: of the change, what is left. */
export function withoutKept(
  truth: Truth,
  change: Change,
  but: ReadonlySet<string>,
  isPutAway = false,
): Change {
  const { entities } = change;
  if (!entities) return change;
  const gone = new Set(entities.removed.map(({ id }) => id));
  const targets = new Set(
    Array.from(records(truth.entities), (one) => (gone.has(one.id) ? null : one.mergedInto)),
  );
  const away = isPutAway ? new Set<Id>() : mentionedAway(truth);
  const stays = (id: Id): boolean =>
    targets.has(id) ||
    away.has(id) ||
    [...truth.articles.values()].some(
      (article) =>
        (!but.has(article.id) && mentionsOf(article.own, id).length > 0) ||
        (!but.has(`${article.id} curation`) && mentionsOf(article.curated, id).length > 0) ||
        [...article.others.values()].some(({ spans }) => spans.some(({ entity }) => entity === id)),
    );
  return { ...change, entities: { ...entities, removed: entities.removed.filter(({ id }) => !stays(id)) } };
}

/** The entities that something in the trash mentions. Of an article that was deleted for good nothing comes back. */
export function mentionedAway({ articles, trash, peopleAway }: Truth): ReadonlySet<Id> {
  const found = new Set<Id>();
  const take = (spans: Iterable<Span>): void => {
    for (const { entity } of spans) if (entity !== undefined) found.add(entity);
  };
  for (const { own, curated, others } of trash.values()) {
    take(records(own.spans));
    take(records(curated.spans));
    for (const { spans } of others.values()) take(spans);
  }
  for (const { sets } of peopleAway.values())
    for (const [article, { spans }] of sets ?? [])
      if (articles.has(article) || trash.has(article)) take(spans);
  return found;
}

/** Whether all is known that something in the trash may mention: not so of what was there before a crash. */
export const isAwayKnown = ({ trash, peopleAway }: Truth): boolean =>
  [...peopleAway.values()].every(({ sets }) => sets !== null) &&
  [...trash.values()].every(({ text }) => text !== "");

/** With these entities; those of them that were in the trash are there no more. */
export const withEntities = (truth: Truth, entities: Truth["entities"]): Truth => ({
  ...truth,
  entities,
  entitiesAway: new Map([...truth.entitiesAway].filter(([id]) => !has(entities, id))),
});

/** The truth after a change of one set; `null` when it does not fit, or is against a law. */
export function afterChange(truth: Truth, { article: id, whose, change }: StepPart): Truth | null {
  const article = truth.articles.get(id);
  if (!article) return null;
  const toDo = withoutKept(truth, change, new Set([whose ? `${id} curation` : id]));
  const before = stateOf(truth, article, whose);
  if (misfits(before, toDo).length > 0) return null;
  const after = applyChange(before, toDo);
  const context = {
    text: article.text,
    articleId: id,
    annotatorIds: truth.annotators.map((annotator) => annotator.id),
    tagset: truth.tagset,
  };
  if (violationsOf(after, change, context).some(({ severity }) => severity === "error")) return null;
  const changed = { ...article, ...(whose ? { curated: after.set } : { own: after.set }) };
  return { ...withEntities(truth, after.entities), articles: new Map(truth.articles).set(id, changed) };
}

interface Asked extends StepPart {
  readonly opId: Id;
  readonly step: StepNote;
}

/** Sends a change on top of what stands. */
async function send({ client, handle: project }: Desk, asked: Asked): Promise<void> {
  const { article, whose } = asked;
  const opened = await client.call("article.open", { project, article, ...(whose && { whose }) });
  await client.call("annotations.apply", { project, ...asked, revision: opened.revision });
}

export const withStep = (truth: Truth, step: Step): Truth => ({ ...truth, steps: [...truth.steps, step] });

/** Entities that come are there before their mentions, and those that go after them: what nothing mentions does no harm. */
function aroundRegistry(before: Truth, after: Truth): Truth[] {
  const gone = [...records(before.entities)].filter(({ id }) => !has(after.entities, id));
  const withBoth = withRecords(after.entities, gone);
  return [{ ...before, entities: withBoth }, { ...after, steps: before.steps, entities: withBoth }, after];
}

/** The plan of one change of one set; `null` when it cannot be done. */
export function planOfChange(desk: Desk, part: StepPart, note: StepNote): Plan | null {
  const after = isEmptyChange(part.change) ? null : afterChange(desk.truth, part);
  if (!after) return null;
  const opId = desk.newId();
  const done = withStep(after, { ...note, id: opId, parts: [part] });
  const stages = part.change.entities ? aroundRegistry(desk.truth, done) : [done];
  return {
    stages,
    async run(acknowledged) {
      await send(desk, { ...part, opId, step: note });
      for (const _stage of stages) acknowledged();
    },
  };
}

/** A span of this person on some words, of a type that takes no entity. */
export function spanIn({ random, newId, self, now }: Desk, { text }: KnownArticle): Span {
  const starts = [...text.matchAll(/\p{L}+/gu)];
  const { index, 0: word } = random.pick(starts);
  return {
    id: newId(),
    type: random.pick(["cue", "claim"]),
    segments: [selectorOf(text, { start: index, end: index + word.length })],
    provenance: { annotator: self, at: now(), origin: { by: "human" } },
  };
}

const one = (span: Span) => ({ added: [span], updated: [], removed: [] });

const command: Act = {
  name: "a command",
  plan(desk) {
    const { truth, random, newId, now, self } = desk;
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const article = random.pick(articles);
    const context = {
      annotations: stateOf(truth, article),
      text: articleTextOf(article.text),
      tagset: truth.tagset,
      annotator: self,
      focus: { span: null, card: null },
      newId,
      now,
    };
    for (let tries = 0; tries < 30; tries += 1) {
      const id = random.pick(Object.keys(callers));
      const numbers = Array.from({ length: 12 }, () => random.below(10_000));
      const outcome = callers[id]?.(context, chooseBy(numbers));
      if (!outcome || "refusal" in outcome) continue;
      const plan = planOfChange(desk, { article: article.id, change: outcome.change }, noteOf(desk, id));
      if (plan) return plan;
    }
    return null;
  },
};

const tag: Act = {
  name: "a tag",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const article = desk.random.pick(articles);
    const change = { spans: one(spanIn(desk, article)) };
    return planOfChange(desk, { article: article.id, change }, noteOf(desk, "tag-selection"));
  },
};

const mention: Act = {
  name: "a mention and its entity",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const article = desk.random.pick(articles);
    const entity: Entity = {
      id: desk.newId(),
      name: `Person ${desk.random.below(1_000)}`,
      type: "person",
      naming: "named",
      aliases: [],
    };
    const span = { ...spanIn(desk, article), type: "speaker", entity: entity.id };
    const change = { spans: one(span), entities: { added: [entity], updated: [], removed: [] } };
    return planOfChange(desk, { article: article.id, change }, noteOf(desk, "create-entity"));
  },
};

/** Sent without waiting for the answers: they are written together. */
const burst: Act = {
  name: "several tags at once",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const { id: article, ...known } = desk.random.pick(articles);
    const asked = Array.from({ length: 2 + desk.random.below(4) }, () => ({
      article,
      opId: desk.newId(),
      change: { spans: one(spanIn(desk, { id: article, ...known })) },
      step: noteOf(desk, "tag-selection"),
    }));
    const stages: Truth[] = [];
    for (const { opId, change, step } of asked) {
      const after = afterChange(stages.at(-1) ?? desk.truth, { article, change });
      if (!after) return null;
      stages.push(withStep(after, { ...step, id: opId, parts: [{ article, change }] }));
    }
    return {
      stages,
      async run(acknowledged) {
        const { client, handle: project } = desk;
        const { revision, set } = await client.call("article.open", { project, article });
        const there = new Set(set.spans.map(({ id }) => id));
        const left = asked.filter(({ change }) => !there.has(change.spans.added[0]?.id ?? ""));
        for (let at = left.length; at < asked.length; at += 1) acknowledged();
        const answers = await Promise.allSettled(
          left.map(async (change, at) => {
            await client.call("annotations.apply", { project, ...change, revision: revision + at });
            acknowledged();
          }),
        );
        for (const answer of answers) if (answer.status === "rejected") throw answer.reason;
      },
    };
  },
};

const decision: Act = {
  name: "a decision of the curation",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const article = desk.random.pick(articles);
    const curation = curationOf({ id: desk.project, annotators: desk.truth.annotators });
    const isNew = desk.truth.annotators.every(({ id }) => id !== curation.id);
    const truth = isNew ? { ...desk.truth, annotators: [...desk.truth.annotators, curation] } : desk.truth;
    const span = {
      ...spanIn(desk, article),
      provenance: { annotator: curation.id, at: desk.now(), origin: { by: "human" as const } },
    };
    const part = { article: article.id, whose: "curation" as const, change: { spans: one(span) } };
    const plan = planOfChange({ ...desk, truth }, part, { ...noteOf(desk, "decide"), by: desk.self });
    return plan && { ...plan, isLoose: isNew, mayAdd: [curation.name] };
  },
};

export const changes: readonly Act[] = [command, tag, mention, burst, decision];
