// Random work on the articles of an open project, over the door, with the commands of the window: what a person could have
// done, so that a whole project can be held to what is promised of it.
import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import type { CommandContext } from "../../../shared/commands/command.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { isEmptyChange } from "../../../shared/model/change.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { callers, chooseBy } from "../../helpers/command-callers.ts";
import { newId, type Person } from "./workplace.ts";

export interface Work {
  readonly article: number;
  readonly command: number;
  readonly numbers: readonly number[];
}

/** Commands by which a set fills sooner than it empties. */
const likely = [
  "tag-selection",
  "tag-selection",
  "create-attribution",
  "create-entity",
  "set-note",
  "set-field",
];
const ids = [...likely, ...Object.keys(callers)];

let seconds = 0;

/** Does one piece of work. False when the command was refused or the core did not take it. */
export async function workIn(
  who: Person,
  project: OpenProject,
  articles: readonly Id[],
  { article: at, command, numbers }: Work,
  whose?: Whose,
): Promise<boolean> {
  const article = articles[at % articles.length] ?? "";
  const set = { article, ...(whose && { whose }) };
  const opened = await who.call("article.open", { project: project.handle, ...set });
  const id = ids[command % ids.length] ?? "";
  const outcome = callers[id]?.(contextOf(project, opened, whose), chooseBy(numbers));
  if (!outcome || "refusal" in outcome || isEmptyChange(outcome.change)) return false;
  seconds += 1;
  const saving = who.call("annotations.apply", {
    project: project.handle,
    ...set,
    opId: newId(),
    revision: opened.revision,
    change: outcome.change,
    step: { command: id, at: new Date(Date.UTC(2026, 0, 2, 9, 0, seconds)).toISOString() },
  });
  return saving.then(
    () => true,
    () => false,
  );
}

const contextOf = (project: OpenProject, opened: OpenArticle, whose?: Whose): CommandContext => ({
  annotations: { set: setFromJson(opened.set), entities: tableOf(opened.entities) },
  text: articleTextOf(opened.text),
  tagset: project.project.tagset,
  annotator: project.annotator?.id ?? "",
  ...(whose && { origin: { by: "curated", parents: [] } }),
  focus: { span: null, card: null },
  newId,
  now: () => new Date(Date.UTC(2026, 0, 2, 9, 0, seconds)).toISOString(),
});
