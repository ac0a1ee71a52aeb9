// Says what a plan to take something in would do, in plain values for whoever asked: short where it could be long.

import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { TakeInPlanned, TakeInRow } from "../../../shared/api/take-in.ts";
import { type FileFinding, incomplete } from "../../../shared/files/finding.ts";
import type { FileTally, TallyInAll } from "../../../shared/interchange/tally.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { factsBeyond } from "../../../shared/model/article-about.ts";
import { setsNamed } from "../../../shared/model/article-set.ts";
import { countsOfChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { answerOf, enteredIn, entityFieldsOf, wordsOfAnswer } from "../../../shared/model/entity-field.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, has, type Table, tableOf, withRecords } from "../../../shared/model/table.ts";
import type { PlannedSet, TakeInChoices, TakeInPlan } from "../../../shared/review/take-in.ts";
import { message } from "../../../shared/words/message.ts";
import { foreignFormatName } from "../jobs/read-foreign-job.ts";
import { conflictOf } from "../merge/describe-merge.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import type { ImportSource } from "./import-source.ts";
import { withAssignments } from "./plan-take-in.ts";

/** How many lost stretches and conflicts of one set are told; the lost ones are all counted. */
const maxListed = 200;

export function describeTakeIn(
  liveProject: LiveProject,
  source: Extract<ImportSource, { ok: true }>,
  plan: TakeInPlan,
  choices: TakeInChoices,
): Omit<TakeInPlanned, "alike"> {
  const { bundle, file, form, sha256, blind, isVerified, unfinished, mended, foreign } = source;
  const projectEntities = tableOf(entitiesOf(liveProject));
  const bundleEntities = withRecords(
    projectEntities,
    bundle.entities.filter(({ id }) => !has(projectEntities, id)),
  );
  const importedArticleIds = new Set(plan.articles.map(({ article }) => article.id));
  const titles = new Set(Array.from(liveProject.articles.values(), ({ title }) => foldedName(title)));
  const isMissing = ({ article: { id } }: (typeof bundle.articles)[number]): boolean =>
    !plan.twins.has(id) &&
    (importedArticleIds.has(id) || !(plan.places.has(id) || choices.places.get(id) === null));
  return {
    file,
    form,
    sha256,
    project: bundle.project.name,
    exportedAt: bundle.exportedAt,
    generator: bundle.generator,
    blind,
    isVerified,
    otherTagset: !sameValue(bundle.tagset, liveProject.folder.project.data().tagset),
    rows: plan.sets.map((planned) => ({
      ...rowOf(planned, { here: projectEntities, theirs: bundleEntities }),
      ...(planned.isBrought && titles.has(foldedName(planned.title)) && { isNamesake: true as const }),
    })),
    twins: bundle.articles.flatMap(({ article: { id, title } }) => {
      const among = plan.twins
        .get(id)
        ?.map((one) => ({ id: one.id, title: one.title, addedAt: one.addedAt }));
      return among ? [{ id, title, among }] : [];
    }),
    missing: bundle.articles.filter(isMissing).map(({ article: { id, title, length } }) => ({
      id,
      title,
      length,
      isBrought: importedArticleIds.has(id),
      isNamesake: titles.has(foldedName(title)),
    })),
    annotators: plan.annotators,
    entities: plan.entities.length,
    assignments: withAssignments(liveProject.folder.project.data(), source.assignments, plan).isNew,
    ...allOtherFacts(liveProject, bundle, plan),
    unfinished,
    mended: mended && {
      movedInAll: mended.moved.length,
      leftInAll: mended.left.length,
      findings: [...mended.left, ...mended.moved].slice(0, maxListed),
    },
    foreign: foreign && describeForeign(foreign),
  };
}

const describeForeign = ({
  format,
  accepted,
  tally,
  told,
  rejected,
  moved,
}: NonNullable<Extract<ImportSource, { ok: true }>["foreign"]>) => ({
  format: foreignFormatName(format),
  accepted,
  rejectedInAll: rejected.length,
  ...sumsOf(tally),
  findings: [...told, ...rejected, ...moved].slice(0, maxListed),
});

/** All that the file says and this project does not, and that is not taken over. */
function allOtherFacts(
  liveProject: LiveProject,
  bundle: ExportBundle,
  plan: TakeInPlan,
): Pick<TakeInPlanned, "otherFacts" | "otherFactsInAll"> {
  const articlesSaidMore = otherFacts(liveProject, bundle, plan);
  const otherAnswers = otherValues(tableOf(entitiesOf(liveProject)), bundle);
  return {
    otherFacts: [...otherSets(liveProject, bundle), ...otherAnswers, ...articlesSaidMore.flat()].slice(
      0,
      maxListed,
    ),
    otherFactsInAll: articlesSaidMore.length,
  };
}

/** Each fact that the file says of an article that is here already and nobody says here, the facts of an article together. */
function otherFacts(
  liveProject: LiveProject,
  { articles }: ExportBundle,
  { places }: TakeInPlan,
): readonly (readonly FileFinding[])[] {
  return articles.flatMap(({ article, text }) => {
    const here = liveProject.articles.get(places.get(article.id) ?? "");
    const facts = here ? factsBeyond(article, text, here) : [];
    if (!here || facts.length === 0) return [];
    const findings = facts.map(({ field, value }) => {
      const said = {
        field: message(`about.${field === "title" ? "field-title" : field}`),
        value: value.slice(0, 80),
      };
      return incomplete(
        here.title,
        message("handover.other-facts", said),
        message("handover.other-facts-advice"),
      );
    });
    return [findings];
  });
}

/** Each set of articles that the file has and nobody here, neither by its id nor by its name, or that asks for others here. */
function otherSets(
  liveProject: LiveProject,
  { articleSets = [], project }: ExportBundle,
): readonly FileFinding[] {
  const { articleSets: here = [] } = liveProject.folder.project.data();
  return articleSets.flatMap(({ id, name, filter }) => {
    const setsHere = [id, name].flatMap((one) => setsNamed(here, one));
    if (setsHere.some((one) => sameValue(one.filter, filter))) return [];
    const kind = setsHere.length === 0 ? "other-sets" : "other-filters";
    return [
      incomplete(project.name, message(`handover.${kind}`, { name }), message(`handover.${kind}-advice`)),
    ];
  });
}

/** Each answer that the file has for an entity that is here too, where there is another one here or none. */
function otherValues(here: Table<Entity>, { entities, tagset }: ExportBundle): readonly FileFinding[] {
  return entities.flatMap((entity) => {
    const entityHere = get(here, entity.id);
    if (!entityHere) return [];
    return entityFieldsOf(tagset).flatMap((field) => {
      const theirs = enteredIn(entity, field.id);
      const ours = enteredIn(entityHere, field.id);
      if (!theirs || (ours && sameValue(answerOf(theirs), answerOf(ours)))) return [];
      const said = { field: field.name, value: wordsOfAnswer(field, theirs).slice(0, 80) };
      return incomplete(
        entityHere.name,
        message("handover.other-values", said),
        message("handover.other-values-advice"),
      );
    });
  });
}

/** As many files and layers as somebody reads, those first of which something is left out. */
function sumsOf({ files, passedOver, leftValues, ...tally }: TallyInAll) {
  const isWhole = ({ taken, units, moved, valuesLeft }: FileTally): boolean =>
    taken === units && moved + valuesLeft === 0;
  const sorted = [...files.filter((one) => !isWhole(one)), ...files.filter(isWhole)];
  return {
    tally,
    files: sorted.slice(0, maxListed),
    filesInAll: files.length,
    passedOver: passedOver.slice(0, maxListed),
    leftValues: leftValues.slice(0, maxListed),
  };
}

interface Registries {
  readonly here: Table<Entity>;
  readonly theirs: Table<Entity>;
}

function rowOf(planned: PlannedSet, { here, theirs }: Registries): TakeInRow {
  const {
    outcome,
    cameAs,
    title,
    isBrought,
    annotator,
    set,
    carried,
    merge,
    besideCurated,
    againstCurated,
    again = null,
  } = planned;
  const isPlaced = outcome !== "no-article" && outcome !== "left" && outcome !== "twins-asked";
  const sides = merge && {
    ours: { set: merge.merged.set, entities: here },
    theirs: { set: setFromJson(set), entities: theirs },
  };
  return {
    outcome,
    cameAs,
    article: isPlaced ? set.articleId : null,
    title,
    isBrought,
    annotator,
    ...(besideCurated && { besideCurated }),
    ...(againstCurated && { againstCurated }),
    spans: set.spans.length,
    cards: set.attributions.length,
    again,
    carried: carried
      ? {
          ...carried,
          lost: carried.lost.slice(0, maxListed),
          lostInAll: carried.lost.length,
          doubtfulInAll: carried.lost.filter(({ why }) => why === "ambiguous").length,
        }
      : null,
    merge:
      merge && sides
        ? {
            ...countsOfChange(merge.change),
            conflicts: merge.conflicts
              .slice(0, maxListed)
              .map((conflict) => conflictOf(set.articleId, conflict, sides)),
          }
        : null,
  };
}
