// The decisions of the curated sets as JSON: the same as the table, with its parts apart, for programs.
import { jsonList } from "../interchange/written-json.ts";
import { loggedDecisions } from "./decided.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const decisionLogJsonExporter: BundleExporter = {
  id: "decision-log-json",
  takes: "bundle",
  extension: "json",
  capabilities: null,
  passes(head) {
    const { generator, exportedAt, project } = head;
    const decisionsOf = loggedDecisions(head);
    const list = jsonList(onlyFile, (decisions) => ({
      format: "sayso-decision-log",
      version: 1,
      generator,
      exportedAt,
      offsetUnit: "utf-16-code-units",
      project: { id: project.id, name: project.name },
      decisions,
    }));
    return [
      {
        begin: list.begin,
        article: (article) => decisionsOf(article).map(list.item),
        end: list.end,
      },
    ];
  },
};
