// REFI-QDA project exchange for ATLAS.ti, which counts CR LF as one character.
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { StandoffExporter } from "./exporter.ts";
import { refiQdaPasses } from "./refi-qda-project.ts";

export const refiQdaAtlasTiExporter: StandoffExporter = {
  id: "refi-qda-atlas-ti",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "code-points-crlf-as-one",
    lineEnds: false,
    characters: "xml",
  },
  passes: (survey, about) =>
    refiQdaPasses(survey, about, { unit: "code-points-crlf-as-one", program: "ATLAS.ti" }),
};
