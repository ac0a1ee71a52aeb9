// How far a project is, as the command line tells it.
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import { progressOfProject } from "../../shared/api/project-progress.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { type ProjectProgress, type Totals, workStates } from "../../shared/review/assignments.ts";
import type { Words } from "../../shared/words/say.ts";

/** Asks for it. Rejects with an `ApiError`. */
export async function readProgress(client: Client, opened: OpenProject): Promise<ProjectProgress> {
  const { sets } = await client.call("project.progress", { project: opened.handle });
  return progressOfProject(opened.project, opened.articles, sets);
}

/** A line an article, with who works on it, and a line a person. */
export function progressLines(opened: OpenProject, progress: ProjectProgress, words: Words): string[] {
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
