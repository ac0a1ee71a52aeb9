// All cards of a project as one list, and edits of many of them. A window makes one listing at a time: the next one ends the one before.
import type { EditedCards, statementsMethods } from "../../../shared/api/methods/statements.ts";
import { type CardEdit, editCards } from "../../../shared/commands/card-values.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import { curationOf, type Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { CardOfSet } from "../../../shared/statements/list-statements.ts";
import { latestOf } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { indexOf } from "../insight/project-index.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf, type LiveProject, writerIn } from "../project/live-project.ts";
import { curatedSet, ownSet } from "../project/own-sets.ts";

export function statementsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof statementsMethods> {
  const listing = latestOf();
  return {
    async "statements.list"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      return listing.run(projectOpening, (signal) =>
        indexOf(context, projectOpening.liveProject).list(asked, {
          signal,
          onProgress: (progress) => context.emit({ type: "counting", project, ...progress }, client),
        }),
      );
    },
    "statements.stop"({ project }, client) {
      projects.get(project, client);
      listing.stop(project);
      return null;
    },
    async "statements.rows"({ project, ...window }, client) {
      const { liveProject } = projects.get(project, client);
      return { rows: await indexOf(context, liveProject).rows(window) };
    },
    async "statements.places"({ project, ...window }, client) {
      const { liveProject } = projects.get(project, client);
      return { places: await indexOf(context, liveProject).places(window) };
    },
    async "statements.edit"({ project, opId, step, cards, edit }, client): Promise<EditedCards> {
      const { liveProject, steps } = projects.get(project, client);
      writerIn(liveProject);
      return retryOnConflict(
        () => planEdit(context, liveProject, { cards, edit }),
        async ({ parts: planned, refused, unchanged }) => {
          if (refused.length > 0 || planned.length === 0)
            return { step: null, revisions: {}, refused, unchanged };
          const { revisions } = await steps.apply({ opId, step, parts: planned }, client);
          const parts = planned.map(({ revision: _revision, ...part }) => part);
          return { step: { ...step, id: opId, parts }, revisions, refused, unchanged };
        },
      );
    },
  };
}

// Gives cards of many articles the same value as one step: what becomes of each set is worked out on it as it stands, and a card that refuses
// the value keeps all of them from being changed.

interface EditPlan extends Pick<StepRequest, "parts">, Pick<EditedCards, "refused" | "unchanged"> {}

async function planEdit(
  context: CoreContext,
  liveProject: LiveProject,
  { cards, edit }: { readonly cards: readonly CardOfSet[]; readonly edit: CardEdit },
): Promise<EditPlan> {
  const parts: StepRequest["parts"][number][] = [];
  const refused: EditedCards["refused"][number][] = [];
  let unchanged = 0;
  for (const { article, annotator, cards: ids } of bySet(cards)) {
    const edited = await editedSet(context, liveProject, { article, annotator, cards: ids, edit });
    refused.push(...edited.refused.map((one) => ({ ...one, article })));
    unchanged += edited.unchanged;
    if (edited.part) parts.push(edited.part);
  }
  return { parts, refused, unchanged };
}

interface CardsOfSet extends Omit<CardOfSet, "card"> {
  readonly cards: readonly Id[];
}

function bySet(cards: readonly CardOfSet[]): readonly CardsOfSet[] {
  const sets = new Map<string, Omit<CardsOfSet, "cards"> & { readonly cards: Id[] }>();
  for (const { article, annotator, card } of cards) {
    const key = `${article} ${annotator}`;
    const known = sets.get(key) ?? { article, annotator, cards: [] };
    known.cards.push(card);
    sets.set(key, known);
  }
  return [...sets.values()];
}

async function editedSet(
  context: CoreContext,
  liveProject: LiveProject,
  { article, annotator, cards, edit }: CardsOfSet & { readonly edit: CardEdit },
) {
  const project = liveProject.folder.project.data();
  const writer = writerIn(liveProject).annotator.id;
  const whose: Whose | undefined = annotator === curationOf(project).id ? "curation" : undefined;
  const refuseAll = (refusal: "set-of-another" | "card-missing") => ({
    part: null,
    refused: cards.map((card) => ({ card, refusal })),
    unchanged: 0,
  });
  if (whose === undefined && annotator !== writer) return refuseAll("set-of-another");
  const standing = await (whose ? curatedSet : ownSet)(context, liveProject, article);
  if (!standing) return refuseAll("card-missing");
  const { change, refused, unchanged } = editCards(
    {
      annotations: { set: standing.set, entities: tableOf(entitiesOf(liveProject)) },
      text: noText,
      tagset: project.tagset,
      annotator: writer,
      focus: { span: null, card: null },
      newId: context.newId,
      now: context.now,
    },
    cards,
    edit,
  );
  const part = { article, ...(whose && { whose }), revision: standing.revision, change };
  return { part: isEmptyChange(change) ? null : part, refused, unchanged };
}

/** Values do not stand in the text. */
const noText = articleTextOf("");
