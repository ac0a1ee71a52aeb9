// Reads tables with offsets as CSV (RFC 4180; commas, semicolons, tabs or bars between the cells).
import { type OffsetTable, tableIn } from "../interchange/offset-table.ts";
import { type AnnotationImporter, startGathering, textOfFile } from "./annotation-importer.ts";
import { noPlaces, readTables } from "./read-tables.ts";

export const csvImporter: AnnotationImporter = {
  id: "csv",
  extensions: ["csv", "tsv"],
  read(files) {
    const gathering = startGathering();
    const tables: OffsetTable[] = [];
    for (const file of files.filter(({ name }) => /\.(?:csv|tsv)$/iu.test(name))) {
      const fileText = textOfFile(file);
      const table = fileText.ok && tableIn(fileText.text, file.name);
      if (!fileText.ok) gathering.takeFile(file.name, fileText);
      else if (table) tables.push(table);
      else gathering.takeFile(file.name, noPlaces(file.name, 0));
    }
    return readTables(tables, files, gathering, ".csv");
  },
};
