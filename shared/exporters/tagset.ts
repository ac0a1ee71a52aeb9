// The project's tagset alone, guideline included, for other projects to bring in. Annotations are not in it.
import { tagsetFormat, tagsetFormatVersion } from "../schema/tagset-file-version.ts";
import { message } from "../words/message.ts";
import { sorted } from "./canonical.ts";
import type { Exporter } from "./exporter.ts";

export const tagsetExporter: Exporter = {
  id: "tagset",
  name: message("formats.tagset"),
  extension: "tagset",
  description: message("formats.tagset-about"),
  write: ({ generator, tagset }) => ({
    text: `${JSON.stringify(
      { format: tagsetFormat, version: tagsetFormatVersion, generator, tagset: sorted(tagset) },
      null,
      2,
    )}\n`,
    losses: [],
  }),
};
