// German words of a window and its host: lost, started again, and the address that brings them together.
import type { connection as english } from "../en/connection.ts";
import type { Translated } from "../translated.ts";

export const connection = {
  kept: "{count, plural, =0 {Alles bisher ist gespeichert.} one {Ihre ungespeicherte Änderung ist in diesem Fenster aufgehoben: Lassen Sie es offen.} other {Ihre # ungespeicherten Änderungen sind in diesem Fenster aufgehoben: Lassen Sie es offen.}}",
  "marks-saved": "Alles, was Sie markiert haben, ist gespeichert.",
  "texts-kept":
    "{count, plural, one {Was Sie in einem Text berichtigt und nicht gespeichert haben, ist} other {Was Sie in # Texten berichtigt und nicht gespeichert haben, ist}} auf diesem Rechner aufgehoben.",
  stopped: "Das Programm hinter diesem Fenster ist beendet oder nicht erreichbar.",
  "start-again":
    "Dieses Fenster verbindet sich von selbst wieder, sobald Sayso antwortet. Wurde es beendet, starten Sie es auf dieselbe Weise neu.",
  expired: "Sayso wurde neu gestartet und kennt dieses Fenster noch nicht.",
  "enter-address":
    "Öffnen Sie die ausgegebene Adresse in einem anderen Fenster dieses Browsers, oder geben Sie sie hier ein: Dann verbindet sich dieses Fenster von selbst wieder.",
  address: "Adresse, die Sayso ausgegeben hat",
  "go-on": "Weiter",
  refused: "Diese Adresse ist verbraucht. Sayso hat eine neue ausgegeben: Geben Sie diese ein.",
  unreachable: "Sayso antwortet unter seiner Adresse nicht mehr. Starten Sie es auf dieselbe Weise neu.",
  elsewhere:
    "Das ist die Adresse eines Sayso an einem anderen Port, der von hier nicht erreichbar ist. Beenden Sie es und starten Sie es mit --port {port}.",
} as const satisfies Translated<typeof english>;
