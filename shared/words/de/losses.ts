// German words of what a format could not hold.
import type { losses as english } from "../en/losses.ts";
import type { Translated } from "../translated.ts";

export const losses = {
  segments:
    "{count, plural, one {# Markierung aus mehreren Abschnitten wird eine Markierung je Abschnitt.} other {# Markierungen aus mehreren Abschnitten werden eine Markierung je Abschnitt.}}",
  overlaps:
    "{count, plural, one {# Markierung fällt weg, weil eine andere ihre Wörter deckt.} other {# Markierungen fallen weg, weil andere ihre Wörter decken.}}",
  edges:
    "{count, plural, one {# Markierung, die in einem Wort beginnt oder endet, rückt an dessen Rand.} other {# Markierungen, die in einem Wort beginnen oder enden, rücken an dessen Rand.}}",
  "text-line-ends":
    "{count, plural, one {# Zeilenende wird} other {# Zeilenenden werden}} als zwei Zeichen geschrieben, wie das Programm sie hat, sodass der Text nicht derselbe ist.",
  "line-ends":
    "{count, plural, one {# Markierung verliert die Zeilenenden an ihren Rändern.} other {# Markierungen verlieren die Zeilenenden an ihren Rändern.}}",
  characters:
    "{count, plural, one {# Steuerzeichen wird durch U+FFFD ersetzt.} other {# Steuerzeichen werden durch U+FFFD ersetzt.}}",
  cards: "{count, plural, one {# Karte fällt weg.} other {# Karten fallen weg.}}",
  "relation-values":
    "{count, plural, one {# Wert einer Verknüpfung fällt weg.} other {# Werte von Verknüpfungen fallen weg.}}",
  relations: "{count, plural, one {# Verknüpfung fällt weg.} other {# Verknüpfungen fallen weg.}}",
  "empty-cards":
    "{count, plural, one {# Karte ohne Markierung fällt weg.} other {# Karten ohne Markierung fallen weg.}}",
  values:
    "{count, plural, one {# Feld, Notiz oder Merker fällt weg.} other {# Felder, Notizen und Merker fallen weg.}}",
  entities:
    "{count, plural, one {# Nennung sagt nicht mehr, wen sie meint.} other {# Nennungen sagen nicht mehr, wen sie meinen.}}",
  "entity-details":
    "{count, plural, one {Von # Eintrag bleiben nur Name und Art.} other {Von # Einträgen bleiben nur Name und Art.}}",
  "entity-fields":
    "{count, plural, one {# Wert in einem eigenen Feld eines Eintrags fehlt.} other {# Werte in eigenen Feldern von Einträgen fehlen.}}",
  "merged-entities":
    "{count, plural, one {# Nennung verweist auf den Eintrag, mit dem ihr eigener zusammengeführt wurde.} other {# Nennungen verweisen auf die Einträge, mit denen ihre eigenen zusammengeführt wurden.}}",
  annotators:
    "{count, plural, one {Bei # Satz fehlt der Name, von wem er ist.} other {Bei # Sätzen fehlt der Name, von wem sie sind.}}",
  exclusions: "{count, plural, one {# Ausschluss fällt weg.} other {# Ausschlüsse fallen weg.}}",
  "unlinked-spans":
    "{count, plural, one {# Markierung, die in keiner Karte steht, fällt weg.} other {# Markierungen, die in keiner Karte stehen, fallen weg.}}",
  types:
    "{count, plural, one {# Markierung behält nur ihren Platz in einer Karte, nicht ihre Art.} other {# Markierungen behalten nur ihre Plätze in Karten, nicht ihre Arten.}}",
  orphans:
    "{count, plural, one {# Markierung, die ihre Stelle verloren hat, als sich der Text änderte, fällt weg.} other {# Markierungen, die ihre Stelle verloren haben, als sich der Text änderte, fallen weg.}}",
  remarks:
    "{count, plural, one {# Beitrag, Entscheidung, Ausnahme oder Artikelstand fällt weg.} other {# Beiträge, Entscheidungen, Ausnahmen und Artikelstände fallen weg.}}",
  provenance:
    "{count, plural, one {Bei # Markierung oder Karte fällt weg, von wem und von wann sie ist.} other {Bei # Markierungen und Karten fällt weg, von wem und von wann sie sind.}}",
  metadata:
    "{count, plural, one {# Angabe zu einem Artikel (Verfasser, Herausgeber, Datum, Datei, …) fällt weg oder ist nicht mehr als solche bezeichnet.} other {# Angaben zu Artikeln (Verfasser, Herausgeber, Datum, Dateien, …) fallen weg oder sind nicht mehr als solche bezeichnet.}}",
  "article-sets":
    "{count, plural, one {Die Zugehörigkeit zu # Artikelauswahl fällt weg.} other {Die Zugehörigkeit zu # Artikelauswahlen fällt weg.}}",
  "long-cells":
    "{count, plural, one {# Text, der für eine Zelle zu lang ist, wird gekürzt.} other {# Texte, die für eine Zelle zu lang sind, werden gekürzt.}}",
  "unfinished-cards":
    "{count, plural, one {# Karte ohne Signalwort oder Aussage fällt weg.} other {# Karten ohne Signalwort oder Aussage fallen weg.}}",
  spaces:
    "{count, plural, one {# Markierung verliert die Leerzeichen an ihren Rändern.} other {# Markierungen verlieren die Leerzeichen an ihren Rändern.}}",
} as const satisfies Translated<typeof english>;
