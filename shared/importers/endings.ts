// Which endings of file names are read as what, apart from the readers, so that the window can ask without holding them.

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
