// Which bytes of rich text are which characters: by the code page of the font that they are set in, else by that of the document.
import type { EncodingName } from "./encodings.ts";
import { decodeAs } from "./legacy-encoding.ts";

/** Windows code pages by their numbers, as `\ansicpg` and `\cpg` give them. */
const codePages: Readonly<Record<number, EncodingName>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  10000: "macintosh",
};
/** And by the character sets of fonts. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  177: 1255,
  178: 1256,
  204: 1251,
  238: 1250,
};

const western = 1252;

export interface RtfEncodings {
  /** The code page of the whole document. */
  setPage(page: number | null): void;
  /** The code page of a font. */
  setFontPage(font: number, page: number | null): void;
  /** The same by the character set of the font; one that nobody knows says nothing. */
  setFontCharset(font: number, charset: number | null): void;
  /** Bytes as characters of Latin-1, each by its number. */
  decode(bytes: string, font: number): string;
}

export function createRtfEncodings(): RtfEncodings {
  const ofFonts = new Map<number, number>();
  let ofAll = western;
  return {
    setPage(page) {
      ofAll = page ?? western;
    },
    setFontPage(font, page) {
      ofFonts.set(font, page ?? western);
    },
    setFontCharset(font, charset) {
      const page = charsets[charset ?? 0];
      if (page !== undefined) ofFonts.set(font, page);
    },
    decode(bytes, font) {
      if (!/[^ -~\t]/u.test(bytes)) return bytes;
      const name = codePages[ofFonts.get(font) ?? ofAll] ?? "windows-1252";
      const raw = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
      return decodeAs(name, raw).text;
    },
  };
}
