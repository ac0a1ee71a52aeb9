// The package that documents and workbooks of Office Open XML are (ECMA-376, Part 2): which part is of what type, and how they belong together.
import { xmlAttribute } from "./xml.ts";
import { type NamedFile, utf8 } from "./zip.ts";

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const officeSchemas = "http://schemas.openxmlformats.org";
/** What types of relations between parts begin with. */
export const officeRelation = `${officeSchemas}/officeDocument/2006/relationships`;
const relations = `${officeSchemas}/package/2006/relationships`;

/** A part of one document of XML. */
export const wholePart = (name: string, xml: string): NamedFile => ({
  name,
  bytes: utf8(`${xmlHead}${xml}\n`),
});

/** The part that says of what types the others are, each by its name. */
export function typesPart(types: readonly (readonly [name: string, type: string])[]): NamedFile {
  const overrides = types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return wholePart(
    "[Content_Types].xml",
    `<Types xmlns="${officeSchemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
}

/** The part of this name that leads to others, as `rId1`, `rId2` and so on; their names count from the folder of the part that they belong to. */
export function relationsPart(
  name: string,
  targets: readonly (readonly [target: string, type: string])[],
): NamedFile {
  const all = targets.map(
    ([target, type], at) =>
      `<Relationship Id="rId${at + 1}" Type="${type}" Target="${xmlAttribute(target)}"/>`,
  );
  return wholePart(name, `<Relationships xmlns="${relations}">${all.join("")}</Relationships>`);
}
