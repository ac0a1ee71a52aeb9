// German words of the examination of a release.
import type { release as english } from "../en/release.ts";
import type { Translated } from "../translated.ts";

export const release = {
  cli: "Sagen, ob die Dateien im Ordner einer Ausgabe die sind, die ihre Herausgeber signiert haben.",
  "cli-key": "der öffentliche minisign-Schlüssel der Herausgeber oder die Datei, in der er steht",
  "no-key": "--key ist kein öffentlicher minisign-Schlüssel und keine Datei mit einem.",
  "is-missing": "Die Datei fehlt.",
  "signature-form": "Das ist keine Signatur von minisign, oder keine ganze.",
  "signature-key": "Signiert wurde mit einem anderen Schlüssel.",
  "signature-signature":
    "Die Signatur gilt nicht: Die Liste der Prüfsummen oder die Signatur wurde geändert.",
  "no-list": "Das ist keine Liste von Prüfsummen.",
  "not-listed": "Die Datei steht nicht auf der signierten Liste.",
  "other-bytes": "Die Bytes sind nicht die, die signiert wurden.",
  "no-description": "Das ist keine Beschreibung einer Ausgabe.",
  "no-bill": "Das ist keine Stückliste, oder keine ganze.",
  "other-bill": "Das ist die Stückliste einer anderen Anwendung.",
  "no-application": "Wo die Ausgabe eine Anwendung nennt, ist darin keine.",
  "other-archive": "Die Anwendung darin ist nicht die, die die Ausgabe beschreibt.",
  "other-fuses": "Die Fuses des Programms darin sind nicht die, die die Ausgabe beschreibt.",
  signed: "Signiert: {comment}",
  sound:
    "Die Ausgabe ist heil: {files, plural, one {eine Datei hat} other {# Dateien haben}} die signierten Bytes, und {applications, plural, one {eine Anwendung wurde} other {# Anwendungen wurden}} angesehen.",
  unsound:
    "Installieren Sie sie nicht: {count, plural, one {Eine Sache ist} other {# Sachen sind}} nicht so, wie die Herausgeber sie signiert haben.",
} as const satisfies Translated<typeof english>;
