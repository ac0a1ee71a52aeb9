// The decisions of the curated sets as JSON: the same as the table, with its parts apart, for programs.
import { utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import { loggedDecisions } from "./decided.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const decisionLogJsonExporter: BundleExporter = {
  id: "decision-log-json",
  takes: "bundle",
  name: message("formats.decision-log-json"),
  extension: "json",
  description: message("formats.decision-log-json-about"),
  capabilities: null,
  write(bundle) {
    const { generator, exportedAt, project } = bundle;
    const value = {
      format: "sayso-decision-log",
      version: 1,
      generator,
      exportedAt,
      offsetUnit: "utf-16-code-units",
      project: { id: project.id, name: project.name },
      decisions: loggedDecisions(bundle),
    };
    return { files: [{ name: onlyFile, bytes: utf8(`${JSON.stringify(value, null, 2)}\n`) }], losses: [] };
  },
};
