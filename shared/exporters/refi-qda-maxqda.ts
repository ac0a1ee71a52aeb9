// REFI-QDA project exchange for MAXQDA, which has every line end as CR LF and counts it as two: where a text has another, each would move
// all codes after it by one.
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { StandoffExporter } from "./exporter.ts";
import { refiQdaPasses } from "./refi-qda-project.ts";

export const refiQdaMaxqdaExporter: StandoffExporter = {
  id: "refi-qda-maxqda",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "code-points",
    characters: "xml",
    textLineEnds: "crlf",
  },
  passes: (survey, about) => refiQdaPasses(survey, about, { unit: "code-points", program: "MAXQDA" }),
};
