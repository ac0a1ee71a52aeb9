// The registry of exporters: the one list of the formats that can be handed on. A new format is one file and one line here.
import { annotatedJsonExporter } from "./annotated-json.ts";
import type { Exporter } from "./exporter.ts";
import { tagsetExporter } from "./tagset.ts";

/** Every exporter, in the order dialogs show them. */
export const exporters: readonly Exporter[] = [annotatedJsonExporter, tagsetExporter];

/** The exporter of this format; `undefined` when there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
