// The project's tagset alone, guideline included, for other projects to bring in. Annotations are not in it.

import { sorted } from "../files/canonical.ts";
import { jsonFile } from "../interchange/written-json.ts";
import { tagsetFormat, tagsetFormatVersion } from "../tagsets/tagset-file.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const tagsetExporter: BundleExporter = {
  id: "tagset",
  takes: "bundle",
  extension: "tagset",
  tagsetOnly: true,
  capabilities: null,
  passes({ generator, tagset }) {
    const value = { format: tagsetFormat, version: tagsetFormatVersion, generator, tagset: sorted(tagset) };
    return [{ article: () => [], end: () => [jsonFile(onlyFile, value)] }];
  },
};
