// German words of what a person can do: titles and groups, in the list of keys, the palette and the menu.
import type { actions as english } from "../en/actions.ts";
import type { Translated } from "../translated.ts";

export const actions = {
  "group-mark": "Markieren",
  "group-card": "Karte",
  "group-select": "Auswählen",
  "group-move": "Bewegen",
  "group-span": "Markierung",
  "group-project": "Projekt",
  "group-view": "Ansicht",

  // Marking
  "mark-as": "Als {type} markieren",
  "mark-exactly-as": "Genau wie ausgewählt markieren: {type}",
  "add-segment": "Auswahl zur aktuellen Markierung hinzufügen",
  "add-segment-exactly": "Auswahl genau so hinzufügen, wie sie ist",
  "exclude-selection": "Auswahl von der Auswertung ausschließen",

  // Selecting
  "grow-word": "Auswahl um ein Wort erweitern",
  "grow-quotation": "Auswahl auf das Zitat erweitern",
  "grow-sentence": "Auswahl um einen Satz erweitern",
  "grow-paragraph": "Auswahl um einen Absatz erweitern",
  "shrink-word": "Auswahl um ein Wort verkleinern",
  "shrink-quotation": "Auswahl um ein Zitat verkleinern",
  "shrink-sentence": "Auswahl um einen Satz verkleinern",
  "shrink-paragraph": "Auswahl um einen Absatz verkleinern",

  // Moving
  "next-span": "Nächste Markierung",
  "previous-span": "Vorige Markierung",
  "next-card": "Nächste Karte",
  "previous-card": "Vorige Karte",
  "next-pane": "Nächster Bereich",
  "previous-pane": "Voriger Bereich",
  "step-out": "Einen Schritt zurück: Markierung, Karte, Auswahl",

  // Changing the span
  "move-start-back-by-word": "Anfang um ein Wort nach vorn verschieben",
  "move-start-forward-by-word": "Anfang um ein Wort nach hinten verschieben",
  "move-end-back-by-word": "Ende um ein Wort nach vorn verschieben",
  "move-end-forward-by-word": "Ende um ein Wort nach hinten verschieben",
  "move-start-back-by-character": "Anfang um ein Zeichen nach vorn verschieben",
  "move-start-forward-by-character": "Anfang um ein Zeichen nach hinten verschieben",
  "move-end-back-by-character": "Ende um ein Zeichen nach vorn verschieben",
  "move-end-forward-by-character": "Ende um ein Zeichen nach hinten verschieben",
  "choose-entity": "Wählen, wen oder was die Nennung meint",
  delete: "Aktuelle Markierung oder Karte löschen",
  undo: "Rückgängig",
  redo: "Wiederholen",

  // Cards
  "open-card": "Karte der Markierung öffnen oder anlegen",
  "link-to-card": "Markierung mit einer Karte verknüpfen",
  "nest-card": "Karte in eine andere einordnen",
  "flag-card": "Karte zur Besprechung vormerken oder Merker entfernen",
  "take-out-of-card": "Markierung aus der aktuellen Karte herausnehmen",

  // The window
  "open-project": "Projekt öffnen",
  "bring-in": "Artikel hinzufügen",
  export: "Annotiertes JSON exportieren",
  "show-view": "Seitenleiste zeigen: {view}",
  "toggle-sidebar": "Seitenleiste ein- oder ausblenden",
  "toggle-cards": "Karten ein- oder ausblenden",
  keys: "Alle Tasten zeigen",
  "grow-clause": "Auswahl um einen Teilsatz erweitern",
  "shrink-clause": "Auswahl um einen Teilsatz verkleinern",
  "reading-mode": "Lesemodus: nur der Artikel",
  palette: "Befehl finden",
  "new-project": "Neues Projekt",
  name: "Ihr Name",
  settings: "Einstellungen: Aussehen und Sprache",
  "close-project": "Projekt schließen",
  "needs-project": "braucht ein geöffnetes Projekt",
  "needs-article": "braucht einen geöffneten Artikel",
  "needs-writing": "dieses Projekt ist nur zum Lesen geöffnet",
  "needs-focus": "braucht eine Markierung oder Karte im Blick",
  "nothing-to-do": "gerade nichts zu tun",
} as const satisfies Translated<typeof english>;
