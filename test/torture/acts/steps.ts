// Acts over several articles, the registry or the tagset as one step, and taking steps back and doing them again.
import type { Input } from "../../../shared/api/contract.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import { applyChange, misfits } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { putAwayCommand, takeBackCommand } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import {
  invertWork,
  onlyPart,
  type Step,
  type StepNote,
  type StepWork,
  setKey,
} from "../../../shared/model/step.ts";
import type { Act, Desk, Plan } from "../act.ts";
import type { Truth } from "../truth.ts";
import {
  afterChange,
  articlesOf,
  noteOf,
  planOfChange,
  spanIn,
  withEntities,
  withoutKept,
  withStep,
} from "./changes.ts";

/** The truth after all of a step; `null` when some of it does not fit. */
export function afterWork(
  truth: Truth,
  { parts, entities, tagset }: StepWork,
  isPutAway = false,
): Truth | null {
  let after: Truth | null = truth;
  if (tagset && !sameValue(truth.tagset, tagset.from)) return null;
  if (tagset) after = { ...after, tagset: tagset.to };
  if (entities) {
    const nothing = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
    const state = { set: nothing, entities: truth.entities };
    const change = withoutKept(truth, { entities }, new Set(parts.map(setKey)), isPutAway);
    if (misfits(state, change).length > 0) return null;
    // Only those that are gone last are taken away after the sets.
    after = withEntities(after, applyChange(state, change).entities);
  }
  for (const part of parts) after = after && afterChange(after, part);
  return after;
}

function planOfWork(desk: Desk, work: StepWork, note: StepNote): Plan | null {
  const only = onlyPart(work);
  if (only) return planOfChange(desk, only, note);
  const after = afterWork(desk.truth, work);
  if (!after) return null;
  const opId = desk.newId();
  const parts = work.parts.map((part) => ({ ...part, revision: null }));
  const rest = {
    ...(work.entities && { entities: work.entities }),
    ...(work.tagset && { tagset: work.tagset }),
  };
  const asked: Omit<Input<"project.apply">, "project"> = { opId, step: note, parts, ...rest };
  return {
    stages: [withStep(after, { ...note, ...work, id: opId })],
    async run(acknowledged) {
      await desk.client.call("project.apply", { project: desk.handle, ...asked });
      acknowledged();
    },
  };
}

const severalArticles: Act = {
  name: "a step over several articles",
  plan(desk) {
    const articles = articlesOf(desk);
    if (articles.length < 2) return null;
    const first = desk.random.below(articles.length - 1);
    const name = `Person ${desk.random.below(1_000)}`;
    const entity: Entity = { id: desk.newId(), name, type: "person", naming: "named", aliases: [] };
    const parts = articles.slice(first, first + 3).map((article) => ({
      article: article.id,
      change: {
        spans: {
          added: [{ ...spanIn(desk, article), type: "speaker", entity: entity.id }],
          updated: [],
          removed: [],
        },
      },
    }));
    const entities = { added: [entity], updated: [], removed: [] };
    return planOfWork(desk, { parts, entities }, noteOf(desk, "tag-all"));
  },
};

const tagset: Act = {
  name: "another tagset",
  plan(desk) {
    const from = desk.truth.tagset;
    const to = { ...from, name: `Tagset ${desk.random.below(1_000_000)}` };
    return planOfWork(desk, { parts: [], tagset: { from, to } }, noteOf(desk, "edit-tagset"));
  },
};

/** The steps that can be taken back, and those that can be done again, the next one last. */
function stacksOf(steps: readonly Step[]): { readonly done: Step[]; readonly undone: Step[] } {
  const done: Step[] = [];
  const undone: Step[] = [];
  const move = (id: Id, from: Step[], to: Step[]): void => {
    const at = from.findIndex((step) => step.id === id);
    const [step] = at < 0 ? [] : from.splice(at, 1);
    if (step) to.push(step);
  };
  for (const step of steps)
    if (step.undoes !== undefined) move(step.undoes, done, undone);
    else if (step.redoes !== undefined) move(step.redoes, undone, done);
    else done.push(step);
  return { done, undone };
}

/** What moves something to the trash or back is an act of its own. */
const isMove = ({ command, articles }: Step): boolean =>
  articles !== undefined || command === putAwayCommand || command === takeBackCommand;

const undo: Act = {
  name: "undo",
  plan(desk) {
    const step = stacksOf(desk.truth.steps).done.at(-1);
    if (!step || isMove(step) || step.parts.some(({ article }) => !desk.truth.articles.has(article)))
      return null;
    return planOfWork(desk, invertWork(workOf(step)), { ...noteOf(desk, step.command), undoes: step.id });
  },
};

const redo: Act = {
  name: "redo",
  plan(desk) {
    const step = stacksOf(desk.truth.steps).undone.at(-1);
    if (!step || isMove(step) || step.parts.some(({ article }) => !desk.truth.articles.has(article)))
      return null;
    return planOfWork(desk, workOf(step), { ...noteOf(desk, step.command), redoes: step.id });
  },
};

const workOf = ({ parts, entities, tagset: change }: Step): StepWork => ({
  parts,
  ...(entities && { entities }),
  ...(change && { tagset: change }),
});

export const steps: readonly Act[] = [severalArticles, tagset, undo, redo];
