// The page to print as PDF: the same page, printed by whatever browser the host has.
import { message } from "../words/message.ts";
import type { BundleExporter } from "./exporter.ts";
import { printablePageExporter } from "./printable-page.ts";

export const pdfExporter: BundleExporter = {
  ...printablePageExporter,
  id: "pdf",
  name: message("formats.pdf"),
  extension: "pdf",
  description: message("formats.pdf-about"),
  printed: true,
};
