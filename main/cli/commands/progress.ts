// `sayso progress`: how far a project is, an article and a person; and that articles are curated. It only reads the project unless it is told
// that, so it works while the application has it open.
import type { Client } from "../../../shared/api/client.ts";
import {
  type ComparedReview,
  chosenIn,
  comparedReview,
  mostCompared,
  readAndCompare,
} from "../../../shared/api/compared-review.ts";
import type { ArticleSummary, OpenProject, ReviewSets } from "../../../shared/api/contract.ts";
import { progressOfProject } from "../../../shared/api/project-progress.ts";
import { setProgress } from "../../../shared/commands/index.ts";
import { explainViolation } from "../../../shared/errors/explain.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { type Annotations, setFromJson } from "../../../shared/model/annotation-set.ts";
import { textOfArticle } from "../../../shared/model/article-text.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { workStates } from "../../../shared/model/progress.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { ProjectProgress, Totals } from "../../../shared/review/assignments.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { queueOfQuestions } from "../../../shared/review/questions.ts";
import { isAnythingAsked, type Unfinished, unfinishedIn } from "../../../shared/review/unfinished.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, type CommandLine, parseProject, UsageError } from "../cli-command.ts";
import { introduce, newId, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { articleNamed } from "../find-by-name.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--curated TITLE", message("progress.cli-curated"), "many"],
  ["--in-review TITLE", message("progress.cli-in-review"), "many"],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const progressCommand: CliCommand = {
  name: "progress",
  synopsis: "PROJECT",
  summary: message("progress.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path: project } = parseProject(args, cliOptions);
    const { words } = commandLine;
    const asked = [
      ...(values.curated ?? []).map((title) => ({ title, isCurated: true })),
      ...(values["in-review"] ?? []).map((title) => ({ title, isCurated: false })),
    ];
    if (asked.length > 0) {
      const marked = await markAll(commandLine, project, asked, {
        as: values.as,
        takeOver: values["take-over"] === true,
      });
      if (values.json === true) commandLine.out(jsonOf({ ok: marked.every(isMarked), articles: marked }));
      else for (const one of marked) commandLine[isMarked(one) ? "out" : "err"](markedLines(one, words));
      return marked.every(isMarked) ? 0 : 1;
    }
    await withClient(commandLine, async (client) => {
      const openProject = await client.call("project.open", { path: project, mode: "read" });
      for (const warning of openProject.warnings) commandLine.err(lineOf(reported(warning, project, words)));
      const progress = await readProgress(client, openProject);
      if (values.json === true) commandLine.out(jsonOf(progress));
      else for (const line of progressLines(openProject, progress, words)) commandLine.out(line);
    });
    return 0;
  },
};

interface ToMark {
  readonly title: string;
  readonly isCurated: boolean;
}

/** Nothing is marked where one of the articles is not there. */
function markAll(
  commandLine: CommandLine,
  path: string,
  asked: readonly ToMark[],
  { as, takeOver }: { readonly as: string | undefined; readonly takeOver: boolean },
): Promise<readonly MarkedArticle[]> {
  const { words, err } = commandLine;
  return withClient(commandLine, async (client) => {
    if (as !== undefined) await introduce(client, as);
    const openProject = await openTakingOver(client, path, takeOver);
    for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
    requireWritable(openProject);
    const articles = asked.map((one) => ({ ...one, article: articleNamed(openProject, one.title) }));
    const marked: MarkedArticle[] = [];
    for (const { article, isCurated } of articles)
      marked.push(await markCurated(client, openProject, article, { isCurated, words }));
    return marked;
  });
}

/** Asks for it. Rejects with an `ApiError`. */
async function readProgress(client: Client, opened: OpenProject): Promise<ProjectProgress> {
  const { sets } = await client.call("project.progress", { project: opened.handle });
  return progressOfProject(opened.project, opened.articles, sets);
}

/** A line an article, with who works on it, and a line a person. */
function progressLines(opened: OpenProject, progress: ProjectProgress, words: Words): string[] {
  const { say } = words;
  const nameOf = (id: string): string =>
    visibleText(opened.project.annotators.find((one) => one.id === id)?.name ?? id);
  const counted = (totals: Totals): string =>
    workStates
      .filter((state) => totals[state] > 0)
      .map((state) => `${say(`progress.state-${state}`)} ${totals[state]}`)
      .join(", ");
  const articles = opened.articles.map(({ id, title }) => {
    const articleProgress = progress.articles.find(({ article }) => article === id);
    const state = articleProgress?.state
      ? say(`progress.state-${articleProgress.state}`)
      : say("progress.nobody");
    const work = (articleProgress?.work ?? []).map(
      (one) => `${nameOf(one.annotator)} (${say(`progress.state-${one.state}`)})`,
    );
    return [visibleText(title), state, work.join(", ")].filter((part) => part !== "").join("\t");
  });
  const people = progress.people.map(({ annotator, totals }) => `${nameOf(annotator)}\t${counted(totals)}`);
  return [...articles, "", ...people, "", `${say("progress.articles")}\t${counted(progress.totals)}`].map(
    (line) => `${line}\n`,
  );
}

// Says on the command line that articles are curated, or in review again: the former only where nothing of the curated set is unfinished.

/** UTF-16 code units of the words that one is told by. */
const longest = 90;

/** What is unfinished, in words, with its place in UTF-16 code units where it has one. */
interface UnfinishedItem {
  readonly what: Unfinished["what"];
  readonly start: number | null;
  readonly end: number | null;
  readonly says: string;
}

/** `unchanged`: it was so already. */
type MarkedArticle = { readonly article: Id; readonly title: string } & (
  | { readonly outcome: "curated" | "in-review" | "unchanged" }
  | { readonly outcome: "nothing-to-decide" }
  | { readonly outcome: "unfinished"; readonly items: readonly UnfinishedItem[] }
);

/** False for one that is refused. */
const isMarked = ({ outcome }: MarkedArticle): boolean =>
  outcome !== "unfinished" && outcome !== "nothing-to-decide";

/** Rejects with an `ApiError`, or a `UsageError` where more people worked on it than can be compared. */
async function markCurated(
  client: Client,
  openProject: OpenProject,
  { id: article, title }: ArticleSummary,
  { isCurated, words }: { readonly isCurated: boolean; readonly words: Words },
): Promise<MarkedArticle> {
  const of = { project: openProject.handle, article };
  const named = { article, title };
  const curated = await client.call("article.open", { ...of, whose: "curation" });
  const { tagset } = openProject.project;
  const text = textOfArticle(curated.article, curated.text, tagset);
  const annotations = { set: setFromJson(curated.set), entities: tableOf(curated.entities) };
  if (isCurated) {
    const items = await unfinishedOf(client, openProject, annotations, words);
    if (items === null) return { ...named, outcome: "nothing-to-decide" };
    if (items.length > 0) return { ...named, outcome: "unfinished", items };
  }
  const at = new Date().toISOString();
  const outcome = setProgress.run(
    {
      ...{ annotations, text, tagset, annotator: openProject.annotator?.id ?? "" },
      ...{ focus: { span: null, card: null }, newId, now: () => at },
    },
    { state: isCurated ? "done" : null },
  );
  if ("refusal" in outcome) return { ...named, outcome: "unchanged" };
  await client.call("annotations.apply", {
    ...{ ...of, whose: "curation", opId: newId(), revision: curated.revision, change: outcome.change },
    step: { command: setProgress.id, at },
  });
  return { ...named, outcome: isCurated ? "curated" : "in-review" };
}

/** As the window lists it, for everybody's sets; `null` where people have nothing that could be decided. */
async function unfinishedOf(
  client: Client,
  { handle: project, project: { tagset } }: OpenProject,
  curated: Annotations,
  words: Words,
): Promise<readonly UnfinishedItem[] | null> {
  const article = curated.set.articleId;
  const policies = edgePolicies.map(({ id }) => id);
  const read = await readAndCompare(client, { project, article }, policies, peopleCompared);
  if (!read) return null;
  const { sets, annotators, comparison } = read;
  // Only another comparison of this very client would end it.
  if (comparison === null) throw new Error("The comparison was stopped.");
  const text = textOfArticle(sets.article, sets.text, tagset);
  const review = comparedReview({ sets, annotators, policies, comparison, text, tagset });
  if (!isAnythingAsked(review, curated)) return null;
  const laws = { text: text.text, articleId: article, tagset };
  const queue = queueOfQuestions(review.questions);
  return unfinishedIn({ review, queue, curated, laws }).map((one) => itemOf(review, one, words));
}

/** Throws a `UsageError` where more people than can be compared have marked the article; `null`: fewer than two have. */
function peopleCompared(sets: ReviewSets): readonly Id[] | null {
  const title = visibleText(sets.article.title);
  if (sets.sets.filter(({ annotator }) => isPerson(annotator)).length > mostCompared)
    throw new UsageError(message("progress.cli-marked-many", { title, most: mostCompared }));
  const annotators = chosenIn(sets, null);
  return annotators.length < 2 ? null : annotators;
}

function itemOf({ comparison, text }: ComparedReview, one: Unfinished, words: Words): UnfinishedItem {
  const place = (one.question && comparison.groups[one.question.group]?.place) ?? null;
  const quoted = visibleText(shortened(place ? text.text.slice(place.start, place.end) : "", longest));
  return {
    what: one.what,
    start: place?.start ?? null,
    end: place?.end ?? null,
    says: saysOf(one, quoted, words),
  };
}

function saysOf(one: Unfinished, quoted: string, { say, tell }: Words): string {
  switch (one.what) {
    case "agreed":
      return say("decide.unfinished-agreed", { count: one.count });
    case "exclusions":
      return say("decide.unfinished-exclusions", { count: one.count });
    case "roles":
      return say("decide.unfinished-roles", { count: one.count });
    case "violation": {
      const what = tell(explainViolation(one.violation).what);
      return quoted === "" ? what : say("decide.unfinished-violation", { words: quoted, what });
    }
    case "conflict":
      if (one.state === "unsure") return say("decide.unfinished-unsure", { words: quoted });
      return say(one.state === "partly" ? "decide.unfinished-partly" : "decide.unfinished-open", {
        words: quoted,
      });
  }
}

/** What became of an article, in a sentence, with what is unfinished below it. */
function markedLines(marked: MarkedArticle, { say }: Words): string {
  const title = visibleText(marked.title);
  if (marked.outcome !== "unfinished") return `${say(`progress.cli-marked-${marked.outcome}`, { title })}\n`;
  const { items } = marked;
  const lines = items.map(
    ({ start, end, says }) => `  ${start === null ? "" : `${start}–${end}: `}${says}\n`,
  );
  return `${say("progress.cli-marked-unfinished", { title, count: items.length })}\n${lines.join("")}`;
}
