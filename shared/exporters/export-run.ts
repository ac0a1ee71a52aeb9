// One export: first every article is looked at once, which says what is lost and what the format has to know before it begins; then
// the format's passes write it. Whoever runs it brings the articles one by one, the same in each round, so that no more than one
// has to be in memory.

import { type ExportedArticle, type ExportHead, startReferences } from "../annotated-json/bundle.ts";
import { type Capabilities, type Loss, type LossCount, lossCount } from "../interchange/capabilities.ts";
import { unitOfDetails, withDetailsOnMentions } from "../interchange/detail-values.ts";
import { fitting } from "../interchange/fit.ts";
import { countDetails, flattening } from "../interchange/flatten.ts";
import { type ArticleStandoffs, overArticles, type Pass, startSurvey } from "../interchange/passes.ts";
import type { Standoff } from "../interchange/standoff.ts";
import type { Id } from "../model/id.ts";
import { get, tableOf } from "../model/table.ts";
import type { About, BundleExporter, Exporter, StandoffExporter } from "./exporter.ts";

export interface ExportRun<Article> {
  /** Takes an article of the first round. */
  look(article: Article): void;
  /** What is not in the files, once all articles were looked at. */
  losses(): readonly Loss[];
  /** The further rounds, once all articles were looked at. */
  passes(): readonly Pass<Article>[];
}

/** `head` may know more people and entities than the articles refer to: they are left out. */
export function startExport(exporter: Exporter, head: ExportHead): ExportRun<ExportedArticle> {
  const count = lossCount();
  const run = exporter.takes === "bundle" ? ofBundle(exporter, head, count) : ofSets(exporter, head, count);
  if (exporter.capabilities === null || exporter.capabilities.articleSets) return run;
  const sets = tableOf(head.articleSets ?? []);
  const countedIds = new Set<Id>();
  return {
    ...run,
    look(article) {
      for (const id of article.inSets ?? [])
        if (countedIds.size < countedIds.add(id).size) count.add("article-sets", get(sets, id)?.name);
      run.look(article);
    },
  };
}

function ofBundle(exporter: BundleExporter, head: ExportHead, count: LossCount): ExportRun<ExportedArticle> {
  const counting = exporter.counting?.(head, count);
  const referred = startReferences();
  return {
    look(article) {
      referred.add(article);
      counting?.(article);
    },
    losses: count.losses,
    passes: () => exporter.passes(referred.headOf(head)),
  };
}

function ofSets(exporter: StandoffExporter, head: ExportHead, count: LossCount): ExportRun<ExportedArticle> {
  const { generator, exportedAt, project, tagset } = head;
  const flattened = keptOfOne(flattening(head, count), flattening(head, lossCount()));
  const run = startStandoffExport(exporter, { generator, exportedAt, title: project.name, tagset }, count);
  return {
    look: (article) => run.look(flattened.first(article)),
    losses: run.losses,
    passes: () => run.passes().map((pass) => overArticles(pass, flattened.again)),
  };
}

/** What is made of an article in the first round, kept for the further ones where no other follows it; else it is made again. */
function keptOfOne<From, To>(first: (from: From) => To, again: (from: From) => To) {
  let articles = 0;
  let kept: To | null = null;
  return {
    first(from: From): To {
      articles += 1;
      const made = first(from);
      kept = articles === 1 ? made : null;
      return made;
    },
    again: (from: From): To => kept ?? again(from),
  };
}

/** Standoffs as the format can hold them, what is known of entities where it is written. */
function fittingToWrite(capabilities: Capabilities, count: LossCount): (document: Standoff) => Standoff {
  const fitted = fitting(capabilities, count);
  if (capabilities.entityDetails !== "values") return fitted;
  const unit = unitOfDetails(capabilities);
  return (document) => withDetailsOnMentions(fitted(document), unit, (entity) => countDetails(entity, count));
}

/** The same of another tool's annotations, in their own labels. */
export function startStandoffExport(
  exporter: StandoffExporter,
  about: About,
  count = lossCount(),
): ExportRun<ArticleStandoffs> {
  const survey = startSurvey();
  const fittingGroups = (counted: LossCount) => {
    const fit = fittingToWrite(exporter.capabilities, counted);
    return (group: ArticleStandoffs): ArticleStandoffs => group.map(fit);
  };
  const fitted = keptOfOne(fittingGroups(count), fittingGroups(lossCount()));
  return {
    look(group) {
      for (const document of fitted.first(group)) survey.add(document);
    },
    losses: count.losses,
    passes: () => exporter.passes(survey.result(), about).map((pass) => overArticles(pass, fitted.again)),
  };
}
