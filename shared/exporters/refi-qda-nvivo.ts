// REFI-QDA project exchange for NVivo, as it writes it itself: texts with a byte-order mark, which does not count, every line end as CR LF
// and counted as two, positions in UTF-16 code units. Found by a file of NVivo 12 for Windows (see its reader, `refi-qda.ts`).
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { StandoffExporter } from "./exporter.ts";
import { refiQdaPasses } from "./refi-qda-project.ts";

export const refiQdaNvivoExporter: StandoffExporter = {
  id: "refi-qda-nvivo",
  takes: "standoffs",
  extension: "qdpx",
  capabilities: {
    ...allOfStandoff,
    unit: "utf-16",
    characters: "xml",
    textLineEnds: "crlf",
  },
  passes: (survey, about) =>
    refiQdaPasses(survey, about, { unit: "utf-16", program: "NVivo", hasMark: true }),
};
