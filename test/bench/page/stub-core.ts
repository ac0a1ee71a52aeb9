// A core that answers from memory, so that the page measures the interface and not a disk.
import type { Client } from "../../../shared/api/client.ts";
import { clientOver } from "../../../shared/api/client.ts";
import { defaultPreferences } from "../../../shared/api/preferences.ts";
import { notShared } from "../../../shared/api/team.ts";
import { notWatching } from "../../../shared/api/watching.ts";
import type { BenchArticle } from "./bench-article.ts";

export function stubCore({ project, opened }: BenchArticle): Client {
  let revision = 0;
  const settings = {
    ...defaultPreferences,
    annotatorName: "Bench",
    theme: "light",
    language: "en",
    recentProjects: [],
  };
  const answers: Readonly<Record<string, () => unknown>> = {
    "host.info": () => ({ version: "0", host: "browser", nativeDialogs: false, modelsAllowedIn: "command" }),
    "host.openings": () => ({ openings: [] }),
    "settings.get": () => settings,
    "settings.set": () => settings,
    "project.open": () => project,
    "project.history": () => ({ steps: [] }),
    "article.open": () => opened,
    "article.place": () => null,
    "conflicts.list": () => ({ conflicts: [] }),
    "watch.get": () => notWatching,
    "team.get": () => notShared,
    "review.threads": () => ({ articles: [] }),
    "suggestions.find": () => null,
    "suggestions.rejections": () => ({ articles: [] }),
    "annotations.apply": () => {
      revision += 1;
      return { revision, savedAt: "2026-01-01T00:00:00.000Z" };
    },
  };
  return clientOver({
    async call(name) {
      const answer = answers[name];
      if (!answer) throw new RangeError(`The benchmark's core has no answer to ${name}.`);
      return { ok: true, value: answer() };
    },
    subscribe: () => () => undefined,
  });
}
