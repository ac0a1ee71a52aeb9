// REFI-QDA project exchange as the standard has it: texts as they are, positions in code points.
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { StandoffExporter } from "./exporter.ts";
import { refiQdaPasses } from "./refi-qda-project.ts";

export const refiQdaExporter: StandoffExporter = {
  id: "refi-qda",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: { ...allOfStandoff, unit: "code-points", characters: "xml" },
  passes: (survey, about) => refiQdaPasses(survey, about, { unit: "code-points" }),
};
