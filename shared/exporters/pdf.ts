// The same page printed as PDF, by whatever browser the host has.
import { message } from "../words/message.ts";
import type { BundleExporter } from "./exporter.ts";
import { printablePage } from "./printable-page.ts";

export const pdfExporter: BundleExporter = {
  ...printablePage,
  id: "pdf",
  name: message("formats.pdf"),
  extension: "pdf",
  description: message("formats.pdf-about"),
  printed: true,
};
