// German words of what went wrong, and what to do.
import type { problems as english } from "../en/problems.ts";
import type { Translated } from "../translated.ts";

export const problems = {
  // Files
  "file-missing": "Eine Datei {hasFile, select, yes {„{file}“} other {dieses Namens}} gibt es nicht.",
  "file-missing-advice": "Den Namen prüfen oder die Datei neu auswählen.",
  "file-is-folder": "{hasFile, select, yes {„{file}“} other {Das}} ist ein Ordner, keine Datei.",
  "file-is-folder-advice": "Eine Datei wählen. Ein Projekt lässt sich über „Projekt öffnen“ öffnen.",
  "file-not-regular":
    "{hasFile, select, yes {„{file}“} other {Das}} ist keine gewöhnliche Datei, sondern eine Pipe oder ein Gerät.",
  "file-not-regular-advice": "Eine Datei mit Text wählen.",
  "copy-misfit":
    "Was die Kopie von „{name}“ enthält, passt nicht mehr zum Projekt und wurde deshalb nicht zurückgeholt.",
  "copy-misfit-advice":
    "Die Kopie bleibt, und nichts wurde geändert. Gehen Sie zu einer aufbewahrten Version des Artikels zurück, oder legen Sie seine Dateien aus einer Sicherung zurück.",
  "file-name-unreadable":
    "Der Name von {hasFile, select, yes {„{file}“} other {der Datei}} enthält Bytes, die kein UTF-8 sind, daher lässt sie sich nicht öffnen.",
  "file-name-unreadable-advice": "Die Datei oder den Ordner umbenennen und neu auswählen.",
  "file-lost": "{hasFile, select, yes {„{file}“} other {Die Datei}} lässt sich nicht mehr lesen.",
  "file-lost-advice":
    "Sie wurde seit der Auswahl verschoben, geändert oder entfernt, oder das Leserecht fehlt. Die Datei neu auswählen.",
  "file-unreadable": "Für {hasFile, select, yes {„{file}“} other {diese Datei}} fehlt das Leserecht.",
  "file-unreadable-advice": "Um das Leserecht bitten oder die Datei in einen eigenen Ordner kopieren.",
  "file-empty": "{hasFile, select, yes {„{file}“} other {Die Datei}} ist leer.",
  "file-empty-advice": "Eine Datei mit Text wählen.",
  "file-binary":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} ist keine Textdatei{hasLooksLike, select, yes {: Sie sieht aus wie {looksLike}} other {}}.",
  "file-binary-advice":
    "Den Artikel als reinen Text (.txt) speichern und diese Datei hinzufügen, oder den Text einfügen.",
  "file-encoding":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} ist ab Byte {byteOffset, number} kein gültiges UTF-8{hasLooksLike, select, yes {; sie sieht aus wie {looksLike}} other {}}.",
  "file-encoding-advice":
    "Die Datei in einem Texteditor öffnen, prüfen, ob alles lesbar ist, als UTF-8 speichern und noch einmal hinzufügen.",
  "file-too-large":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} ist zu groß{hasSize, select, yes { ({size, number} MB)} other {}}.",
  "file-too-large-advice": "Die Datei in Dateien von höchstens {limitSize, number} MB aufteilen.",
  "file-format": "{hasFile, select, yes {„{file}“} other {Die Datei}} hat ein Format, das Sayso nicht liest.",
  "file-format-advice":
    "Den Artikel als reinen Text (.txt) speichern und diese Datei hinzufügen, oder den Text einfügen.",
  "file-damaged":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} ist beschädigt: Ein Teil fehlt oder ist nicht mehr so, wie er geschrieben wurde.",
  "file-damaged-advice":
    "Holen Sie sie noch einmal von dort, woher sie kam, oder lassen Sie sie von dem Programm, zu dem sie gehört, reparieren und neu speichern.",
  "file-kind":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} ist nicht von einer Art, die aus Ordnern und Archiven hinzugefügt wird.",
  "file-kind-advice":
    "Steht ein Artikel darin, wählen Sie die Datei selbst: Sie wird dann als einfacher Text gelesen.",
  "file-locked":
    "{case, select, wrong {Das ist nicht das Passwort von {hasFile, select, yes {„{file}“} other {der Datei}}.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} ist mit einem Passwort gesperrt.}}",
  "file-locked-advice":
    "Fügen Sie sie mit ihrem Passwort hinzu: Bei einer PDF wird danach gefragt. Andere Dokumente müssen erst ohne eines gespeichert werden.",
  "file-exhausting":
    "{case, select, time {{hasFile, select, yes {„{file}“} other {Die Datei}} braucht zu lange, um gelesen zu werden.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} braucht zu viel Arbeitsspeicher, um gelesen zu werden.}}",
  "file-exhausting-advice":
    "Speichern Sie den Artikel als einfachen Text (.txt) und fügen Sie das hinzu, oder fügen Sie seinen Text ein.",
  "file-set-aside":
    "{case, select, time {{hasFile, select, yes {„{file}“} other {Die Datei}} brauchte beim letzten Versuch zu lange, um gelesen zu werden.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} brauchte beim letzten Lesen zu viel Arbeitsspeicher.}}",
  "file-set-aside-advice":
    "Wählen Sie für einen neuen Versuch die Datei selbst statt ihres Ordners oder Archivs.",
  "file-fault":
    "Sayso ist beim Lesen {hasFile, select, yes {von „{file}“} other {der Datei}} gescheitert{hasId, select, yes { (Nummer {id} in seinem Protokoll)} other {}}.",
  "file-fault-advice":
    "Speichern Sie den Artikel als einfachen Text (.txt) und fügen Sie das hinzu, oder fügen Sie seinen Text ein; bitte melden Sie es mit der Datei sayso.log aus Saysos eigenem Ordner.",
  "table-unreadable": "{hasFile, select, yes {„{file}“} other {Die Tabelle}} hat keine lesbaren Zeilen.",
  "table-unreadable-advice":
    "Eine Tabelle hat die Namen ihrer Spalten in der ersten Zeile; JSON-Zeilen sind je ein Objekt. Prüfen Sie die Kodierung und das Trennzeichen.",
  "row-unreadable":
    "Diese Zeile von {hasFile, select, yes {„{file}“} other {der Tabelle}} ist kein JSON-Objekt.",
  "row-unreadable-advice":
    "Berichtigen Sie die Zeile und fügen Sie die Datei noch einmal hinzu: Was schon da ist, wird weggelassen.",
  "watch-own-folder": "„{file}“ enthält das Projekt oder liegt darin und kann nicht beobachtet werden.",
  "watch-own-folder-advice": "Wählen Sie einen anderen Ordner, in dem neue Artikel ankommen.",
  "article-no-page": "„{file}“ stammt nicht von einer Seite: Es wurde nichts weggelassen.",
  "article-no-page-advice": "Fügen Sie die Datei noch einmal hinzu, wenn Sie mehr davon brauchen.",
  "about-invalid":
    "{case, select, date {„{value}“ ist kein Datum} url {„{value}“ ist keine Webadresse} language {„{value}“ ist kein Sprachkürzel} long {„{value}“ ist zu lang für ein Schlagwort} other {Ein Artikel braucht einen Titel}}.",
  "about-invalid-advice":
    "{case, select, date {Schreiben Sie einen Tag als 2025-08-19, einen Monat als 2025-08, oder ein Jahr.} url {Schreiben Sie sie ganz, mit https://.} language {Schreiben Sie es als en, de-AT oder ähnlich.} long {Ein Schlagwort hat höchstens 100 Zeichen.} other {Schreiben Sie einen.}}",
  "table-too-long":
    "{hasFile, select, yes {„{file}“} other {Die Tabelle}} hat zu viele Zeilen ({count, number}).",
  "table-too-long-advice": "Teilen Sie sie in Tabellen von höchstens {limit, number} Zeilen.",
  "archive-unreadable":
    "{hasFile, select, yes {„{file}“} other {Das Archiv}} lässt sich nicht entpacken: Es ist beschädigt, gesperrt oder enthält mehr als ein Archiv von Artikeln.",
  "archive-unreadable-advice":
    "Entpacken Sie es mit einem anderen Programm und fügen Sie seinen Ordner hinzu.",
  "too-many-files": "Das sind zu viele Dateien auf einmal ({count, number}).",
  "too-many-files-advice": "Fügen Sie höchstens {limit, number} auf einmal hinzu.",
  "nothing-brought-in": "Es wurde nichts hinzugefügt, worüber zu berichten wäre.",
  "nothing-brought-in-advice": "Fügen Sie zuerst Artikel hinzu.",
  "pdf-no-text":
    "{hasFile, select, yes {„{file}“} other {Das Dokument}} hat keinen Text: {pages, plural, one {Seine Seite ist ein Bild} other {Seine # Seiten sind Bilder}}.",
  "pdf-no-text-advice":
    "Lassen Sie den Text zuerst von einem anderen Programm erkennen (OCR) und fügen Sie hinzu, was es schreibt.",
  "pdf-too-long":
    "{hasFile, select, yes {„{file}“} other {Das Dokument}} hat zu viele Seiten ({pages, number}).",
  "pdf-too-long-advice": "Teilen Sie es in Dokumente von höchstens {limit, number} Seiten.",
  "tagset-unreadable":
    "{case, select, json {{hasFile, select, yes {„{file}“} other {Die Datei}} ist ab Zeile {line}, Spalte {column} kein JSON.} newer {{hasFile, select, yes {„{file}“} other {Die Datei}} stammt von einer neueren Version von Sayso.} shape {{hasFile, select, yes {„{file}“} other {Die Datei}} ist kein Schema, das Sayso verwenden kann: Was bei {where} steht, passt nicht.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} enthält kein Schema.}}",
  "tagset-unreadable-advice":
    "{case, select, newer {Sayso aktualisieren oder um eine Datei der älteren Version bitten.} other {Eine Schema-Datei oder eine Datei mit annotiertem JSON wählen, die Sayso exportiert hat.}}",
  "pattern-invalid": "Das Muster ist nicht lesbar: {problem}.",
  "pattern-invalid-advice": "Das Muster berichtigen oder die Wörter suchen, wie sie dastehen.",
  "text-empty": "In {hasFile, select, yes {„{file}“} other {dem Eingefügten}} steht kein Text, nur Leerraum.",
  "text-empty-advice": "Eine Datei mit Text wählen oder den Text des Artikels einfügen.",
  "article-twin": "Das Projekt hat den Artikel „{name}“ schon.",
  "article-twin-advice": "Den vorhandenen Artikel öffnen oder ihn noch einmal hinzufügen.",
  "text-too-long":
    "Der Text von {hasFile, select, yes {„{file}“} other {diesem Artikel}} ist zu lang{hasLength, select, yes { ({length, number} Zeichen)} other {}}.",
  "text-too-long-advice": "Den Text in Artikel von höchstens {limit, number} Zeichen aufteilen.",
  "facts-too-long":
    "{hasFile, select, yes {„{file}“} other {Der Text}} hat einen Titel, einen Autor oder dergleichen von {length, number} Zeichen, und das ist zu lang.",
  "facts-too-long-advice":
    "Höchstens {limit, number} Zeichen lassen sich festhalten. Speichern Sie den Artikel als einfachen Text (.txt) und fügen Sie das hinzu, oder fügen Sie seinen Text ein.",
  "text-too-many-lines":
    "Der Text von {hasFile, select, yes {„{file}“} other {diesem Artikel}} hat zu viele Zeilen ({count, number}).",
  "text-too-many-lines-advice":
    "Den Text in Artikel von höchstens {limit, number} Zeilen aufteilen. Eine Tabelle mit einem Artikel je Zeile lässt sich als .csv oder .jsonl hinzufügen.",

  // What a file looks like by its first bytes
  "looks-like-pdf": "ein PDF-Dokument",
  "looks-like-zip-or-office": "ein ZIP-Archiv oder ein Office-Dokument",
  "looks-like-zip": "ein ZIP-Archiv",
  "looks-like-old-office": "ein älteres Office-Dokument",
  "looks-like-rtf": "ein RTF-Dokument",
  "looks-like-png": "ein PNG-Bild",
  "looks-like-jpeg": "ein JPEG-Bild",
  "looks-like-gif": "ein GIF-Bild",
  "looks-like-gzip": "ein gzip-Archiv",
  "looks-like-7-zip": "ein 7-Zip-Archiv",
  "looks-like-program": "ein Programm (ELF)",
  "looks-like-sqlite": "eine SQLite-Datenbank",
  "looks-like-property-list": "eine binäre Apple-Eigenschaftsliste",
  "looks-like-utf-16le": "UTF-16LE ohne Byte-Reihenfolge-Marke",
  "looks-like-utf-16be": "UTF-16BE ohne Byte-Reihenfolge-Marke",
  "looks-like-half-utf-16": "UTF-16 mit einem halben Zeichen am Ende",
  "looks-like-windows-1252": "Windows-1252",
  "looks-like-latin-1": "Latin-1",

  // Eigene Modelle
  "model-unknown": "Sie haben auf diesem Rechner kein Modell mit dem Namen „{name}“.",
  "model-unknown-advice": "Unter „Eigene Modelle“ in den Einstellungen steht, wie sie heißen.",
  "model-there": "Sie haben schon ein Modell mit dem Namen „{name}“.",
  "model-there-advice": "Wählen Sie einen anderen Namen.",
  "models-too-many": "Sie haben {limit, number} Modelle, und mehr werden nicht aufbewahrt.",
  "models-too-many-advice": "Entfernen Sie eines, das Sie nicht mehr brauchen.",
  "bookmarks-too-many":
    "Sie haben {limit, number} Lesezeichen in diesem Projekt, und mehr werden nicht aufbewahrt.",
  "bookmarks-too-many-advice": "Entfernen Sie eines, das Sie nicht mehr brauchen.",
  "article-set-missing":
    "Es gibt keine Artikelauswahl „{name}“.{hasKnown, select, yes { Vorhanden sind: {known}.} other {}}",
  "article-set-missing-advice":
    "Wählen Sie eine vorhandene, oder legen Sie sie an: unter „Gespeicherte Filter“ neben der Artikelliste, oder mit „sayso sets“.",
  "article-set-there": "Es gibt schon eine Artikelauswahl „{name}“.",
  "article-set-there-advice": "Wählen Sie einen anderen Namen, oder ändern Sie die vorhandene.",
  "article-set-open": "„{name}“ hat keine Bedingung und würde alle Artikel enthalten.",
  "article-set-open-advice":
    "Geben Sie mindestens eine Bedingung an, etwa ein Schlagwort, ein Medium oder einen Tag, oder nennen Sie die Artikel.",
  "article-set-empty": "In der Artikelauswahl „{name}“ ist kein Artikel.",
  "article-set-empty-advice": "Prüfen Sie ihre Bedingungen und welche Artikel sie enthalten sollte.",
  "article-sets-too-many": "Das Projekt hat schon {limit, number} Artikelauswahlen; mehr sind nicht möglich.",
  "article-sets-too-many-advice": "Entfernen Sie eine, die niemand mehr braucht.",
  "filters-too-many":
    "Sie haben {limit, number} Filter für dieses Projekt gespeichert, und mehr werden nicht aufbewahrt.",
  "filters-too-many-advice": "Löschen Sie einen, den Sie nicht mehr brauchen.",
  "model-not-allowed": "„{name}“ ist auf diesem Rechner nicht erlaubt worden.",
  "model-not-allowed-advice":
    "Geben Sie in einem Terminal „sayso models allow“ mit seinem Namen ein, oder schalten Sie es unter „Eigene Modelle“ in den Einstellungen ein; Sie sehen dann, was gestartet oder gefragt würde.",
  "model-failed":
    "„{name}“ {case, select, no_program {konnte nicht gestartet werden: Es gibt kein Programm „{path}“} not_allowed {konnte nicht gestartet werden: „{path}“ ist kein Programm, das ausgeführt werden darf{hasCode, select, yes { ({code})} other {}}} ended {brach ab ({code}){hasAt, select, yes {: {at}} other {}}} time {brauchte länger als die {limit, number} Sekunden, die es hat} memory {brauchte mehr als die {limit, number} Megabyte Speicher, die es hat} output {antwortete mit mehr, als gelesen wird} encoding {antwortete in etwas anderem als UTF-8} not_local {liegt unter „{path}“, und das ist nicht auf diesem Rechner} unreachable {antwortet nicht unter {path}{hasCode, select, yes { ({code})} other {}}} redirect {will Sayso von {path} weiterschicken, und dem wird nicht gefolgt} status {antwortete mit dem Fehler {code} unter {path}} no_json {antwortete in Zeile {line} mit etwas anderem als JSON: {at}} no_line {antwortete mit einer Zeile ohne „id“ und „attributions“ (Zeile {line}): {at}} stray {antwortete für einen Artikel, nach dem es nicht gefragt war, oder zweimal (Zeile {line}): {at}} missing {antwortete nicht für jeden Artikel} other {scheiterte}}.",
  "model-failed-advice":
    "{case, select, no_program {Prüfen Sie den Namen, oder geben Sie den ganzen Pfad an.} not_allowed {Geben Sie das Programm selbst an, und sehen Sie nach, ob Sie es ausführen dürfen.} ended {Probieren Sie es in einem Terminal; was es zuletzt sagt, steht oben.} time {Geben Sie ihm in den Einstellungen mehr Zeit, oder nehmen Sie einen kürzeren Artikel.} memory {Geben Sie ihm in den Einstellungen mehr Speicher.} unreachable {Starten Sie es, und prüfen Sie den Port.} not_local {Gefragt werden nur 127.0.0.1, localhost und [::1].} status {Sehen Sie nach, was der Server in seinem eigenen Fenster dazu sagt.} no_json {Es schreibt JSON-Zeilen auf seine Standardausgabe, und alles andere auf seine Standardfehlerausgabe.} no_line {Was in einer Zeile steht, sagt docs/own-model.md.} stray {Es antwortet mit der id, die es bekommen hat, einmal für jede Zeile.} missing {Es antwortet mit einer Zeile für jede Zeile, die es liest.} other {Was von ihm erwartet wird, sagt docs/own-model.md.}}",

  // Taking in
  "take-in-itself": "{hasFile, select, yes {„{file}“} other {Das}} ist das geöffnete Projekt selbst.",
  "take-in-itself-advice": "Eine Datei von jemand anderem wählen oder den Ordner eines anderen Projekts.",
  "folder-empty": "In „{file}“ ist keine Datei.",
  "folder-empty-advice": "Wählen Sie den Ordner, in dem die Dateien liegen.",
  "folder-too-many": "„{file}“ enthält mehr als {limit, number} Dateien.",
  "folder-too-many-advice": "Übernehmen Sie sie in mehreren Teilen.",
  "take-in-refused":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} lässt sich nicht übernehmen: {count, plural, one {# Stelle stimmt} other {# Stellen stimmen}} darin nicht.",
  "take-in-refused-advice":
    "Noch einmal um sie bitten oder „sayso validate“ auflisten lassen, was nicht stimmt.",
  "take-in-exhausting":
    "{case, select, time {{hasFile, select, yes {„{file}“} other {Die Datei}} braucht zu lange, um gelesen zu werden.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} braucht zu viel Arbeitsspeicher, um gelesen zu werden.}}",
  "take-in-exhausting-advice":
    "Nichts ist geändert. Lassen Sie es sich in kleineren Teilen geben, mit einigen der Artikel in jedem.",
  "take-in-stopped": "Es wurde abgebrochen, bevor es fertig war.",
  "take-in-stopped-advice": "Nichts hat sich geändert. Die Datei noch einmal wählen, um weiterzumachen.",
  "take-in-changed":
    "{hasFile, select, yes {„{file}“} other {Die Datei}} hat sich geändert, seit sie angesehen wurde.",
  "take-in-changed-advice": "Sie noch einmal wählen, damit zu sehen ist, was jetzt darin steht.",

  // Folders
  "folder-missing": "Einen Ordner {hasFile, select, yes {„{file}“} other {dieses Namens}} gibt es nicht.",
  "folder-missing-advice":
    "Den Namen prüfen oder einen anderen Ordner wählen. Liegt er auf einem Laufwerk oder einer Freigabe, zuerst die Verbindung herstellen.",
  "folder-not-empty":
    "{case, select, exists {{hasFile, select, yes {„{file}“} other {Etwas dieses Namens}} gibt es schon.} other {Der {hasFile, select, yes {Ordner „{file}“} other {gewählte Ordner}} ist nicht leer.}}",
  "folder-not-empty-advice":
    "{case, select, exists {Einen anderen Namen wählen.} other {Einen leeren Ordner oder einen neuen Namen wählen.}}",
  "folder-unreadable":
    "{case, select, host {Die Desktop-Anwendung zeigt Ordner nur im Fenster des Systems.} other {In den {hasFile, select, yes {Ordner „{file}“} other {gewählten Ordner}} darf nicht hineingesehen werden.}}",
  "folder-unreadable-advice": "Einen anderen Ordner wählen.",
  "folder-not-writable":
    "Dort kann nichts geschrieben werden: {hasFile, select, yes {„{file}“} other {Der Ordner}} ist schreibgeschützt{hasCode, select, yes { ({code})} other {}}.",
  "folder-not-writable-advice":
    "Einen eigenen Ordner wählen oder um das Schreibrecht bitten und es dann noch einmal versuchen.",

  // Projects
  "project-missing": "Der Projektordner{hasFile, select, yes { „{file}“} other {}} ist nicht da.",
  "project-missing-advice":
    "Den Ordner dort wählen, wo er jetzt liegt. Liegt er auf einem Laufwerk oder einer Freigabe, zuerst die Verbindung herstellen.",
  "project-not-one":
    "{case, select, file {{hasFile, select, yes {„{file}“} other {Das}} ist eine Datei, kein Projekt.} other {Der {hasFile, select, yes {Ordner „{file}“} other {gewählte Ordner}} ist kein Sayso-Projekt: project.json fehlt.}}",
  "project-not-one-advice":
    "{case, select, file {Den Ordner des Projekts wählen, in dem project.json liegt.} other {Den Ordner wählen, in dem project.json liegt, oder ein neues Projekt anlegen.}}",
  "project-newer":
    "Dieses Projekt stammt aus einer neueren Version von Sayso (Form {version}; diese kennt Form {supported}).",
  "project-newer-advice": "Zum Bearbeiten die neueste Version von Sayso installieren.",
  "project-damaged":
    "Die Projektdatei {hasFile, select, yes {„{file}“} other {project.json}} ist beschädigt{hasHow, select, yes {: {how}} other {}}.",
  "project-damaged-advice":
    "Nichts wurde verändert. Eine gute Kopie der Datei zurücklegen, aus einer Sicherung oder aus git, und das Projekt noch einmal öffnen.",
  "project-locked":
    "{hasHostName, select, yes {{hasHolder, select, yes {{holder}} other {Jemand}} hat dieses Projekt auf {hostName} geöffnet{hasSince, select, yes {, seit {since, date, medium}, {since, time, short}} other {}} (Prozess {pid}).} other {Ein anderes Programm hat dieses Projekt geöffnet.}}",
  "project-locked-advice":
    "Zuerst dort schließen. Läuft Sayso dort sicher nicht mehr, die Datei .lock im Ordner des Projekts löschen.",
  "project-read-only":
    "Das Projekt ist nur zum Lesen geöffnet{case, select, locked {: {hasHolder, select, yes {{holder}} other {Jemand}} hat es{hasHostName, select, yes { auf {hostName}} other {}} geöffnet} newer {: Es stammt aus einer neueren Version von Sayso} not_writable {: In seinen Ordner kann nichts geschrieben werden} damaged {: Eine seiner Dateien ist beschädigt} other {}}.",
  "project-read-only-advice":
    "Zum Ändern muss es zum Schreiben geöffnet sein; was daran hindert, steht oben im Projekt.",
  "project-not-open": "Das Projekt ist nicht mehr geöffnet.",
  "project-not-open-advice": "Das Projekt noch einmal öffnen.",
  "article-missing": "Dieser Artikel ist nicht im Projekt.",
  "article-missing-advice":
    "Einen anderen wählen. Was das Projekt jetzt enthält, zeigt sich, wenn es noch einmal geöffnet wird.",
  "article-there": "Im Projekt liegt schon ein Artikel mit dieser Kennung, unter „{file}“.",
  "article-there-advice":
    "Bewahren Sie diesen Ordner anderswo auf, und holen Sie den Artikel dann noch einmal zurück.",
  "version-missing": "Es gibt keine Version {hasName, select, yes {„{name}“ } other {}}dieses Projekts.",
  "version-missing-advice": "Sehen Sie in der Liste der Versionen nach, was jetzt da ist.",
  "version-lacks-article":
    "Die Version {hasName, select, yes {„{name}“ } other {}}enthält diesen Artikel nicht.",
  "version-lacks-article-advice":
    "Der Artikel wurde erst später hinzugefügt oder war nicht lesbar, als die Version gespeichert wurde. Öffnen Sie eine andere Version.",
  "version-damaged":
    "Die Datei {hasFile, select, yes {„{file}“ } other {}}der Version ist beschädigt{hasHow, select, yes {: {how}} other {}}.",
  "version-damaged-advice": "Es wurde nichts verändert. Stellen Sie eine andere Version wieder her.",
  "article-damaged":
    "Die Artikeldatei {hasFile, select, yes {„{file}“} other {text.txt}} ist beschädigt{hasHow, select, yes {: {how}} other {}}{hasName, select, yes { („{name}“)} other {{hasArticle, select, yes { (Artikel {article})} other {}}}}.",
  "article-damaged-advice":
    "{hasCopiedAt, select, yes {Es gibt eine gute Kopie davon. Wiederherstellen legt sie an seine Stelle und bewahrt die beschädigte Datei im Ordner „.quarantine“ des Projekts auf; die Annotationen bleiben, wie sie sind.} other {Nichts wurde verändert. Eine gute Kopie seines Ordners unter „articles“ zurücklegen, aus einer Sicherung oder aus git.}}",
  "article-lost":
    "{hasName, select, yes {Der Artikel „{name}“} other {Ein Artikel{hasArticle, select, yes { ({article})} other {}}}} fehlt im Ordner des Projekts; nur seine Annotationen sind da.",
  "article-lost-advice":
    "{hasCopiedAt, select, yes {Es gibt eine gute Kopie davon. Wiederherstellen legt sie zurück; die Annotationen bleiben, wie sie sind.} other {Nichts wurde verändert. Seinen Ordner unter „articles“ zurücklegen, aus einer Sicherung oder aus git; vielleicht ist er auch noch unterwegs hierher.}}",
  "set-damaged":
    "{case, select, tail {Das Ende von {hasFile, select, yes {„{file}“} other {einem Journal}} war nicht lesbar; eine unfertige Änderung kann fehlen.} contradiction {Einige Annotationen von {hasFile, select, yes {„{file}“} other {diesem Artikel}} widersprechen seinem Text oder einander ({count, number}, die erste: {code}).} conflict {Dieselbe Annotation in {hasFile, select, yes {„{file}“} other {diesem Satz}} wurde auf zwei Rechnern geändert.} other {Die Datei der Annotationen {hasFile, select, yes {„{file}“} other {dieses Artikels}} ist beschädigt{hasHow, select, yes {: {how}} other {}}.}}",
  "set-damaged-advice":
    "{case, select, tail {Nachsehen, ob die letzte Änderung da ist. Ihre Bytes liegen im Ordner „.quarantine“ des Projekts.} contradiction {Im Menü des Projekts „Projektdateien prüfen“ wählen: Dort ist jede aufgeführt. Diese neu markieren oder löschen.} conflict {Der Satz ist nur zum Lesen geöffnet, nichts wurde verändert. Eine Kopie des Ordners behalten, dann die Dateien eines der Rechner zurücklegen.} other {Der Satz ist nur zum Lesen geöffnet, nichts wurde verändert. Wiederherstellen, wo es angeboten wird, oder eine gute Kopie der Datei zurücklegen, aus einer Sicherung oder aus git.}}",
  "nothing-learned":
    "Die Vorschläge haben in diesem Projekt nichts gelernt, was sich rückgängig machen oder abschalten ließe.",
  "nothing-learned-advice": "Lassen Sie sie zuerst aus Ihren Karten lernen.",
  "pdf-unsupported":
    "PDF druckt die Desktop-Anwendung, oder Chromium, Chrome oder Edge; gefunden wurde nichts davon, und {hasFile, select, yes {„{file}“} other {die Datei}} wurde nicht geschrieben.",
  "pdf-unsupported-advice":
    "Einen dieser Browser installieren, oder eine HTML-Seite schreiben, sie in einem Browser öffnen und dort als PDF drucken.",
  "pdf-not-printed":
    "Der Browser auf diesem Rechner hat die Seite nicht gedruckt; es wurde kein PDF geschrieben.",
  "pdf-not-printed-advice":
    "Es mit weniger Artikeln versuchen, oder eine HTML-Seite schreiben, sie in einem Browser öffnen und dort als PDF drucken.",
  "nothing-curated":
    "{hasName, select, yes {Nichts von dem, was {name} annotiert hat, ist schon kuratiert.} other {Noch kein Artikel dieses Projekts hat einen kuratierten Satz.}}",
  "nothing-curated-advice":
    "Entscheiden Sie auf der Seite „Entscheiden“ über die Unterschiede in einem Artikel{hasName, select, yes {, den {name} annotiert hat} other {}}, und versuchen Sie es dann noch einmal.",
  "annotator-missing":
    "In diesem Projekt ist {hasName, select, yes {niemand mit dem Namen „{name}“} other {kein solcher Name}} bekannt.",
  "annotator-missing-advice":
    "{hasKnown, select, yes {Zur Wahl stehen: {known}.} other {Einen der Namen des Projekts wählen.}}",
  "annotator-own": "Sich selbst oder die Kuratierung kann niemand in den Papierkorb legen.",
  "annotator-own-advice": "Das geht nur mit anderen.",
  "entity-missing": "Diesen Eintrag gibt es nicht mehr.",
  "entity-missing-advice": "Im Register noch einmal nachsehen.",
  "entity-mentioned":
    "{hasName, select, yes {„{name}“} other {Der Eintrag}} wird von {hasKnown, select, yes {{known}} other {anderen}} genannt, und deren Sätze werden hier nicht geändert.",
  "entity-mentioned-advice":
    "Den Eintrag stattdessen mit einem anderen zusammenführen: Dann zählen alle Nennungen zu diesem.",
  "entity-awaited":
    "{hasName, select, yes {„{name}“} other {Der Eintrag}} wird von etwas genannt, das auch im Papierkorb liegt: {hasKnown, select, yes {{known}} other {einem Artikel oder jemandem}}. Nichts wurde gelöscht.",
  "entity-awaited-advice": "Das mit ihm endgültig löschen, oder den Eintrag im Papierkorb lassen.",
  "identity-missing": "Sayso weiß noch nicht, wer annotiert.",
  "identity-missing-advice": "Den eigenen Namen angeben; er steht bei jeder Annotation.",
  "format-unknown": "Ein Format {hasFormat, select, yes {„{format}“} other {dieses Namens}} gibt es nicht.",
  "format-unknown-advice":
    "{hasKnown, select, yes {Zur Wahl stehen: {known}.} other {Eines der angebotenen wählen, etwa json.}}",

  // Changes
  "revision-conflict": "Diese Annotationen wurden inzwischen anderswo geändert.",
  "revision-conflict-advice": "Der neue Stand wird geladen und die eigene Änderung darauf wiederholt.",
  "revision-past":
    "Der Artikel {hasArticle, select, yes {„{article}“ } other {}}wurde inzwischen anderswo berichtigt.",
  "revision-past-advice": "Den Artikel ansehen, wie er jetzt ist, und die Berichtigung noch einmal machen.",
  "article-revised":
    "Der Text des Artikels wurde in einem anderen Fenster berichtigt, bevor dies gesichert war.",
  "article-revised-advice": "Den Artikel ansehen, wie er jetzt ist, und es dort noch einmal tun.",
  "revision-on-its-way":
    "Der Text {hasName, select, yes {von „{name}“} other {eines Artikels}} wurde anderswo berichtigt, und die Berichtigung ist noch nicht vollständig hier angekommen{case, select, missing {; bis dahin lässt sich der Artikel nicht öffnen} other {}}.",
  "revision-on-its-way-advice":
    "{case, select, missing {Warten, bis das Synchronisationsprogramm fertig ist; dann lässt er sich mit allen Annotationen öffnen. Kommt nichts mehr an: am Rechner, an dem er berichtigt wurde, nachsehen, ob {hasFile, select, yes {„{file}“} other {sein Ordner}} und seine Annotationen übertragen wurden.} other {Einfach weiter annotieren: Die Arbeit wird von selbst in den berichtigten Text übernommen. Text und Angaben erst berichtigen, wenn alles angekommen ist.}}",
  "nothing-revised": "Nichts wurde geändert: Text und Angaben sind, wie sie waren.",
  "nothing-revised-advice": "Erst etwas ändern, oder ohne zu sichern verlassen.",
  "change-misfit": "Wovon diese Änderung ausgeht, wurde inzwischen anderswo geändert.",
  "change-misfit-advice": "Die Annotationen ansehen, wie sie jetzt sind, und die Änderung wiederholen.",
  "change-invalid":
    "Die Änderung würde eine Regel der Annotationen verletzen{hasCode, select, yes { ({code})} other {}}.",
  "change-invalid-advice":
    "Sie wurde nicht gespeichert. Anders vorgehen und diese Meldung bitte weitergeben, denn Sayso hätte die Änderung nicht anbieten dürfen.",
  "changes-waiting":
    "Noch ist nicht alles im Projekt: {count, plural, one {# Änderung ist} other {# Änderungen sind}} auf diesem Rechner sicher aufbewahrt.",
  "changes-waiting-advice":
    "Sie gehen von selbst ins Projekt, sobald dort geschrieben werden kann. Wird es jetzt geschlossen, kommen sie beim nächsten Öffnen auf diesem Rechner hinein.",
  "changes-kept":
    "{case, select, applied {Änderungen an {hasFile, select, yes {„{file}“} other {einem Artikel}}, die zu ihrer Zeit nicht gespeichert werden konnten, wurden auf diesem Rechner aufbewahrt ({count, number}). Sie stehen jetzt im Projekt.} unfitting {Änderungen an {hasFile, select, yes {„{file}“} other {einem Artikel}}, die zu ihrer Zeit nicht gespeichert werden konnten, passen nicht mehr ({count, number}); die übrigen stehen jetzt im Projekt ({applied, number}).} other {Änderungen an {hasFile, select, yes {„{file}“} other {einem Artikel}}, die zu ihrer Zeit nicht gespeichert werden konnten, lassen sich noch immer nicht speichern ({count, number}).}}",
  "changes-kept-advice":
    "{case, select, applied {Nachsehen, ob die Annotationen so sind, wie sie zuletzt waren.} unfitting {Nichts wurde überschrieben. Fehlendes neu markieren; das Aufbewahrte bleibt in {hasPath, select, yes {{path}} other {Saysos eigenem Ordner}}.} other {Sie bleiben sicher auf diesem Rechner und werden beim nächsten Öffnen des Projekts noch einmal versucht.}}",
  "file-in-conflict": "In „{file}“ stehen beide Seiten eines Konflikts der Versionsverwaltung.",
  "file-in-conflict-advice":
    "Beide werden zusammengeführt gezeigt. Wenn das Projekt das nächste Mal hier geändert wird, werden sie als eine geschrieben, und die Datei, wie sie jetzt ist, bleibt in seinem Ordner „.quarantine“.",
  "changes-crossed":
    "Annotationen wurden auf zwei Rechnern gleichzeitig verschieden geändert ({count, number}).",
  "changes-crossed-advice":
    "Was zuerst da war, bleibt. Noch einmal ansehen; was der andere Rechner hatte, steht in seinem Journal im Ordner des Projekts.",
  "step-unfinished":
    "Ein unterbrochener Schritt ist zu Ende geführt, nur nicht in {hasFile, select, yes {„{file}“} other {einem Artikel}}: Dort wurde seither etwas geändert, oder er lässt sich nicht lesen.",
  "step-unfinished-advice":
    "Den Artikel ansehen. Fehlendes lässt sich noch einmal tun; nichts wurde überschrieben.",
  "export-exists":
    "{case, select, project_file {{hasFile, select, yes {„{file}“} other {Diese Datei}} gehört zum Projekt selbst.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} gibt es schon.}}",
  "export-exists-advice":
    "{case, select, project_file {Einen Ort außerhalb der Ordner des Projekts wählen.} other {Einen anderen Namen wählen oder das Ersetzen erlauben.}}",
  "export-stopped": "Es wurde abgebrochen, bevor es fertig war.",
  "export-stopped-advice": "Geschrieben wurde nichts. Jederzeit noch einmal exportieren.",
  "export-too-large":
    "{hasFile, select, yes {„{file}“} other {Das Archiv}} würde mehr enthalten, als ein Archiv fasst: 65.535 Dateien und 4 GB.",
  "export-too-large-advice": "Stattdessen in einen Ordner schreiben, oder weniger Artikel auf einmal.",
  "export-database-too-large":
    "Die Datenbank wäre größer als {limitSize, number} MB, und Sayso muss sie beim Schreiben ganz im Arbeitsspeicher halten.",
  "export-database-too-large-advice":
    "Stattdessen als Parquet exportieren, das Stück für Stück geschrieben wird und das DuckDB liest, oder weniger Artikel auf einmal.",
  "export-page-too-long":
    "Die Seite zum Drucken wäre länger als {limitSize, number} MB; das druckt kein Browser in vertretbarer Zeit.",
  "export-page-too-long-advice":
    "In einen Ordner schreiben, ein Dokument je Artikel, oder weniger Artikel auf einmal.",

  // Ein Team
  "git-missing": "Auf diesem Computer gibt es kein git, mit dem ein geteiltes Projekt abgeglichen wird.",
  "git-missing-advice":
    "Git von git-scm.com installieren und es erneut versuchen, oder den Kolleginnen und Kollegen ein Review-Paket schicken, das dasselbe mit einer Datei tut.",
  "git-failed": "Git konnte seinen Teil nicht tun{hasProblem, select, yes {: {problem}} other {}}.",
  "git-failed-advice":
    "Adresse, Verbindung und die eigenen Rechte dort prüfen und es erneut versuchen. Das Projekt ist, wie es war.",
  "team-address": "Unter „{value}“ kann Sayso kein Projekt teilen.",
  "team-address-advice": "Einen Ordner nennen oder eine Adresse, die mit https:// oder ssh:// beginnt.",
  "team-nothing": "Unter „{where}“ liegt kein geteiltes Projekt.",
  "team-nothing-advice": "Die Adresse prüfen und fragen, ob das Projekt schon gesendet wurde.",
  "team-taken": "Unter „{where}“ liegt etwas anderes.",
  "team-taken-advice":
    "Das Projekt in einem leeren Ordner oder Repository teilen. Wird es dort schon geteilt, lässt es sich mit sayso clone von dort öffnen.",
  "team-shared": "Das Projekt wird schon geteilt, unter „{where}“.",
  "team-shared-advice": "Neues wird mit sayso sync gesendet und geholt.",
  "team-here": "Das geteilte Projekt liegt schon auf diesem Computer, in „{where}“.",
  "team-here-advice": "Dort arbeiten: Zwei Kopien auf einem Computer würden sich für eine halten.",
  "team-not-shared": "„{name}“ wird von diesem Computer aus nicht geteilt.",
  "team-not-shared-advice": "Mit sayso share teilen oder das geteilte Projekt mit sayso clone öffnen.",
  "team-not-allowed": "Niemand hat zugestimmt, dass „{where}“ erreicht werden darf.",
  "team-not-allowed-advice":
    "Eine Seite kann nicht wissen, wer sie steuert. Deshalb fragt Sayso bei einer Adresse in dem Terminal, in dem es gestartet wurde, oder in einem eigenen Fenster. Dort zustimmen, oder in einem Terminal sayso share und sayso clone verwenden.",
  "team-large":
    "„{file}“ ist zu groß für viele Forges, die keine Datei über {limitSize, number} MB annehmen{hasSize, select, yes { (sie hat {size, number} MB)} other {}}.",
  "team-large-advice":
    "Fragen, wer das Repository betreibt: Nimmt es solche Dateien an, mit --large teilen oder abgleichen. Sonst das Projekt in einem Ordner teilen oder den Artikel aus einer kleineren Datei importieren. Nichts wurde gesendet.",
  "team-refused":
    "Was am geteilten Ort liegt, wurde nicht übernommen, denn {case, select, attributes {„{file}“ würde Dateien beim Lesen verändern} clash {„{file}“ heißt auf manchen Computern wie eine andere Datei} damaged {„{file}“ lässt sich nicht lesen} emptied {es ist nun leer und war es nicht} filter {„{file}“ verweist nur auf eine Datei, die anderswo liegt} link {„{file}“ ist eine Verknüpfung mit einer anderen Datei} many {es sind zu viele Dateien} name {„{file}“ heißt so, wie manche Computer es nicht zulassen} newer {„{file}“ stammt von einer neueren Version von Sayso} no_project {es ist kein Projekt darin} other_project {es ist ein anderes Projekt} rewritten {seine Geschichte ist nicht die, die zuvor dort war} submodule {„{file}“ ist ein Repository im Repository} tampered {„{file}“ wurde verändert, wie Sayso es nie tut} too_large {„{file}“ ist zu groß} two_writers {„{file}“ wurde auch auf einem anderen Computer geschrieben, der eine Kopie der hiesigen Sayso-Einstellungen hat} other {„{file}“ ist nicht, wie es sein soll}}.",
  "team-refused-advice":
    "{case, select, newer {Die neueste Version von Sayso installieren und es erneut versuchen} two_writers {Auf einem der beiden Computer device.json im Ordner der Sayso-Einstellungen löschen und Sayso dort neu starten} other {Wer zuletzt gesendet hat, kann es in Ordnung bringen; git am geteilten Ort sagt, wer das war}}. Das Projekt ist, wie es war.",
  // The disk and the program
  "disk-full":
    "Der Datenträger ist voll: {hasFile, select, yes {„{file}“ konnte nicht geschrieben werden} other {es lässt sich nichts mehr darauf schreiben}}.",
  "disk-full-advice": "Dort Platz schaffen; nichts bisher Gespeichertes ist verloren.",
  "quota-full":
    "Ihr Anteil an diesem Datenträger ist aufgebraucht: {hasFile, select, yes {„{file}“ konnte nicht geschrieben werden} other {es lässt sich nichts mehr darauf schreiben}}.",
  "quota-full-advice":
    "Dort etwas Eigenes löschen oder bei der Verwaltung um mehr bitten; nichts bisher Gespeichertes ist verloren.",
  "storage-failed":
    "{case, select, settings {Die Datei der Einstellungen{hasFile, select, yes { „{file}“} other {}} war nicht lesbar.} long_name {Der Name {hasFile, select, yes {„{file}“} other {der Datei}} ist für diesen Datenträger zu lang.} other {{hasFile, select, yes {„{file}“} other {Die Datei}} konnte nicht geschrieben oder gelesen werden{hasCode, select, yes { ({code})} other {}}.}}",
  "storage-failed-advice":
    "{case, select, settings {{hasAside, select, yes {Sayso beginnt mit neuen Einstellungen; die alte Datei bleibt als „{aside}“ erhalten.} other {Sayso arbeitet ohne sie weiter.}}} long_name {Einen kürzeren Namen wählen.} other {Datenträger und Verbindung prüfen und es noch einmal versuchen; nichts bisher Gespeichertes ist verloren.}}",
  "link-refused":
    "{hasFile, select, yes {„{file}“} other {Eine Datei des Projekts}} ist ein Verweis auf einen anderen Ort.",
  "link-refused-advice":
    "Sayso schreibt und liest nur Dateien, die im Projekt selbst liegen. Den Verweis durch sein Ziel ersetzen.",
  "link-unreadable": "Was geöffnet wurde, ist kein Link von Sayso.",
  "link-unreadable-advice":
    "Den Link von der Person, die ihn geschickt hat, noch einmal in Sayso selbst kopieren lassen.",
  "link-elsewhere": "Der Link führt zu einem Projekt, das auf diesem Computer noch nicht geöffnet wurde.",
  "link-elsewhere-advice":
    "Das Projekt einmal aus seinem Ordner öffnen und dem Link dann noch einmal folgen.",
  "dialog-unsupported": "Dieses Fenster kann den Dialog des Systems nicht zeigen.",
  "dialog-unsupported-advice": "Die Ordnerliste im Fenster verwenden.",
  "page-not-opened": "Die Seite ließ sich nicht in Ihrem Browser öffnen.",
  "page-not-opened-advice":
    "Prüfen Sie die Adresse, oder kopieren Sie sie und öffnen Sie die Seite dort selbst.",
  "method-unknown":
    "Dieses Fenster und das laufende Sayso haben verschiedene Versionen{hasMethod, select, yes {: „{method}“ ist unbekannt} other {}}.",
  "method-unknown-advice": "Schließen Sie alle Fenster von Sayso, und starten Sie es neu.",
  "input-invalid":
    "Von Sayso wurde etwas verlangt, was es nicht kann{hasPath, select, yes {: „{path}“ passt nicht{hasProblem, select, yes { ({problem})} other {}}} other {}}.",
  "input-invalid-advice":
    "Die Eingabe prüfen. War nichts Ungewöhnliches dabei, Sayso schließen, neu starten und dies melden.",
  "limit-passed":
    "{case, select, characters {Ein Text ist länger als {limit, number} Zeichen, und mehr nimmt Sayso nicht an} entries {Eine Liste hat mehr als {limit, number} Einträge, und mehr nimmt Sayso nicht auf einmal an} levels {Etwas ist mehr als {limit, number} Ebenen tief verschachtelt} other {Eine Zahl ist größer als {limit, number}}}{hasPath, select, yes { („{path}“)} other {}}. Nichts wurde geändert.",
  "limit-passed-advice":
    "{case, select, characters {Den Text kürzen oder aufteilen.} entries {In mehreren Schritten vorgehen, mit je höchstens {limit, number} Einträgen.} levels {Was darin ist, auf weniger Ebenen verteilen.} other {Eine Zahl von höchstens {limit, number} angeben.}}",
  "call-too-large": "Das ist zu viel auf einmal.",
  "call-too-large-advice": "In kleineren Teilen vorgehen, von je höchstens {limitSize, number} MB.",
  "session-expired": "Die Sitzung dieses Fensters ist beendet.",
  "session-expired-advice": "Die Adresse öffnen, die Sayso zuletzt ausgegeben hat, oder Sayso neu starten.",
  "session-missing": "Dieses Fenster ist noch nicht mit Sayso verbunden.",
  "session-missing-advice":
    "Die ganze Adresse eingeben, die Sayso zuletzt ausgegeben hat, mit dem Code am Ende. Ein Code gilt für ein Fenster; für einen neuen Sayso noch einmal starten.",
  "host-unreachable": "Sayso antwortet nicht.",
  "host-unreachable-advice":
    "Sayso neu starten, falls es beendet ist; was noch nicht gespeichert ist, bleibt hier und wird gespeichert, sobald es antwortet.",
  internal:
    "In Sayso selbst ist etwas schiefgegangen{hasId, select, yes { (Nummer {id} in seinem Protokoll)} other {}}.",
  "internal-advice":
    "Noch einmal versuchen. Passiert es wieder, bitte melden und die Datei sayso.log aus Saysos eigenem Ordner beilegen.",

  // How a file is damaged, as the end of a sentence
  "damage-missing": "Sie ist nicht da",
  "damage-empty": "Sie ist leer",
  "damage-encoding": "Sie ist kein UTF-8-Text",
  "damage-syntax": "Sie ist in Zeile {line}, Spalte {column} kein JSON",
  "damage-depth": "Sie ist zu tief verschachtelt",
  "damage-shape":
    "{hasAt, select, yes {„{at}“ ist nicht, was es sein soll} other {Sie hat nicht die richtige Form}}{hasProblem, select, yes { ({problem})} other {}}",
  "damage-hash": "Ihr Inhalt wurde seit dem Schreiben verändert",
  "damage-count": "Sie enthält mehr oder weniger Einträge, als sie angibt",
  "damage-length": "Sie ist länger oder kürzer, als sie sein soll",
  "damage-link": "An ihrer Stelle steht ein Verweis",
  "damage-middle": "Eine Änderung in ihrer Mitte ist nicht lesbar",
  "damage-gap": "In ihr fehlen Änderungen",
  "damage-repeated-id": "Zwei ihrer Einträge haben dieselbe Kennung",
  "damage-other-set": "Sie gehört zu einem anderen Artikel, Namen oder Projekt",
  "damage-other-text": "Sie gehört zu einem anderen Text",
  "damage-other-article": "Sie gehört zu einem anderen Artikel",
  "damage-file-unreadable": "Das Leserecht fehlt",
  "damage-link-refused": "An ihrer Stelle steht ein Verweis",
  "damage-file-is-folder": "An ihrer Stelle steht ein Ordner",
  "damage-file-not-regular": "Sie ist keine gewöhnliche Datei",
  "damage-file-too-large": "Sie ist zu groß",
} as const satisfies Translated<typeof english>;
