// The page as HTML, to be read anywhere.
import { message } from "../words/message.ts";
import type { BundleExporter } from "./exporter.ts";
import { printablePage } from "./printable-page.ts";

export const htmlExporter: BundleExporter = {
  ...printablePage,
  id: "html",
  name: message("formats.html"),
  extension: "html",
  description: message("formats.html-about"),
};
