// Style sheets made while running. They are constructed, not written into the page, because the content security
// policy refuses styles in the page's text.

export interface RunningSheet {
  /** Replaces all rules. Does nothing when they are the same as before. */
  replace(css: string): void;
  remove(): void;
}

/** Adds an empty sheet after those that the document already has. */
export function addStyleSheet(document: Document): RunningSheet {
  const sheet = new CSSStyleSheet();
  let current = "";
  document.adoptedStyleSheets.push(sheet);
  return {
    replace(css) {
      if (css === current) return;
      current = css;
      sheet.replaceSync(css);
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
