// German words of the desktop’s menu and dialogs.
import type { menu as english } from "../en/menu.ts";
import type { Translated } from "../translated.ts";

export const menu = {
  file: "Datei",
  new: "Neues Projekt …",
  open: "Projekt öffnen …",
  "bring-in": "Artikel hinzufügen …",
  export: "Exportieren …",
  close: "Fenster schließen",
  quit: "Sayso beenden",
  edit: "Bearbeiten",
  undo: "Rückgängig",
  redo: "Wiederholen",
  cut: "Ausschneiden",
  copy: "Kopieren",
  paste: "Einfügen",
  selectAll: "Alles auswählen",
  view: "Ansicht",
  resetZoom: "Originalgröße",
  zoomIn: "Größer",
  zoomOut: "Kleiner",
  togglefullscreen: "Vollbild",
  toggleDevTools: "Entwicklerwerkzeuge",
  window: "Fenster",
  minimize: "Minimieren",
  zoom: "Zoomen",
  help: "Hilfe",
  guide: "Handbuch",
  "save-report": "Bericht speichern …",
  "about-sayso": "Über Sayso",

  // The application’s own menu on a Mac
  services: "Dienste",
  hide: "Sayso ausblenden",
  hideOthers: "Andere ausblenden",
  unhide: "Alle einblenden",

  // The system’s dialogs
  "add-article": "Artikel hinzufügen",
  "hand-over": "Arbeit weitergeben …",
  "take-in": "Arbeit anderer übernehmen …",
  packages: "Review-Pakete und annotiertes JSON",
  "other-tools": "Annotationen anderer Werkzeuge",
  "add-articles": "Artikel hinzufügen",
  "all-articles": "Alle Artikel",
  tables: "Tabellen",
  "all-files": "Alle Dateien",
  untitled: "Ohne Titel",
  "open-project": "Projekt öffnen",
  "new-project": "Neues Projekt",
  create: "Anlegen",
  "export-title": "Exportieren",
  "open-page": "Diese Seite im Browser öffnen?",
  "open-page-yes": "Seite öffnen",

  // An update that somebody opens
  update: "Aktualisierung installieren …",
  updates: "Aktualisierungen von Sayso",
  "update-title": "Sayso {version} an Stelle von {before} installieren?",
  "update-signed": "Signiert von denen, die Sayso herausgeben: {signer}",
  "update-install": "Installieren",
  "update-refused": "„{file}“ wurde nicht installiert.",
  "update-no-key":
    "Dieses Sayso wurde ohne den Schlüssel seiner Herausgeber gebaut und kann nicht sagen, von wem die Aktualisierung ist. Die Ausgabe mit „sayso verify-release“ prüfen und von Hand installieren.",
  "update-not-read":
    "Die Datei lässt sich nicht lesen. Sie auf diesen Computer kopieren und noch einmal öffnen.",
  "update-unreadable":
    "Das ist keine Aktualisierung von Sayso, oder sie ist nicht vollständig. Die Datei noch einmal besorgen.",
  "update-not-signed":
    "Sie ist nicht von denen signiert, die Sayso herausgeben, oder wurde seither geändert. Nicht installieren.",
  "update-other-key":
    "Sie wurde mit einem anderen Schlüssel signiert als dem, den die Herausgeber dieses Sayso haben. Nicht installieren.",
  "update-changed": "Eine Datei darin ist nicht die, die signiert wurde. Nicht installieren.",
  "update-other-system": "Sie ist für ein anderes System. Die für das System dieses Computers besorgen.",
  "update-older": "Sie ist älter als das Sayso, das installiert ist.",
  "update-same": "Diese Fassung von Sayso ist schon installiert.",
  "update-not-opened": "Das System hat das Installationsprogramm nicht geöffnet",

  // Faults of the desktop application
  "no-debugging":
    "Mit {option} startet Sayso nicht: Jedes Programm könnte dann alles darin lesen und ändern.",
  "could-not-start": "Sayso konnte nicht starten",
  "could-not-end": "Sayso ließ sich nicht ordnungsgemäß beenden",
  "window-not-closed": "Das Fenster ließ sich nicht ordentlich schließen",
  "bring-in-tagset": "Schema einlesen",
  tagsets: "Schemas",
  "not-loaded": "Das Fenster ließ sich nicht laden",
  unsaved: "Einige Änderungen sind noch nicht gespeichert.",
  "unsaved-about":
    "Wenn Sie bleiben, versucht Sayso weiter, sie zu speichern. Wenn Sie das Fenster verlassen, geht verloren, was nicht auf diesem Rechner aufbewahrt ist.",
  stay: "Bleiben",
  leave: "Verlassen",
  stopped: "Das Fenster funktioniert nicht mehr.",
  "stopped-about": "Alles, was als gespeichert angezeigt war, ist sicher.",
  "load-again": "Neu laden",
  "close-it": "Schließen",
} as const satisfies Translated<typeof english>;
