// A curation of several articles and annotators stands when the same sets come in once more from another tool: what was decided on marks
// that changed is open again, and nothing else.
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { bundleOf } from "../../../../shared/annotated-json/bundle.ts";
import { comparedReview } from "../../../../shared/api/compared-review.ts";
import { exporterById, exportOf } from "../../../../shared/exporters/index.ts";
import {
  type AnnotationSetJson,
  emptySet,
  setFromJson,
  setToJson,
} from "../../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { schemaVersion } from "../../../../shared/model/project.ts";
import { setKinds } from "../../../../shared/model/record-kinds.ts";
import { has, records, type Table, tableOf } from "../../../../shared/model/table.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../../helpers/bundles.ts";
import { severalAnnotators } from "../../../helpers/several-annotators.ts";
import { tier } from "../../../helpers/tier.ts";
import { allDecided } from "../../../shared/review/decide/reviews.ts";
import { newId, person, projectWith, temporaryFolder } from "../workplace.ts";

const several = severalAnnotators(["Ana", "Ben", "Cem", "Dil"]);

/** Some 250 decisions where that is not too slow. */
const editions = tier === "all" ? 9 : 1;
/** The sample's articles several times, with as many other texts. */
const articles = Array.from({ length: editions }, (_, edition) =>
  several.articles.map(({ article, sets }) => ({
    article: {
      ...article,
      id: `${article.id}${"abcdefghi"[edition]}`,
      title: `${article.title} ${edition + 1}`,
    },
    text: `${article.text}\n\nEdition ${edition + 1}.\n`,
    sets,
  })),
).flat();

/** What the four annotators made, as another tool's files, `change` applied to Ana's set of the first article. */
function filesOf(change: (set: AnnotationSetJson) => AnnotationSetJson) {
  const at = "2026-01-01T00:00:00.000Z";
  const { annotators, entities } = several;
  const project = {
    schemaVersion,
    id: "project",
    name: "Project",
    createdAt: at,
    tagset: newsAttribution,
    annotators,
  };
  const exported = articles.map(({ article: { id, title, metadata }, text, sets }, nth) => ({
    article: {
      id,
      title,
      addedAt: at,
      textHash: hashOf(text),
      length: text.length,
      metadata,
      original: null,
    },
    text,
    sets: sets.map((set, who) => ({
      ...(nth === 0 && who === 0 ? change(set) : set),
      ...{ articleId: id, textHash: hashOf(text) },
    })),
  }));
  const exporter = exporterById("cas-json");
  if (!exporter) throw new RangeError("cas-json");
  return exportOf(
    exporter,
    bundleOf({ project, entities, articles: exported, exportedAt: at, generator: "Sayso 0.0.0" }),
  ).files;
}

async function desk() {
  const folder = temporaryFolder();
  const eva = await person(join(folder, "home"), "Eva");
  const { project: opened } = await projectWith(eva, join(folder, "project"));
  const project = opened.handle;
  const path = join(folder, "theirs");
  let day = 0;
  const write = (files: ReturnType<typeof filesOf>): void => {
    day += 1;
    for (const { name, bytes } of files) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), bytes);
      utimesSync(join(path, name), new Date(Date.UTC(2030, 0, day)), new Date(Date.UTC(2030, 0, day)));
    }
  };
  const asked = { project, from: { path }, unverified: false, bring: true, places: {}, decided: [] };
  const take = async () => {
    const offered = await eva.call("review.takeInPreview", asked);
    if (offered.ok || !offered.offer) throw new Error("There is no offer.");
    const foreign = { format: "cas-json", mapping: offered.offer.mapping, as: null };
    const seen = await eva.call("review.takeInPreview", { ...asked, foreign });
    if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
    const step = { command: "take-in", at: "2026-01-01T00:00:00.000Z" };
    return eva.call("review.takeIn", { ...asked, foreign, sha256: seen.sha256, opId: newId(), step });
  };
  const reviewed = async (article: Id) => {
    const sets = await eva.call("review.sets", { project, article });
    const chosen = sets.sets.filter(({ annotator: { role } }) => role === "colleague");
    const annotators = chosen.map(({ annotator }) => annotator.id);
    const { comparison } = await eva.call("review.compare", { project, article, annotators, policies: [] });
    if (!comparison) throw new Error("It was stopped.");
    const text = articleTextOf(sets.text);
    return comparedReview({ sets, annotators, policies: [], comparison, text, tagset: newsAttribution });
  };
  const decide = async (article: Id, review: Awaited<ReturnType<typeof reviewed>>): Promise<number> => {
    const { set: curated, revision } = await eva.call("article.open", {
      project,
      article,
      whose: "curation",
    });
    const start = { set: emptySet(curated), entities: tableOf([...records(review.entities)]) };
    const { set } = allDecided({ text: review.text, review, start }, [0, 1, 2, 0, 4]);
    const json = JSON.stringify(setToJson(set)).replaceAll('"decider"', JSON.stringify(opened.annotator?.id));
    const all = setFromJson(JSON.parse(json));
    const change = Object.fromEntries(
      setKinds.flatMap((kind) => {
        const made = [...records(all[kind] as Table<{ readonly id: Id }>)];
        return made.length > 0 ? [[kind, added(...made)]] : [];
      }),
    );
    const step = { command: "decide-conflict", at: "2026-01-01T00:00:00.000Z" };
    await eva.call("annotations.apply", {
      project,
      article,
      whose: "curation",
      opId: newId(),
      revision,
      change,
      step,
    });
    return all.decisions.size;
  };
  return { write, take, reviewed, decide };
}

test("exactly the decisions on changed marks reopen, and all others stand", async () => {
  const { write, take, reviewed, decide } = await desk();
  write(filesOf((set) => set));
  const first = await take();
  const places = [...new Set(first.rows.flatMap(({ article }) => article ?? []))];
  expect(places.length).toBe(articles.length);
  const before = new Map<Id, Awaited<ReturnType<typeof reviewed>>>();
  let decisions = 0;
  for (const article of places) {
    const review = await reviewed(article);
    before.set(article, review);
    decisions += await decide(article, review);
    expect((await reviewed(article)).questions.filter(({ state }) => state !== "decided")).toEqual([]);
  }
  expect(decisions).toBeGreaterThan(editions * 25);

  write(filesOf((set) => ({ ...set, attributions: set.attributions.slice(1) })));
  const again = await take();
  const changed = again.rows.filter(({ outcome }) => outcome !== "same");
  expect(changed).toMatchObject([
    { annotator: { name: "Ana" }, outcome: "newer", again: { changed: 0, added: 0, removed: 1 } },
  ]);
  let reopened = 0;
  for (const article of places) {
    const [was, now] = [before.get(article), await reviewed(article)];
    if (!was) throw new RangeError(article);
    const isGone = (id: Id | null, at: number): boolean =>
      id !== null &&
      !has(now.sets[at]?.set.attributions ?? tableOf(), id) &&
      !has(now.sets[at]?.set.spans ?? tableOf(), id);
    /** A group before, as it is without what is gone. */
    const keyBefore = (number: number): string =>
      (was.comparison.groups[number]?.members ?? []).map((id, at) => (isGone(id, at) ? null : id)).join();
    const isTouched = (number: number): boolean =>
      (was.comparison.groups[number]?.members ?? []).some((id, at) => isGone(id, at));
    const open = now.questions.flatMap(({ parts }) =>
      parts
        .filter(({ state }) => state !== "decided")
        .map(({ group }) => now.comparison.groups[group]?.members.join()),
    );
    // What was settled by one decision is open with it.
    const touched = was.questions.filter(({ parts }) => parts.some(({ group }) => isTouched(group)));
    expect(touched.length).toBe(article === changed[0]?.article ? 1 : 0);
    expect(touched.flatMap(({ parts }) => parts.map(({ group }) => keyBefore(group)))).toEqual(
      expect.arrayContaining(open),
    );
    expect(open).toEqual(
      expect.arrayContaining(
        touched.flatMap(({ parts }) =>
          parts.flatMap(({ group }) => (isTouched(group) ? [keyBefore(group)] : [])),
        ),
      ),
    );
    reopened += open.length;
  }
  expect(reopened).toBeGreaterThan(0);
});
