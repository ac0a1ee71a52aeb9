// Which endings of file names are read as what, apart from the readers, so that the window can ask without holding them.

export const endings = {
  text: ["txt", "text", "md", "markdown"],
  html: ["html", "htm", "xhtml"],
  docx: ["docx"],
  odt: ["odt"],
} as const;

const parsed: ReadonlySet<string> = new Set([...endings.html, ...endings.docx, ...endings.odt]);

/** The ending of a file's name in lower case without the dot; empty for none. */
export const endingOf = (fileName: string): string =>
  /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? "";

/** Whether a file of this name is taken apart, rather than read as the text that it is. */
export const isParsed = (fileName: string): boolean => parsed.has(endingOf(fileName));
