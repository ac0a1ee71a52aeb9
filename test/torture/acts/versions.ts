// Acts on versions: the project kept under a name, and a set, an article or all of it restored.
import { type AnnotationSet, emptySet } from "../../../shared/model/annotation-set.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { changeInValue } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { isEmptyWork, type StepPart, type StepWork } from "../../../shared/model/step.ts";
import { get, records, tableOf } from "../../../shared/model/table.ts";
import type { Act, Desk, Plan } from "../act.ts";
import type { KnownArticle, Truth } from "../truth.ts";
import { unlessDone, withArticlesBack, withMentionedBack } from "./away.ts";
import { isAwayKnown, mentionedAway, noteOf, withStep } from "./changes.ts";
import { afterWork } from "./steps.ts";

const kept: Act = {
  name: "a version kept",
  plan({ truth, random, client, handle: project }) {
    if (truth.versions.size > 3) return null;
    const name = `Version ${random.below(1_000_000)}`;
    return {
      stages: [],
      mayAdd: [name],
      async run(acknowledged) {
        const { id } = await client.call("versions.keep", { project, name });
        acknowledged();
        if (id === null) throw new Error("Nobody has stopped it.");
        const versions = new Map(truth.versions).set(id, { name, truth: { ...truth, versions: new Map() } });
        return { ...truth, versions };
      },
    };
  },
};

const forgotten: Act = {
  name: "a version deleted",
  plan({ truth, random, client, handle: project }) {
    const ids = [...truth.versions.keys()];
    if (ids.length < 3) return null;
    const version = random.pick(ids);
    const versions = new Map(truth.versions);
    versions.delete(version);
    const done = unlessDone("version-missing");
    return {
      stages: [{ ...truth, versions }],
      async run(acknowledged) {
        await client.call("versions.forget", { project, version }).catch(done);
        acknowledged();
      },
    };
  },
};

type Whose = "own" | "curation";

const setOf = ({ own, curated }: KnownArticle, whose: Whose) => (whose === "own" ? own : curated);

/** How the sets of an article change to what they were; what was not there past is nothing. */
function partsOf(now: KnownArticle, past: KnownArticle, asked: readonly Whose[]): StepPart[] {
  const entities = tableOf<never>();
  return asked.flatMap((whose) => {
    const [before, after] = [setOf(now, whose), setOf(past, whose)];
    const change = changeInValue({ set: before, entities }, { set: after, entities });
    const part = { article: now.id, ...(whose === "curation" && { whose: "curation" as const }) };
    return isEmptyChange(change) ? [] : [{ ...part, change }];
  });
}

/** The entities that sets of past mention and nobody knows any more, with those that they stand for. */
function missing(
  { entities }: Truth,
  known: Truth,
  articles: readonly KnownArticle[],
  asked: readonly Whose[],
): Entity[] {
  const found = new Map<Id, Entity>();
  for (const article of articles)
    for (const whose of asked)
      for (const { entity } of records(setOf(article, whose).spans))
        for (let id = entity; id !== undefined && !get(entities, id) && !found.has(id); ) {
          const one = get(known.entities, id);
          if (!one) break;
          found.set(id, one);
          id = one.mergedInto;
        }
  return [...found.values()];
}

interface Scope {
  readonly version: Id;
  readonly article: Id | null;
  readonly whose: Whose | null;
}

/** Goes back by a step that is known before but for what the core alone finds out of a whole project. */
function planOf(desk: Desk, { version, article, whose }: Scope, asked: StepWork, before: Truth): Plan | null {
  const { client, handle: project } = desk;
  const command = "restore-version";
  const step = noteOf(desk, command);
  const opId = desk.newId();
  const after = isEmptyWork(asked) ? before : afterWork(before, asked);
  if (!after) return null;
  const work = withoutWhatStays(asked, after);
  const done = isEmptyWork(work) ? after : withStep(after, { ...step, ...work, id: opId });
  const brings = before !== desk.truth;
  const stages = brings ? [before, done] : [done];
  return {
    stages,
    isLoose: brings,
    async run(acknowledged) {
      const scope = { version: { kind: "kept", id: version }, article, whose } as const;
      await client.call("versions.restore", { project, ...scope, opId, step });
      for (const _stage of stages) acknowledged();
      return done;
    },
  };
}

/** The core asks for nothing of what it then finds to be mentioned: a step of which that is all is none. */
function withoutWhatStays({ entities, ...work }: StepWork, after: Truth): StepWork {
  if (!entities) return work;
  const removed = entities.removed.filter(({ id }) => !get(after.entities, id));
  const isNothing = entities.added.length + entities.updated.length + removed.length === 0;
  return { ...work, ...(!isNothing && { entities: { ...entities, removed } }) };
}

/** Of the versions whose state is known one, with what the restore is about. */
function chosen(desk: Desk): { readonly id: Id; readonly past: Truth } | null {
  const known = [...desk.truth.versions].flatMap(([id, { truth }]) => (truth ? [{ id, past: truth }] : []));
  return known.length === 0 ? null : desk.random.pick(known);
}

function backOf(name: string, asked: readonly Whose[], whose: Whose | null): Act {
  return {
    name,
    plan(desk) {
      const { truth, random } = desk;
      const version = chosen(desk);
      const there = [...(version?.past.articles.values() ?? [])].filter(({ id }) => truth.articles.has(id));
      if (!version || there.length === 0) return null;
      const past = random.pick(there);
      const now = truth.articles.get(past.id);
      const parts = now ? partsOf(now, past, asked) : [];
      const added = parts.length > 0 ? missing(truth, version.past, [past], asked) : [];
      const entities = { added, updated: [], removed: [] };
      const work = { parts, ...(added.length > 0 && { entities }) };
      return planOf(desk, { version: version.id, article: past.id, whose }, work, truth);
    },
  };
}

const emptied = ({ articleId, annotatorId, textHash }: AnnotationSet): AnnotationSet =>
  emptySet({ articleId, annotatorId, textHash });

/** With those of the version's articles that are not here: out of the trash, or out of the version those that are nowhere else. */
function withVersionsBack(truth: Truth, past: Truth): Truth {
  const back = [...past.articles.values()].filter(({ id }) => !truth.articles.has(id));
  const fromTrash = withArticlesBack(
    truth,
    back.map(({ id }) => id),
  );
  const isHere = (id: Id): boolean => truth.annotators.some((annotator) => annotator.id === id);
  const articles = new Map(fromTrash.articles);
  const waiting = new Map(truth.waiting);
  for (const article of back) {
    if (articles.has(article.id)) continue;
    const { id, own, curated } = article;
    const late = [...waiting].filter(([key]) => key.startsWith(`${id} `));
    for (const [key] of late) waiting.delete(key);
    const theirs = late.map(([, set]) => [set.annotatorId, set] as const);
    articles.set(article.id, {
      ...article,
      own: emptied(own),
      curated: emptied(curated),
      others: new Map([...theirs, ...article.others].filter(([annotator]) => isHere(annotator))),
    });
  }
  const after = { ...fromTrash, articles, waiting };
  return back.length === 0 ? truth : withMentionedBack(after, [...articles.values()]);
}

/** All that is here and not in the version stays, with the entities that it mentions; what is not here comes back. */
const whole: Act = {
  name: "a project restored",
  plan(desk) {
    const version = chosen(desk);
    if (!version) return null;
    const { past } = version;
    const known = [...past.articles.values()];
    // Of one that was in the trash when the work began it is not known what it holds.
    if (known.some(({ id }) => desk.truth.trash.get(id)?.text === "")) return null;
    const truth = withVersionsBack(desk.truth, past);
    const parts = known.flatMap((one) => {
      const now = truth.articles.get(one.id);
      return now ? partsOf(now, one, ["own", "curation"]) : [];
    });
    const set = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
    const change = changeInValue(
      { set, entities: truth.entities },
      { set, entities: past.entities },
    ).entities;
    const tagset = sameValue(truth.tagset, past.tagset)
      ? {}
      : { tagset: { from: truth.tagset, to: past.tagset } };
    if (change?.removed.length && !isAwayKnown(truth)) return null;
    const away = mentionedAway(truth);
    const removed = (change?.removed ?? []).filter(({ id }) => !away.has(id));
    const back = known.flatMap(({ id }) => (desk.truth.articles.has(id) ? [] : [id]));
    const work = {
      parts,
      ...(change && { entities: { ...change, removed } }),
      ...tagset,
      ...(back.length > 0 && { articles: { back, away: [] } }),
    };
    return planOf(desk, { version: version.id, article: null, whose: null }, work, truth);
  },
};

export const versions: readonly Act[] = [
  kept,
  forgotten,
  backOf("a set restored", ["own"], "own"),
  backOf("an article restored", ["own", "curation"], null),
  whole,
];
