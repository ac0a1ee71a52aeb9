// A project in which somebody has marked an article, and what is done to the article's text: for the tests of revisions.
import { join } from "node:path";
import type { OpenArticle, OpenProject } from "../../../shared/api/contract.ts";
import { type AnnotationSetJson, setFromJson } from "../../../shared/model/annotation-set.ts";
import { added, type Change } from "../../../shared/model/change.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { newId, noteOf, type Person, projectWith, text } from "./workplace.ts";

export const corrected = text
  .replace("bridge would", "new bridge would")
  .replace(" “It is safe,” she said.", "");

export function mark(project: OpenProject, quote: string, type: string): Span {
  const start = text.indexOf(quote);
  return {
    id: newId(),
    type,
    segments: [selectorOf(text, { start, end: start + quote.length })],
    provenance: {
      annotator: project.annotator?.id ?? "",
      at: "2026-01-01T00:00:00.000Z",
      origin: { by: "human" },
    },
  };
}

export async function save(
  someone: Person,
  project: OpenProject,
  article: string,
  change: Change,
): Promise<void> {
  const { revision } = await someone.call("article.open", { project: project.handle, article });
  await someone.call("annotations.apply", {
    project: project.handle,
    article,
    opId: newId(),
    revision,
    change,
    step: noteOf("tag-selection"),
  });
}

/** A project in which Ana has marked a claim with its card, and a quotation. */
export async function marked(someone: Person, folder: string) {
  const { project, article } = await projectWith(someone, join(folder, "bridges"));
  const speaker = mark(project, "Mayor Ines Duarte", "speaker");
  const claim = mark(project, "the bridge would reopen in May", "claim");
  const quotation = mark(project, "“It is safe,”", "claim");
  const cue = mark(project, "she said", "cue");
  const fields = Object.fromEntries(project.project.tagset.fields.map((field) => [field.id, field.default]));
  const card = (of: { voice: string[]; cue: string | null; claim: string }) => ({
    id: newId(),
    via: [],
    within: null,
    kind: null,
    fields,
    note: "",
    flags: [],
    provenance: speaker.provenance,
    ...of,
  });
  const cards = [
    card({ voice: [speaker.id], cue: null, claim: claim.id }),
    card({ voice: [], cue: cue.id, claim: quotation.id }),
  ];
  await save(someone, project, article, {
    spans: added(speaker, claim, quotation, cue),
    attributions: added(...cards),
  });
  return { project, article, speaker, claim, quotation, cue, cards };
}

export const open = (someone: Person, { handle }: OpenProject, article: string): Promise<OpenArticle> =>
  someone.call("article.open", { project: handle, article });

export function revise(
  someone: Person,
  { handle }: OpenProject,
  article: string,
  to: string,
  from: string | null = null,
) {
  return someone.call("article.revise", {
    project: handle,
    article,
    from,
    opId: newId(),
    step: noteOf("revise-article"),
    why: "correction",
    note: "A word was missing.",
    text: to,
  });
}

/** What is against a law; nothing may be. */
export function broken({ text, set, article }: OpenArticle, { project }: OpenProject) {
  return violations(
    { set: setFromJson(set), entities: tableOf<never>() },
    { text, articleId: article.id, tagset: project.tagset },
  ).filter(({ severity }) => severity === "error");
}

export const quotes = ({ spans }: AnnotationSetJson): string[] =>
  spans.map(({ segments }) => segments.map(({ quote }) => quote).join("…"));
