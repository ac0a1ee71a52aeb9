// Pages of HTML that stand by themselves, to be read, printed and sent: nothing in them is run or fetched, and all that comes from outside is
// text.
import { escapedHtml, writtenOut } from "../errors/visible-text.ts";

interface LonePage {
  /** The language of its words, as BCP 47 has it. */
  readonly locale: string;
  /** Plain text. */
  readonly title: string;
  readonly style: string;
  /** The SHA-256 of the style sheet in Base64: the page allows this sheet and nothing else. */
  readonly styleHash: string;
  /** HTML, as the content of `body`. */
  readonly body: string;
}

/** The whole page. */
export const lonePage = ({ locale, title, style, styleHash, body }: LonePage): string => `<!doctype html>
<html lang="${escapedHtml(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${htmlOf(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** Text as content or attribute of an element; controls and marks of direction that came with a name are written out. */
export const htmlOf = (text: string): string => escapedHtml(writtenOut(text));
