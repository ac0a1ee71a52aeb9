// Parts of word processors' files, of which tests make documents.
import { packZip, utf8 } from "../../../shared/files/zip.ts";

/** An archive of these files. */
export const archive = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  packZip(
    Object.entries(parts).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? utf8(content) : content,
    })),
  );

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
/** The main part of a Word document with this body. */
export const document = (body: string): string =>
  `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`;
/** A paragraph of runs. */
export const p = (runs: string, style = ""): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
/** A run of text. */
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The part of a Word document with these footnotes, by their ids. */
export const footnotes = (bodies: Readonly<Record<string, string>>): string =>
  `<w:footnotes ${word}>${Object.entries(bodies)
    .map(([id, body]) => `<w:footnote w:id="${id}">${p(body)}</w:footnote>`)
    .join("")}</w:footnotes>`;
/** A run that refers to a footnote. */
export const noted = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

/** The content of an OpenDocument text with this body. */
export const openText = (body: string): string =>
  `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:svg="s"><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
