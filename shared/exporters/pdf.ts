// The same page printed as PDF, by whatever browser the host has.
import type { BundleExporter } from "./exporter.ts";
import { printablePage } from "./printable-page.ts";

export const pdfExporter: BundleExporter = {
  ...printablePage,
  id: "pdf",
  extension: "pdf",
  printed: true,
};
