// German words of the span in focus and its entity.
import type { span as english } from "../en/span.ts";
import type { Translated } from "../translated.ts";

export const span = {
  "in-focus": "{type} ausgewählt",
  delete: "Die Markierung löschen",
  type: "Art",
  words: "Wortlaut",
  "remove-segment": "Abschnitt {at, number} entfernen",
  "keys-start": "{keys} Anfang",
  "keys-end": "{keys} Ende",
  "keys-add": "{keys} Auswahl hinzufügen",
  cards: "Karten mit dieser Markierung",
  "also-in": "auch in {card}",
  "new-card": "Neue Karte",
  "take-both": "Als Stimme und Signalwort übernehmen",
  "take-voice": "Als Stimme übernehmen",
  "take-cue": "Als Signalwort übernehmen",
  link: "Mit einer Karte verknüpfen",
  "nobody-yet": "Verweist noch auf niemanden.",
  unlink: "Lösen",
  "edit-entity": "Bearbeiten",
  who: "Mit einem Eintrag verknüpfen",
} as const satisfies Translated<typeof english>;
