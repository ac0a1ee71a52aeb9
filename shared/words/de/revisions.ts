// Deutsche Wörter der Fassungen eines Artikels: seinen Text berichtigen, und was das mit Markierungen macht.
export const revisions = {
  saving: "Die Berichtigung wird gesichert …",
} as const;
