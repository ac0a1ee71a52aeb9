// Maps endings of file names to their readers, apart from the readers, so that the window can ask without holding them.

export const endings = {
  text: ["txt", "text", "md", "markdown"],
  html: ["html", "htm", "xhtml"],
  docx: ["docx"],
  odt: ["odt"],
  pdf: ["pdf"],
  email: ["eml"],
  webArchive: ["mhtml", "mht"],
  epub: ["epub"],
  rtf: ["rtf"],
} as const;

/** The ending of a file's name in lower case without the dot; empty for none. */
export const endingOf = (fileName: string): string =>
  /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? "";

/** Whether a text of this name has signs of Markdown that say what its parts are. */
export const isMarkdown = (fileName: string): boolean => ["md", "markdown"].includes(endingOf(fileName));

/** Which are read as tables with an article a row. */
export const tableEndings = ["csv", "tsv", "jsonl", "ndjson"] as const;

/** Whether a file of this name may hold more than one article. */
export const isSeveral = (fileName: string): boolean =>
  ([...tableEndings, "zip"] as readonly string[]).includes(endingOf(fileName));

/** Whether a file of this name has an encoding that may be guessed wrong. */
export const hasEncoding = (fileName: string): boolean =>
  ([...endings.text, ...endings.html, ...endings.email, ...endings.webArchive] as readonly string[]).includes(
    endingOf(fileName),
  );

/** Whether a file of this name is a page, of which furniture is left out. */
export const isPageFile = (fileName: string): boolean =>
  ([...endings.html, ...endings.email, ...endings.webArchive] as readonly string[]).includes(
    endingOf(fileName),
  );
