// German words of the command line.
import type { cli as english } from "../en/cli.ts";
import type { Translated } from "../translated.ts";

export const cli = {
  lead: "Sayso: markieren, wer spricht, was gesagt wird und woher es kommt.",
  more: "„sayso help BEFEHL“ sagt mehr. Status: 0 erledigt, 1 Eingabe (teils) abgelehnt, 2 falscher Aufruf, 3 Fehler von Sayso, 4 Konflikte offen.\nSAYSO_HOME nennt den Ordner für Einstellungen und Sicherungen, statt des üblichen.",
  usage: "Aufruf: {line}",
  options: "[OPTIONEN]",
  "no-command": "Einen Befehl „{name}“ gibt es nicht.",
  "see-help": "Siehe: {line}",
  fault: "Sayso ist an einem eigenen Fehler gescheitert. Bitte melden:",

  // How arguments are not understood
  extra: "Unerwartetes Argument: „{text}“.",
  missing: "{name} fehlt.",
  "not-understood": "Nicht verständlich: {why}",
  "no-format": "Ein Format „{format}“ gibt es nicht, nur: {formats}.",
  "both-to-output": "--json und --out - würden beide auf die Standardausgabe schreiben.",
  "exclude-each-other": "{one} und {other} schließen einander aus.",
  "belongs-to": "{option} gibt es nur zusammen mit {other}.",
  "no-port": "„{port}“ ist kein Port: Geben Sie eine Zahl von 0 bis 65535 an.",
  "other-name":
    "Sayso kennt Sie hier als „{name}“: --as weglassen oder in SAYSO_HOME einen anderen Ordner für die Einstellungen nennen.",

  // open
  open: "Die Anwendung öffnen: als Desktop-Anwendung, wo Electron da ist, sonst in einem Browser.",
  "open-electron": "nur als Desktop-Anwendung",
  "open-browser": "nur in einem Browser",
  "no-display": "Hier gibt es keinen Bildschirm, also wartet Sayso an seiner Adresse auf einen Browser.",
  "no-electron": "Electron ist nicht da: {command} mit Netz ausführen oder --electron weglassen.",
  waits:
    "Sayso wartet an seiner Adresse auf einen Browser, {asked, select, yes {wie gewünscht} other {weil Electron nicht da ist}}; Chromium, Chrome oder Edge gibt es nicht.",
  "opens-in":
    "Sayso öffnet sich in {browser}, {asked, select, yes {wie gewünscht} other {weil Electron nicht da ist}}.",
  "fetching-electron":
    "Electron wird für das Desktop-Fenster geholt; das wird einmal am Tag versucht (NO_INSTALL=1 verhindert es) …",
  "to-install-chromium": "Weder Chromium noch Chrome oder Edge gefunden. Zum Installieren: {command}",
  "installing-chromium":
    "Weder Chromium noch Chrome oder Edge gefunden; Installation mit: {command} (NO_INSTALL=1 verhindert das)",
  "chromium-not-installed":
    "Chromium ließ sich nicht installieren; die Meldungen von apt-get darüber sagen, warum.",

  // serve
  serve: "Die Anwendung für einen Browser auf diesem Rechner bereitstellen, bis sie beendet wird.",
  "serve-port": "der Port der Adresse; sonst der frühere, wenn er frei ist",
  "serve-no-open": "die Adresse ausgeben und nichts öffnen",
  "browser-apart":
    "{browser} ist vom Rest dieses Computers abgeschottet (Flatpak), deshalb kann Sayso darin kein Fenster zeigen; öffnen Sie darin diese Adresse:",
  "browser-failed": "Der Browser startete nicht oder brach ab: {why}",
  address: "Sayso ist unter {address} (eine Minute lang einmal verwendbar; Strg+C beendet Sayso)",
  "port-in-use":
    "Port {port} wird von einem anderen Programm verwendet: mit --port einen anderen wählen oder --port weglassen.",
  "port-forbidden":
    "Port {port} darf auf diesem System nicht verwendet werden: mit --port einen über 1023 wählen.",

  // import
  import:
    "Artikel in ein Projekt importieren: Text, Webseiten, PDF, Word, OpenDocument, RTF, E-Mails, Bücher.",
  "import-create":
    "PROJECT zum Projekt machen, falls es noch keines ist: ein Ordner, der leer oder nicht da ist",
  "import-column": "die Spalte einer Tabelle, in der es steht; sonst nach den Namen geraten",
  "import-encoding": "von Textdateien und Tabellen; sonst wie sie sagen oder geraten",
  "import-delimiter": "was die Zellen einer Tabelle trennt; sonst geraten",
  "import-duplicates": "älterer Name von --twins: skip ist same, take ist new",
  twins:
    "Artikel, die das Projekt schon hat: ask (fragen), same (den vorhandenen verwenden) oder new (noch einmal hinzufügen). Ohne Terminal weist ask sie ab",
  "no-twins": "--twins ist ask, same oder new.",
  "twins-question":
    "Das Projekt hat {count, plural, one {{titles} schon. Den vorhandenen Artikel verwenden (s) oder noch einmal hinzufügen (n)?} other {# davon schon: {titles}. Die vorhandenen Artikel verwenden (s) oder noch einmal hinzufügen (n)?}} Die Eingabetaste übernimmt nichts davon:",
  "twins-refused": "Das Projekt hat das schon ({why}).",
  "twins-refused-annotations":
    "Mehrere Artikel des Projekts haben den Text von „{title}“, und nichts zeigt, welcher gemeint ist.",
  "twins-advice":
    "Mit --twins same den vorhandenen Artikel verwenden oder ihn mit --twins new noch einmal hinzufügen.",
  "import-password":
    "nach dem Passwort gesperrter PDFs fragen; wo nicht gefragt werden kann, ist es die erste Zeile der Eingabe oder SAYSO_PASSWORD",
  "ask-password": "Passwort:",
  watch: "Artikel, die in einem Ordner eintreffen, jeden einmal hinzufügen, bis es beendet wird.",
  watching: "{folder} wird beobachtet; Strg+C beendet es.",
  "import-report":
    "schreiben, was hinzugefügt, weggelassen und abgelehnt wurde und warum, als Tabelle, oder als JSON, wenn FILE auf .json endet",
  "import-nothing":
    "Darin ist nichts, was ein Artikel sein könnte. Dateien angeben oder einen Ordner, der welche enthält.",
  "import-skipped": "{file}: weggelassen; {why}",
  "import-no-duplicates": "--duplicates ist skip oder take.",
  "import-duplicates-or-twins":
    "--duplicates ist der ältere Name von --twins: Geben Sie nur eines von beiden an.",
  "import-as": "wer Sie sind, wo Sayso noch nicht gefragt hat",
  json: "das Ergebnis als JSON ausgeben",
  imported: "{file}: importiert als „{title}“, Artikel {id}",
  "imported-replaced": "{count, plural, one {# kaputtes Zeichen ersetzt} other {# kaputte Zeichen ersetzt}}",
  "imported-same": "derselbe Text wie „{title}“",

  // export
  export: "Die Artikel eines Projekts mit ihren Annotationen in eine Datei schreiben.",
  "export-format": "eines von: {formats}",
  "export-out": "die Datei; - für die Standardausgabe",
  "export-article": "nur dieser Artikel; mehrfach möglich",
  "export-annotator": "nur die Annotationen dieser Person; mehrfach möglich",
  "export-force": "die Datei ersetzen, falls es sie gibt",
  "exported-tagset": "{file}: das Schema, {bytes, plural, one {# Byte} other {# Bytes}}",
  exported:
    "{file}: {articles, number} Artikel, {sets, plural, one {# Annotationssatz} other {# Annotationssätze}}, {bytes, plural, one {# Byte} other {# Bytes}}",

  // doctor
  doctor: "Die Dateien eines Projekts prüfen: jede Datei, jede Prüfsumme, jedes Gesetz der Annotationen.",
  "doctor-repair": "das Projekt in diesen neuen Ordner kopieren und die Kopie reparieren",
  "doctor-finding":
    "{weight, select, error {FALSCH} warning {ANSEHEN} other {Hinweis}} {file}: {what} {advice}{mends, select, yes { (--repair behebt das)} other {}}",

  // validate and schema
  validate: "Dateien mit annotiertem JSON prüfen: ihre Form, ihre Texte und jedes Gesetz der Annotationen.",
  valid:
    "{file}: gültig (Artikel: {articles, number}, Annotationssätze: {sets, number}{unfinished, plural, =0 {} one {, # unfertig} other {, # unfertig}})",
  schema: "Das JSON-Schema von annotiertem JSON ausgeben.",
  "schema-out": "es stattdessen in eine Datei schreiben",

  // What to do on the command line where it is something else than in a window
  "advice-make-one":
    "Den Pfad prüfen. „sayso import --create“ macht aus einem neuen oder leeren Ordner ein Projekt.",
  "advice-name": "Den eigenen Namen einmal mit --as NAME angeben.",
  "advice-path": "Den Pfad prüfen.",
  "advice-file": "Eine Datei angeben.",
  "advice-json": "Eine Datei mit annotiertem JSON angeben.",
  "advice-force": "Eine andere Datei angeben oder sie mit --force ersetzen.",

  // agreement
  agreement:
    "Die Übereinstimmung zwischen Bearbeitungen messen: von Projekten und annotiertem JSON oder von beliebigen Bewertungen und Einheiten.",
  "agreement-measure": "nur dieses Maß; kann mehrmals angegeben werden",
  "agreement-ratings":
    "Bewertungen in einer CSV-Datei messen: die Namen, dann eine Zeile je Einheit, leer, wo eine fehlt",
  "agreement-continuum": "Einheiten auf einem Kontinuum in einer JSON-Datei messen",
  "agreement-type": "nur Markierungen dieser Art; kann mehrmals angegeben werden",
  "agreement-intervals":
    "mit 95-%-Intervall aus einem Bootstrap über die Einheiten (Urteile, Projekte und Dateien)",
  "agreement-weights": "Gewichte von Gamma: Ort, Art und Fehlendes (je 1)",
  "agreement-seed": "der Ziehung des Zufalls für Gamma (1 und 100)",
  "agreement-policy":
    "über Unterschiede an den Rändern hinwegsehen: white-space, quotation-marks, final-punctuation, leading-that oder all; mehrfach möglich (Projekte und Dateien)",
  "agreement-on":
    "worauf Maße für Urteile angewandt werden: type (wenn nichts anderes gesagt ist), entity, kind, voice, cue, claim, via, nesting, characters, field:ID; oder marks",
  "agreement-annotator": "nur diese Person, mit Namen; mehrfach möglich. Sonst alle außer der Kuratierung",
  "agreement-macro": "Mittel über die Zahlen der einzelnen Artikel statt einer Zahl über alle",
  "agreement-no-annotator": "„{name}“ gibt es hier nicht, nur: {known}.",
  "agreement-no-policy": "Eine Regel „{id}“ gibt es nicht, nur: {known}.",
  "agreement-no-question": "Übereinstimmung bei „{id}“ lässt sich hier nicht messen, nur bei: {known}.",
  "agreement-left-out":
    "{count, plural, one {Ein Artikel bleibt} other {# Artikel bleiben}} außen vor, weil nicht alle einen Annotationssatz dazu haben.",
  "agreement-one-source": "Projekte und Dateien angeben oder --ratings oder --continuum: eines der drei.",
  "no-number": "„{text}“ ist keine Zahl, die {option} annimmt.",
  "no-measure": "Hier gibt es kein Maß „{id}“, nur: {known}.",
  undefined: "nicht definiert",

  // suggest
  suggest:
    "Zuschreibungen für Textdateien vorschlagen oder für Artikel in JSON-Zeilen. Nichts wird geändert.",
  "suggest-jsonl": "Artikel aus JSON-Zeilen lesen, jede mit „id“ und „text“; - für die Standardeingabe",
  "suggest-out": "die Datei mit JSON-Zeilen, die geschrieben wird; - für die Standardausgabe",
  "suggest-nested": "mit Zuschreibungen innerhalb der Aussagen anderer",
  "suggest-at-least": "nur, was mindestens so sicher ist, von 0 bis 1 (0.3)",
  "suggest-model": "stattdessen ein eigenes Modell fragen, mit seinem Namen in den Einstellungen",
  "suggest-command": "stattdessen diesen Befehl starten, in diesem Ordner: Er liest und schreibt JSON-Zeilen",
  "suggest-address":
    "stattdessen diese Adresse auf diesem Rechner fragen, etwa http://127.0.0.1:8000/suggest",
  "suggest-seconds": "wie lange ein Befehl oder eine Adresse für einen Artikel brauchen darf (60)",
  "suggest-one-model": "Geben Sie --model, --command oder --address an: eines von den dreien.",
  "more-alike": "… und {count, number} weitere dieser Art; --json nennt alle.",
  models: "Die eigenen Modelle; „allow“ fragt, ob eines gestartet werden darf.",
  "models-line":
    "{name}: {command} ({state, select, on {eingeschaltet} off {ausgeschaltet} other {nicht erlaubt}})",
  "models-allow": "{name} ist erlaubt. Schalten Sie es unter „Eigene Modelle“ in den Einstellungen ein.",
  "models-forbid": "{name} ist nicht mehr erlaubt.",
  "models-verb": "„models {verb}“ gibt es nicht, nur „models allow NAME“ und „models forbid NAME“.",
  "suggest-report":
    "{name}: {given, plural, one {# Zuschreibung} other {# Zuschreibungen}}, {taken, number} genommen, {moved, number} davon mit verschobenen Rändern.",
  "suggest-one-source": "Geben Sie Dateien an oder --jsonl mit --out: eines von beiden.",

  // evaluate
  evaluate:
    "Vorhergesagte Zuschreibungen in JSON-Zeilen an richtigen messen: nach Plätzen und als ganze Tripel.",
} as const satisfies Translated<typeof english>;
