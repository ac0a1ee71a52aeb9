// In which names and texts are the same to people who read or look for them.

/** Whatever their case, their forms of characters and the white space in them. */
export const foldedName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();

/** Letters that Unicode does not take apart into a base and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Lower case without accents and apostrophes, so that "sanchez" finds "Sánchez" and "obrien" finds "O’Brien". */
export const folded = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\p{Mark}'’‘ʼʻ`]/gu, "")
        .toLowerCase()
        .replace(/[ßøłđðþæœı]/gu, (letter) => letters[letter] ?? letter);

/** Most texts that lists are sorted by, of which there may be very many. */
const plain = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/u;
