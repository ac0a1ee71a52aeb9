// The page as HTML, to be read anywhere.
import type { BundleExporter } from "./exporter.ts";
import { printablePage } from "./printable-page.ts";

export const htmlExporter: BundleExporter = {
  ...printablePage,
  id: "html",
  extension: "html",
};
