// Names of files in zip archives as people wrote them: programs that do not say that a name is UTF-8 write it in the encoding of old PCs
// (code page 437, APPNOTE.TXT appendix D), and some in UTF-8 all the same.

/** Code page 437 from 0x80 on. */
const codePage437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

/** `name`: with a character for each byte where the archive did not say how it is encoded. */
export function zipName(name: string): string {
  const codes = Array.from(name, (character) => character.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const bytes = Uint8Array.from(codes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // No name that says it is Unicode holds control characters such as these.
    if (!codes.some((code) => code >= 0x80 && code < 0xa0)) return name;
    return name.replace(
      /[\u0080-\u00ff]/gu,
      (character) => codePage437[character.charCodeAt(0) - 0x80] ?? "",
    );
  }
}
