// What is proposed for an article, and what of that this person has rejected anywhere in the project.

import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { records } from "../../../shared/model/table.ts";
import { type MeasuredWork, measureAgainst } from "../../../shared/suggestions/measure-against.ts";
import { readText } from "../../storage/article-files.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { ownSet } from "../own-sets.ts";
import { articleIn } from "../project-in-use.ts";
import { suggestedFor } from "../suggested.ts";

export function suggestionHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "suggestions.find" | "suggestions.measure" | "suggestions.rejections"> {
  /** By the handle of the open project, which every window has for itself. */
  const running = new Map<Id, AbortController>();
  return {
    async "suggestions.find"({ project, article }, client) {
      const { inUse } = projects.get(project, client);
      running.get(project)?.abort();
      const looking = new AbortController();
      running.set(project, looking);
      try {
        const found = await suggestedFor(context, inUse, [article], {
          signal: looking.signal,
          onProgress: () => undefined,
        });
        return found?.get(article) ?? null;
      } finally {
        if (running.get(project) === looking) running.delete(project);
      }
    },
    async "suggestions.measure"({ project, article, atLeast }, client) {
      const { inUse } = projects.get(project, client);
      running.get(project)?.abort();
      const measuring = new AbortController();
      running.set(project, measuring);
      try {
        const asked = article === null ? [...inUse.articles.keys()] : [article];
        const own = new Map<Id, AnnotationSet>();
        for (const id of asked) {
          const found = await ownSet(context, inUse, id);
          if (found && found.set.attributions.size > 0) own.set(id, found.set);
        }
        const proposed = await suggestedFor(context, inUse, [...own.keys()], {
          signal: measuring.signal,
          onProgress: (progress) => context.emit({ type: "suggesting", project, ...progress }, client),
        });
        if (!proposed) return null;
        const work: MeasuredWork[] = [];
        for (const [id, set] of own) {
          const text = await readText(context.disk, inUse.folder.root, await articleIn(context, inUse, id));
          work.push({ id, text: articleTextOf(text), set, cards: proposed.get(id)?.cards ?? [] });
        }
        return measureAgainst(work, atLeast);
      } finally {
        if (running.get(project) === measuring) running.delete(project);
      }
    },
    async "suggestions.rejections"({ project }, client) {
      const { inUse } = projects.get(project, client);
      const found = [];
      for (const article of inUse.articles.keys()) {
        const own = await ownSet(context, inUse, article);
        if (own && own.set.rejections.size > 0)
          found.push({
            article,
            rejections: [...records(own.set.rejections)].sort((a, b) => (a.id < b.id ? -1 : 1)),
          });
      }
      return { articles: found };
    },
  };
}
