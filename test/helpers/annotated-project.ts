// A project of somebody's in which articles of gold are annotated as the gold says.
import type { Client } from "../../shared/api/client.ts";
import { acceptSuggestions } from "../../shared/commands/accept-suggestions.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import { tableOf } from "../../shared/model/table.ts";
import { newId } from "../main/core/span-of.ts";
import type { GoldArticle } from "./gold.ts";

/** Made and left open; `handle`: of the opening. */
export async function annotatedProject(someone: Client, path: string, articles: readonly GoldArticle[]) {
  const project = await someone.call("project.create", { path, name: "Dunmore" });
  const handle = project.handle;
  for (const { id, text, cards } of articles) {
    const { article } = await someone.call("article.importText", {
      project: handle,
      name: `${id}.txt`,
      text,
    });
    const opened = await someone.call("article.open", { project: handle, article: article.id });
    const outcome = acceptSuggestions.run(
      {
        annotations: { set: setFromJson(opened.set), entities: tableOf([]) },
        text: articleTextOf(opened.text),
        tagset: project.project.tagset,
        annotator: project.annotator?.id ?? "",
        focus: { span: null, card: null },
        newId,
        now: () => "2026-01-01T00:00:00.000Z",
      },
      {
        cards: cards.map(({ voice, cue, claim }) => ({
          voice,
          entity: null,
          cue: cue ? [cue] : [],
          claim,
          via: [],
          fields: {},
          within: null,
          rule: "that-clause",
          reason: "A verb of saying is followed by “that”.",
          confidence: 0.9,
          model: null,
        })),
      },
    );
    if (!("change" in outcome)) throw new Error(outcome.refusal);
    await someone.call("annotations.apply", {
      ...{ project: handle, article: article.id, opId: newId() },
      ...{ revision: opened.revision, change: outcome.change },
    });
  }
  return { project, handle };
}
