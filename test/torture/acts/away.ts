// Acts on the trash: entities and colleagues moved to the trash and restored, and what is deleted for good.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSet, AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import {
  entityPutAwayWork,
  entityTakenBackWork,
  putAwayBy,
  putAwayCommand,
  type StandingSet,
  takeBackCommand,
} from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step, StepWork } from "../../../shared/model/step.ts";
import { has, records, tableOf, withRecords } from "../../../shared/model/table.ts";
import type { Act, Desk } from "../act.ts";
import type { KnownArticle, Truth } from "../truth.ts";
import { isAwayKnown, mentionedAway, noteOf, withStep } from "./changes.ts";
import { afterWork } from "./steps.ts";

/** The sets that a step may change, in the order in which the core goes through them. */
const standing = ({ articles }: Truth): StandingSet[] =>
  [...articles.values()].flatMap(({ id, own, curated }) => [
    { article: id, set: own },
    { article: id, whose: "curation" as const, set: curated },
  ]);

/** With those entities that the sets mention no longer in the trash: they come with the sets. */
export function withMentionedBack(truth: Truth, articles: readonly KnownArticle[]): Truth {
  const mentioned = new Set(
    articles.flatMap(({ own, curated, others }) => [
      ...[own, curated].flatMap(({ spans }) => [...records(spans)].map(({ entity }) => entity)),
      ...[...others.values()].flatMap(({ spans }) => spans.map(({ entity }) => entity)),
    ]),
  );
  const back = [...truth.entitiesAway].filter(([, { entities }]) =>
    entities.some(({ id }) => mentioned.has(id)),
  );
  if (back.length === 0) return truth;
  const added = back.flatMap(([, { entities }]) => entities.filter(({ id }) => !has(truth.entities, id)));
  const left = new Map(truth.entitiesAway);
  for (const [id] of back) left.delete(id);
  return { ...truth, entities: withRecords(truth.entities, added), entitiesAway: left };
}

/** With articles that were in the trash. Sets of colleagues who were moved to the trash meanwhile go to theirs. */
export function withArticlesBack(truth: Truth, ids: readonly Id[]): Truth {
  const isHere = (id: Id): boolean => truth.annotators.some((annotator) => annotator.id === id);
  const [articles, trash, peopleAway] = [
    new Map(truth.articles),
    new Map(truth.trash),
    new Map(truth.peopleAway),
  ];
  for (const id of ids) {
    const article = trash.get(id);
    if (!article) continue;
    trash.delete(id);
    articles.set(id, {
      ...article,
      others: new Map([...article.others].filter(([annotator]) => isHere(annotator))),
    });
    for (const [annotator, person] of peopleAway) {
      const set = article.others.get(annotator);
      if (set && person.sets)
        peopleAway.set(annotator, { ...person, sets: new Map(person.sets).set(id, set) });
    }
  }
  return { ...truth, articles, trash, peopleAway };
}

/** The truth after a step that puts an entity away or takes it back; `null` when some of it does not fit. */
function afterMove(desk: Desk, step: Step): Truth | null {
  const after = afterWork(desk.truth, step, step.command === putAwayCommand);
  if (!after) return null;
  const self = desk.truth.annotators.find(({ id }) => id === desk.self)?.name ?? "";
  const putAway = putAwayBy(step, self);
  const away = new Map(after.entitiesAway);
  if (putAway) away.set(putAway.entities[0].id, putAway);
  return withStep({ ...after, entitiesAway: away }, step);
}

function moveOf(
  desk: Desk,
  { entity, command, work }: { readonly entity: Id; readonly command: string; readonly work: StepWork },
  method: "entity.putAway" | "trash.takeEntityBack",
) {
  const step = noteOf(desk, command);
  const opId = desk.newId();
  const after = afterMove(desk, { ...step, ...work, id: opId });
  const done = unlessDone("entity-missing");
  return (
    after && {
      stages: [after],
      async run(acknowledged: () => void) {
        const { client, handle: project } = desk;
        await client.call(method, { project, entity, opId, step }).catch(done);
        acknowledged();
        return asSaved(desk, after, work);
      },
    }
  );
}

/** The same with the times of editing that the core gave. */
async function asSaved({ client, handle: project }: Desk, after: Truth, { parts }: StepWork): Promise<Truth> {
  const articles = new Map(after.articles);
  for (const { article: id, whose } of parts) {
    const article = articles.get(id);
    const { set } = await client.call("article.open", { project, article: id, ...(whose && { whose }) });
    if (article && whose) articles.set(id, { ...article, curated: timesOf(set, article.curated) });
    else if (article) articles.set(id, { ...article, own: timesOf(set, article.own) });
  }
  return { ...after, articles };
}

/** A set with the times at which its spans were edited in another one. */
function timesOf(saved: AnnotationSetJson, set: AnnotationSet): AnnotationSet {
  const times = new Map(saved.spans.map(({ id, provenance }) => [id, provenance.editedAt]));
  const spans = [...records(set.spans)].map((span) => {
    const editedAt = times.get(span.id);
    return editedAt === undefined ? span : { ...span, provenance: { ...span.provenance, editedAt } };
  });
  return { ...set, spans: tableOf(spans) };
}

const entityAway: Act = {
  name: "an entity moved to the trash",
  plan(desk) {
    const { truth, random, now } = desk;
    const groups = [...entityGroups(truth.entities).values()].filter(({ entity, merged }) => {
      const ids = new Set([entity, ...merged].map(({ id }) => id));
      return ![...truth.articles.values()].some(({ others }) =>
        [...others.values()].some(({ spans }) => spans.some((span) => span.entity && ids.has(span.entity))),
      );
    });
    if (groups.length === 0) return null;
    const group = random.pick(groups);
    const work = entityPutAwayWork(group, standing(truth), now);
    return moveOf(desk, { entity: group.entity.id, command: putAwayCommand, work }, "entity.putAway");
  },
};

const entityBack: Act = {
  name: "an entity restored from the trash",
  plan(desk) {
    const { truth, random, now } = desk;
    const known = [...truth.entitiesAway.values()].filter(({ putAwayAt }) => putAwayAt !== "");
    if (known.length === 0) return null;
    const putAway = random.pick(known);
    const state = { sets: standing(truth), entities: truth.entities, tagset: truth.tagset };
    const work = entityTakenBackWork(putAway, state, now);
    const entity = putAway.entities[0].id;
    return moveOf(desk, { entity, command: takeBackCommand, work }, "trash.takeEntityBack");
  },
};

const personAway: Act = {
  name: "a colleague moved to the trash",
  plan(desk) {
    const { truth, random, client, handle: project, self } = desk;
    const curation = curationOf({ id: desk.project, annotators: truth.annotators }).id;
    const people = truth.annotators.filter(({ id }) => id !== self && id !== curation);
    if (people.length === 0) return null;
    const annotator = random.pick(people);
    const isTheirs = (pair: string): boolean => pair.endsWith(` ${annotator.id}`);
    const sets = new Map<Id, AnnotationSetJson>();
    const articles = new Map<Id, KnownArticle>();
    for (const [id, article] of truth.articles) {
      const others = new Map(article.others);
      const set = others.get(annotator.id);
      if (set) sets.set(id, set);
      others.delete(annotator.id);
      articles.set(id, { ...article, others });
    }
    const waiting = new Map(truth.waiting);
    for (const [key, set] of truth.waiting)
      if (isTheirs(key)) {
        sets.set(set.articleId, set);
        waiting.delete(key);
      }
    const assigned = [...truth.assigned].filter(isTheirs);
    const after = {
      ...truth,
      annotators: truth.annotators.filter(({ id }) => id !== annotator.id),
      assigned: new Set([...truth.assigned].filter((pair) => !isTheirs(pair))),
      articles,
      waiting,
      peopleAway: new Map(truth.peopleAway).set(annotator.id, { annotator, assigned, sets }),
    };
    const done = unlessDone("annotator-missing");
    return {
      stages: [after],
      async run(acknowledged) {
        await client.call("annotator.putAway", { project, annotator: annotator.id }).catch(done);
        acknowledged();
      },
    };
  },
};

const personBack: Act = {
  name: "a colleague restored from the trash",
  plan({ truth, random, client, handle: project }) {
    const known = [...truth.peopleAway.values()].filter(({ sets }) => sets !== null);
    if (known.length === 0) return null;
    const { annotator, assigned, sets } = random.pick(known);
    const peopleAway = new Map(truth.peopleAway);
    peopleAway.delete(annotator.id);
    const give = (articles: ReadonlyMap<Id, KnownArticle>): Map<Id, KnownArticle> =>
      new Map(
        Array.from(articles, ([id, article]) => {
          const set = sets?.get(id);
          return [id, set ? { ...article, others: new Map(article.others).set(annotator.id, set) } : article];
        }),
      );
    const articles = give(truth.articles);
    const late = [...(sets ?? [])].filter(([id]) => !truth.articles.has(id) && !truth.trash.has(id));
    const after = {
      ...truth,
      waiting: new Map([
        ...truth.waiting,
        ...late.map(([id, set]) => [`${id} ${annotator.id}`, set] as const),
      ]),
      annotators: [...truth.annotators, annotator],
      assigned: new Set([...truth.assigned, ...assigned]),
      articles,
      trash: give(truth.trash),
      peopleAway,
    };
    const done = unlessDone("annotator-missing");
    const both = withMentionedBack(after, [...articles.values()]);
    const { entities, entitiesAway } = both;
    return {
      stages: [{ ...truth, entities, entitiesAway }, both],
      async run(acknowledged) {
        const asked = { project, kind: "annotator", id: annotator.id } as const;
        await client.call("trash.takeBack", asked).catch(done);
        acknowledged();
        acknowledged();
      },
    };
  },
};

/** Asked once more after a fault, it may be done already, which this problem tells then; at first that is a refusal. */
export function unlessDone(problem: string): (error: unknown) => void {
  let isFirst = true;
  return (error) => {
    const isDone = !isFirst && error instanceof ApiError && error.problem === problem;
    isFirst = false;
    if (!isDone) throw error;
  };
}

/** What was done in an article alone was in its journals, and is not told any more should it come back from a version. */
const untoldWithout = ({ steps }: Truth, article: Id): readonly Step[] =>
  steps.filter(({ parts }) => parts.length === 0 || parts.some((part) => part.article !== article));

const deletedForGood: Act = {
  name: "something deleted for good",
  plan({ truth, random, client, handle: project }) {
    const awaited = mentionedAway(truth);
    // What somebody unknown has mentioned may be awaited.
    const isAllKnown = isAwayKnown(truth);
    const items = [
      ...Array.from(truth.trash.keys(), (id) => ({ kind: "article" as const, id })),
      ...Array.from(truth.entitiesAway.values())
        .filter(({ entities }) => isAllKnown && !entities.some(({ id }) => awaited.has(id)))
        .map(({ entities: [{ id }] }) => ({ kind: "entity" as const, id })),
      ...Array.from(truth.peopleAway.keys(), (id) => ({ kind: "annotator" as const, id })),
    ];
    // What nobody takes back would leave nothing to be taken back.
    if (items.length < 2) return null;
    const item = random.pick(items);
    const without = <T>(all: ReadonlyMap<Id, T>): Map<Id, T> => {
      const left = new Map(all);
      left.delete(item.id);
      return left;
    };
    const { trash, entitiesAway, peopleAway } = truth;
    return {
      stages: [
        {
          ...truth,
          ...(item.kind === "article" && { trash: without(trash), steps: untoldWithout(truth, item.id) }),
          ...(item.kind === "entity" && { entitiesAway: without(entitiesAway) }),
          ...(item.kind === "annotator" && { peopleAway: without(peopleAway) }),
        },
      ],
      async run(acknowledged) {
        await client.call("trash.empty", { project, items: [item] });
        acknowledged();
      },
    };
  },
};

export const away: readonly Act[] = [entityAway, entityBack, personAway, personBack, deletedForGood];
