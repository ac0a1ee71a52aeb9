// The project's tagset alone, guideline included, for other projects to bring in. Annotations are not in it.
import { tagsetFormat, tagsetFormatVersion } from "../schema/tagset-file-version.ts";
import { sorted } from "./canonical.ts";
import type { Exporter } from "./exporter.ts";

export const tagsetExporter: Exporter = {
  id: "tagset",
  name: "Tagset",
  extension: "tagset",
  description: "The span types, fields and guideline alone, for other projects to bring in.",
  write: ({ generator, tagset }) => ({
    text: `${JSON.stringify(
      { format: tagsetFormat, version: tagsetFormatVersion, generator, tagset: sorted(tagset) },
      null,
      2,
    )}\n`,
    losses: [],
  }),
};
