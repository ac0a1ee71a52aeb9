/** In which names are the same to people who read them: whatever their case, their forms of characters and the white space in them. */
export const foldedName = (name: string): string =>
  name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
