// German words of why a command refuses.
import type { refusals as english } from "../en/refusals.ts";
import type { Translated } from "../translated.ts";

export const refusals = {
  "name-missing": "Sayso kennt Ihren Namen noch nicht. Bitte zuerst angeben.",
  "empty-selection": "Keine Wörter sind ausgewählt. Zuerst Text auswählen.",
  "already-tagged":
    "Diese Wörter sind schon so markiert. Andere Wörter auswählen oder eine andere Art wählen.",
  "unknown-type": "Diese Art von Markierung hat das Schema des Projekts nicht. Eine seiner Arten wählen.",
  "span-missing": "Diese Markierung gibt es nicht mehr. Eine andere wählen.",
  "segment-missing": "Diesen Abschnitt gibt es nicht mehr. Einen anderen wählen.",
  "card-missing": "Diese Karte gibt es nicht mehr. Eine andere wählen.",
  "entity-not-mentioned":
    "Dieser Artikel nennt den Eintrag nicht. Verknüpfen Sie zuerst eine Markierung mit ihm.",
  "entity-missing":
    "Diesen Eintrag gibt es im Register nicht mehr. Einen anderen wählen oder ihn neu anlegen.",
  "exclusion-missing": "Dieser Text ist nicht mehr ausgeschlossen. Es gibt nichts zurückzunehmen.",
  "alias-missing": "Diesen anderen Namen hat der Eintrag nicht. Einen seiner Namen wählen.",
  "last-segment":
    "Eine Markierung braucht mindestens einen Abschnitt. Zum Entfernen die ganze Markierung löschen.",
  "edge-out-of-range":
    "Dorthin kann der Rand nicht: Er träfe auf den anderen Rand, einen anderen Abschnitt oder das Textende. In die andere Richtung verschieben.",
  "slot-refuses-type":
    "Markierungen dieser Art passen dort nicht. Die Art der Markierung ändern oder einen anderen Platz wählen.",
  "already-in-slot":
    "Die Markierung ist schon in dieser Karte. Eine andere Markierung oder einen anderen Platz wählen.",
  "not-in-slot": "Die Markierung ist nicht an diesem Platz. Eine wählen, die dort ist.",
  "would-contain-itself":
    "Eine Karte kann nicht in sich selbst liegen. Eine wählen, die nicht schon in dieser Karte liegt.",
  "claim-has-card": "Diese Aussage hat schon eine Karte. Zum Ändern diese Karte öffnen.",
  "type-takes-no-entity":
    "Markierungen dieser Art verweisen auf niemanden. Eine Art wählen, die das tut, etwa Sprecher.",
  "unknown-field": "Dieses Feld hat das Schema des Projekts nicht. Eines seiner Felder wählen.",
  "field-not-asked":
    "Nach diesem Feld wird bei dieser Karte nicht gefragt, weil ein anderes ihrer Felder einen anderen Wert hat. Zuerst das andere ändern.",
  "set-of-another": "Diese Karte hat jemand anderes gemacht. Nur diese Person kann sie ändern.",
  "unknown-value": "Diesen Wert hat das Schema des Projekts nicht. Einen seiner Werte wählen.",
  "unknown-flag": "Diesen Merker hat das Schema des Projekts nicht. Einen seiner Merker wählen.",
  "name-empty": "Ein Eintrag braucht einen Namen. Bitte einen eingeben.",
  "note-too-long": "Die Notiz ist zu lang. Bitte kürzen.",
  "about-too-many": "Mehr Einträge kann eine Aussage nicht betreffen. Zuerst einen entfernen.",
  "no-place-to-split":
    "Hier lässt sich die Markierung nicht teilen: Ein Teil wäre ohne Wörter. Die Schreibmarke zwischen zwei ihrer Wörter setzen.",
  "nothing-to-join": "Die Markierung ist schon in einem Stück. Eine mit mehreren Abschnitten wählen.",
  "merge-with-itself": "Mit sich selbst lässt sich nichts zusammenführen. Etwas anderes wählen.",
  "types-differ":
    "Die Markierungen sind von verschiedener Art. Die Art der einen ändern, dann zusammenführen.",
  "entities-differ":
    "Die Markierungen meinen verschiedene Einträge. Beide demselben zuordnen, dann zusammenführen.",
  "claims-have-cards":
    "Beide Aussagen haben eine Karte. Die Karten zusammenführen oder eine löschen, dann die Aussagen zusammenführen.",
  "cues-differ": "Die Karten haben verschiedene Signalwörter. Eines herausnehmen, dann zusammenführen.",
  "reason-missing": "Angeben, warum der Befund stehen bleibt.",
  "finding-missing": "Worauf sich die Prüfung bezog, gibt es nicht mehr. Es gibt nichts stehen zu lassen.",
  "rejection-missing": "Das ist nicht mehr abgelehnt: Es wird schon wieder vorgeschlagen.",
  "orphan-missing": "Diese Markierung hat schon eine Stelle.",
  "waiver-missing": "Dieser Befund bleibt nicht mehr stehen: Er wird schon gezeigt.",
  "remark-empty": "Darin steht noch nichts. Bitte etwas schreiben.",
  "remark-missing": "Den Beitrag gibt es nicht mehr. Es in einer Antwort noch einmal sagen.",
  "conflict-missing":
    "Diesen Unterschied gibt es nicht mehr: Die Sätze haben sich geändert. Bitte neu vergleichen.",
  "no-shared-words": "Sie haben keine Wörter gemeinsam. Übernehmen Sie stattdessen eine Fassung.",
  "nothing-to-change": "Nichts zu ändern.",
} as const satisfies Translated<typeof english>;
