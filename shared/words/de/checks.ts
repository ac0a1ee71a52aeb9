// German words of checks, their reasons and their fixes.
import type { checks as english } from "../en/checks.ts";
import type { Translated } from "../translated.ts";

export const checks = {
  "claim-missing": "Karte ohne Aussage",
  "claim-missing-says": "Die Karte hat keine Aussage.",
  "claim-missing-why":
    "Eine Karte hält fest, was jemand gesagt hat. Die Aussage verknüpfen oder die Karte löschen, wenn hier nichts gesagt wird.",
  "voice-and-cue-missing": "Karte ohne Stimme und Signalwort",
  "voice-and-cue-missing-says": "Die Karte hat weder eine Stimme noch ein Signalwort.",
  "voice-and-cue-missing-why":
    "Eine Aussage wird jemandem oder durch bestimmte Wörter zugeschrieben: Geben Sie der Karte eine Stimme oder ein Signalwort. Schreibt nichts die Aussage zu, spricht der Artikel selbst: Dann löschen Sie die Karte.",
  "field-required": "Pflichtfeld ohne Wert",
  "field-required-says": "„{field}“ hat noch keinen Wert.",
  "field-required-why":
    "Das Schema des Projekts verlangt dieses Feld auf jeder Karte, für die es gilt. Einen Wert wählen.",
  "voice-without-entity": "Stimme ohne Eintrag im Register",
  "voice-without-entity-says": "„{words}“ ist mit niemandem im Register verknüpft.",
  "voice-without-entity-why":
    "Was eine Person gesagt hat, lässt sich nur zählen, wenn jede Nennung auf sie verweist, auch Pronomen. Die Nennung verknüpfen oder eintragen, wer es ist.",
  "about-gone": "Betrifft jemanden, den es nicht mehr gibt",
  "about-gone-says":
    "{count, plural, one {Jemand, den die Aussage betrifft, steht} other {#, die die Aussage betrifft, stehen}} nicht mehr im Register.",
  "about-gone-why":
    "Über sie ist die Aussage weder zu finden noch zu zählen. Jemand anderen wählen oder sie herausnehmen; kommen sie zurück, nennt die Karte sie wieder.",
  "span-without-card": "Signalwort oder Quelle ohne Karte",
  "span-without-card-says": "„{words}“ gehört zu keiner Karte.",
  "span-without-card-why":
    "Ein Signalwort oder eine Quelle zeigt, mit welchen Worten oder über wen etwas gesagt wurde. In die Karte dessen aufnehmen, was gesagt wurde.",
  "claim-without-card": "Zitierte Aussage ohne Karte",
  "claim-without-card-says": "Die zitierte Aussage hat keine Karte.",
  "claim-without-card-why":
    "Eine Aussage ohne Karte gilt als Stimme des Artikels, und die steht nicht in Anführungszeichen. Eine Karte anlegen und festhalten, wessen Worte es sind.",
  "quotation-outside-claims": "Zitat außerhalb jeder Aussage",
  "quotation-outside-claims-says": "Dieses Zitat liegt außerhalb jeder Aussage.",
  "quotation-outside-claims-why":
    "Worte in Anführungszeichen gehören meist jemandem. Als Aussage markieren, oder stehen lassen, wenn es ein Titel, ein Name oder ein Wort als Wort ist.",
  "quotation-without-voice": "Zitierte Aussage ohne Stimme",
  "quotation-without-voice-says": "Die Aussage ist zitiert, und niemand wird als Stimme genannt.",
  "quotation-without-voice-why":
    "Worte in Anführungszeichen gehören jemandem. Markieren, wer sie sagt, und sei es ein Pronomen oder eine Beschreibung, und als Stimme verknüpfen.",
  "source-alone": "„Eine Quelle“ und sonst nichts",
  "source-alone-says": "„{name}“ sagt nichts darüber, wer das ist.",
  "source-alone-why":
    "„Eine Quelle“ allein genügt nicht: Niemand kann beurteilen, was eine solche Quelle wissen kann. Funktion oder Zugehörigkeit festhalten, wenn der Artikel sie nennt; sonst mit Vermerk stehen lassen.",
  "description-missing": "Ungenannte Quelle ohne Beschreibung",
  "description-missing-says": "„{name}“ ist ungenannt, ohne Funktion und Zugehörigkeit.",
  "description-missing-why":
    "Eine ungenannte Quelle braucht eine Beschreibung: was sie ist und woher sie es wissen kann. Funktion oder Zugehörigkeit festhalten, soweit der Artikel sie angibt.",
  "reason-missing": "Ungenannte Quelle ohne Grund",
  "reason-missing-says": "Es ist kein Grund festgehalten, warum „{name}“ ungenannt bleibt.",
  "reason-missing-why":
    "Wer ungenannt bleibt, tut es aus einem Grund, und die Leserschaft erfährt ihn. Bedingungen und Grund festhalten, die der Artikel nennt; nennt er keinen, mit Vermerk stehen lassen.",
  "outlet-uncredited": "Anderes Medium nicht genannt",
  "outlet-uncredited-says": "Die Worte kamen über andere Medien, und keines ist genannt.",
  "outlet-uncredited-why":
    "Was ein anderes Medium recherchiert hat, wird ihm zugeschrieben. Das Medium als Quelle markieren und unter „über“ verknüpfen, oder den Kanal berichtigen.",
  "declined-yet-quoted": "Kein Kommentar, aber ungenannt zitiert",
  "declined-yet-quoted-says": "„{name}“ wird ohne Namen zitiert und hat zugleich einen Kommentar abgelehnt.",
  "declined-yet-quoted-why":
    "Wer anonym zitiert wird, kann nicht zugleich einen Kommentar abgelehnt haben: Das führt die Leserschaft irre. Prüfen, ob beides dieselbe Person ist und ob die Haltung auf den Karten stimmt.",
  "claim-full-stop": "Punkt des Satzes in der Aussage",
  "claim-full-stop-says": "Die Aussage endet mit dem Punkt des Satzes.",
  "claim-full-stop-why": "Die Anführungszeichen gehören zur Aussage, der Punkt des Satzes nicht.",
  "claim-lacks-that": "„dass“, „that“ oder „to“ außerhalb der Aussage",
  "claim-lacks-that-says": "Die Aussage beginnt hinter „{word}“.",
  "claim-lacks-that-why": "„dass“, „that“ und „to“ gehören zur Aussage.",
  "claim-lacks-marks": "Anführungszeichen außerhalb der Aussage",
  "claim-lacks-marks-says": "Die Aussage lässt ihre Anführungszeichen draußen.",
  "claim-lacks-marks-why":
    "Die Anführungszeichen gehören zur Aussage. Die um eine innere Stimme gehören zur äußeren Aussage.",
  "cue-with-that": "„dass“ oder „that“ im Signalwort",
  "cue-with-that-says": "Das Signalwort endet mit „{word}“.",
  "cue-with-that-why": "Das Signalwort ist so kurz wie möglich, und „dass“ oder „that“ gehört zur Aussage.",
  "cue-with-time": "Zeitangabe im Signalwort",
  "cue-with-time-says": "Das Signalwort enthält eine Zeitangabe.",
  "cue-with-time-why": "Zeit und Ort bleiben außerhalb des Signalworts: „sagte“, nicht „sagte am Dienstag“.",

  // Fixes
  "fix-link-claim": "Aussage „{words}“ verknüpfen",
  "fix-link-cue": "Signalwort „{words}“ verknüpfen",
  "fix-link-voice": "„{words}“ als Stimme verknüpfen",
  "fix-link-via": "„{words}“ nennen",
  "take-proposal": "„{words}“ übernehmen",
  "go-and-tag": "Dort selbst markieren",
  "fix-delete-card": "Karte löschen",
  "fix-set-field": "{field}: {value}",
  "fix-link-entity": "Gemeint ist {name}",
  "fix-create-entity": "„{name}“ ins Register eintragen",
  "fix-remove-about": "Herausnehmen",
  "fix-join-card": "In die Karte dieses Satzes aufnehmen",
  "fix-create-card": "Karte daraus anlegen",
  "fix-mark-as": "Markieren: {type}",
  "fix-take-reason": "Grund übernehmen: „{reason}“",
  "fix-leave-out-stop": "Punkt weglassen",
  "fix-take-in": "„{word}“ aufnehmen",
  "fix-take-marks-in": "Anführungszeichen aufnehmen",
  "fix-shorten-cue": "Signalwort kürzen",

  // The list and the marks beside the text
  unfinished: "Unfertig",
  newsroom: "Redaktionsregel",
  style: "Hausregel",
  "all-severities": "Alle",
  show: "Zeigen",
  counted: "{count, plural, one {# Befund} other {# Befunde}}",
  "none-title": "Nichts zu prüfen",
  none: "Keine Regel hat zu diesem Artikel etwas zu sagen.",
  "no-article": "Einen Artikel öffnen, um zu sehen, was die Regeln dazu sagen.",
  looking: "Wird geprüft …",
  "none-of-these": "Nichts von dieser Art.",
  "in-suggestions":
    "{count, plural, one {# davon ist ein Zitat in einer vorgeschlagenen Aussage und zählt} other {# davon sind Zitate in vorgeschlagenen Aussagen und zählen}} unter „Vorschläge“.",
  why: "Warum",
  guideline: "Leitfaden",
  "open-entity": "Eintrag öffnen",
  "let-stand": "Stehen lassen …",
  reason: "Grund",
  "reason-help": "Warum es hier stehen bleiben darf. Andere werden es lesen.",
  "keep-reason": "Stehen lassen",
  waived:
    "{count, plural, one {# Befund mit Begründung stehen gelassen} other {# Befunde mit Begründung stehen gelassen}}",
  "idle-waiver": "Die Regel „{check}“ wird nicht mehr geprüft",
  "drop-waiver": "Diese Ausnahme löschen",
  "show-again": "Wieder zeigen",
  "list-label": "Befunde",
  "in-margin": "{count, plural, one {{says}} other {# Befunde, der erste: {says}}}",
  "read-only": "Das Projekt ist nur zum Lesen geöffnet.",
} as const satisfies Translated<typeof english>;
