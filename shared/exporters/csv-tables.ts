// Tables as CSV (RFC 4180), one file each. A cell that a spreadsheet would take for a formula begins with an apostrophe.
import Papa from "papaparse";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { tablesOf } from "../interchange/tables.ts";
import { utf8 } from "../interchange/zip.ts";
import { message } from "../words/message.ts";
import type { BundleExporter } from "./exporter.ts";

export const csvTablesExporter: BundleExporter = {
  id: "csv",
  takes: "bundle",
  name: message("formats.csv"),
  extension: "zip",
  description: message("formats.csv-about"),
  capabilities: allOfStandoff,
  write(bundle) {
    const { tables, losses } = tablesOf(bundle);
    const files = tables.map(({ name, columns, rows }) => {
      const text = Papa.unparse(
        { fields: [...columns], data: rows.map((row) => [...row]) },
        { escapeFormulae: true, newline: "\r\n" },
      );
      return { name: `${name}.csv`, bytes: utf8(`${text}\r\n`) };
    });
    return { files, losses };
  },
};
