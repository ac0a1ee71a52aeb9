// English words of the command line.
export const cli = {
  lead: "Sayso: mark who speaks, what is claimed and where it comes from.",
  more: "“sayso help COMMAND” says more. Exit status: 0 done, 1 some input refused, 2 wrong usage, 3 a bug in Sayso, 4 merged with conflicts.\nSAYSO_HOME names the folder for settings and backups, instead of the usual one.",
  usage: "Usage: {line}",
  options: "[OPTIONS]",
  "no-command": "There is no command “{name}”.",
  "see-help": "See: {line}",
  fault: "Sayso failed because of a bug. Please report this:",

  // How arguments are not understood
  extra: "Unexpected argument: “{text}”.",
  missing: "{name} is missing.",
  "not-understood": "{why}",
  "no-format": "There is no format “{format}”, only: {formats}.",
  "both-to-output": "--json and --out - would both write to standard output.",
  "exclude-each-other": "{one} and {other} exclude each other.",
  "belongs-to": "{option} is only used with {other}.",
  "no-port": "“{port}” is not a port: give a number from 0 to 65535.",
  "other-name":
    "Sayso knows you as “{name}” here: leave --as out, or name another folder of settings in SAYSO_HOME.",

  // open
  open: "Open the application: as a desktop application where Electron is installed, else in a browser.",
  "open-electron": "only as a desktop application",
  "open-browser": "only in a browser",
  "no-display": "There is no display here, so Sayso waits for a browser at its address.",
  "no-electron": "Electron is not installed: run {command} while online, or leave --electron out.",
  waits:
    "Sayso waits for a browser at its address, {asked, select, yes {as asked} other {because Electron is not installed}}, and there is no Chromium, Chrome or Edge.",
  "opens-in":
    "Sayso opens in {browser}, {asked, select, yes {as asked} other {because Electron is not installed}}.",
  "fetching-electron":
    "Fetching Electron for the desktop window; this is tried once a day (NO_INSTALL=1 prevents it) …",
  "to-install-chromium": "No Chromium, Chrome or Edge was found. To install one: {command}",
  "installing-chromium":
    "No Chromium, Chrome or Edge was found; installing one: {command} (NO_INSTALL=1 prevents this)",
  "chromium-not-installed": "Chromium could not be installed; the messages of apt-get above say why.",

  // serve
  serve: "Serve the application to a browser on this machine, until stopped.",
  "serve-port": "the port of the address; by default the previous one if it is free",
  "serve-no-open": "print the address and open nothing",
  "browser-apart":
    "{browser} is kept apart from the rest of this computer (Flatpak), so that Sayso cannot show it a window; open this address in it:",
  "browser-failed": "The browser did not start, or it crashed: {why}",
  address: "Sayso is at {address} (good for one use within a minute; Ctrl+C stops Sayso)",
  "port-in-use": "Port {port} is in use by another program: choose another with --port, or leave --port out.",
  "port-forbidden": "Port {port} may not be used on this system: choose one above 1023 with --port.",

  // import
  import:
    "Import articles into a project: text, web pages, PDF, Word, OpenDocument, rich text, e-mails, books.",
  "import-create": "create the project if PROJECT is not one yet: a new or empty folder",
  "import-column": "the table column that holds it; otherwise guessed from the column names",
  "import-encoding": "the encoding of text files and tables; otherwise as declared or guessed",
  "import-delimiter": "what separates the cells of a table; otherwise guessed",
  "import-duplicates": "older name of --twins: skip is same, take is new",
  twins:
    "articles already in the project: ask, same (use the existing one) or new (import again). Without a terminal, ask refuses them",
  "no-twins": "--twins is ask, same or new.",
  "twins-question":
    "The project already has {count, plural, one {{titles}. Use the existing article (s), or import it again (n)?} other {# of these: {titles}. Use the existing articles (s), or import them again (n)?}} Press Enter to import none:",
  "twins-refused": "The project already has this ({why}).",
  "twins-refused-annotations":
    "Several articles of the project have the text of “{title}”, and nothing shows which one is meant.",
  "twins-advice": "Use --twins same for the existing article, or --twins new to import it again.",
  "import-password":
    "ask for the password of locked PDFs; without a terminal it is the first line of standard input, or SAYSO_PASSWORD",
  "ask-password": "Password:",
  watch: "Import the articles that arrive in a folder, each once, until stopped.",
  watching: "Watching {folder}; Ctrl+C stops it.",
  "import-report":
    "write what was imported, skipped and refused, and why, as a table, or as JSON if FILE ends in .json",
  "import-nothing":
    "Nothing there can be imported as an article. Name files, or a folder that contains some.",
  "import-skipped": "{file}: skipped; {why}",
  "import-no-duplicates": "--duplicates is skip or take.",
  "import-duplicates-or-twins": "--duplicates is the older name of --twins: give one of them.",
  "import-as": "your name, where Sayso has not asked for it yet",
  json: "print the result as JSON",
  imported: "{file}: imported as “{title}”, article {id}",
  "imported-replaced":
    "{count, plural, one {# broken character replaced} other {# broken characters replaced}}",
  "imported-same": "the same text as “{title}”",

  // export
  export: "Write a project’s articles with their annotations to a file.",
  "export-format": "one of: {formats}",
  "export-out": "the file to write; - for standard output",
  "export-article": "only this article; may be repeated",
  "export-annotator": "only the annotations of this annotator; may be repeated",
  "export-force": "replace the file if it exists",
  "exported-tagset": "{file}: the tagset, {bytes, plural, one {# byte} other {# bytes}}",
  exported:
    "{file}: {articles, plural, one {# article} other {# articles}}, {sets, plural, one {# annotation set} other {# annotation sets}}, {bytes, plural, one {# byte} other {# bytes}}",

  // doctor
  doctor: "Check a project’s files: every file, every hash, every law of the annotations.",
  "doctor-repair": "copy the project to this new folder and repair the copy",
  "doctor-finding":
    "{weight, select, error {WRONG} warning {LOOK} other {note}} {file}: {what} {advice}{mends, select, yes { (--repair mends this)} other {}}",

  // validate and schema
  validate: "Check annotated JSON files: their form, their texts, and every law of the annotations.",
  valid:
    "{file}: valid (articles: {articles, number}, annotation sets: {sets, number}{unfinished, plural, =0 {} one {, # unfinished} other {, # unfinished}})",
  schema: "Print the JSON Schema of annotated JSON.",
  "schema-out": "write it to a file instead",

  // What to do on the command line where it is something else than in a window
  "advice-make-one": "Check the path. “sayso import --create” creates a project in a new or empty folder.",
  "advice-name": "Give your name once with --as NAME.",
  "advice-path": "Check the path.",
  "advice-file": "Name a file.",
  "advice-json": "Name a file of annotated JSON.",
  "advice-force": "Name another file, or replace it with --force.",

  // agreement
  agreement:
    "Measure the agreement between annotators: of projects and annotated JSON files, or of anybody’s ratings and units.",
  "agreement-measure": "only this measure; may be given several times",
  "agreement-ratings":
    "measure ratings in a CSV file: the annotators’ names, then one row per unit, empty where one is missing",
  "agreement-continuum": "measure units on a continuum in a JSON file",
  "agreement-type": "only marks of this type; may be given several times",
  "agreement-intervals": "with a 95% interval from a bootstrap over the units (ratings, projects and files)",
  "agreement-weights": "weights of gamma: of position, of category, of what is missing (1 each)",
  "agreement-seed": "of the sampling of chance for gamma (1 and 100)",
  "agreement-policy":
    "ignore differences of edges: white-space, quotation-marks, final-punctuation, leading-that, or all; may be given several times (projects and files)",
  "agreement-on":
    "what the measures of ratings are taken on: type (unless said otherwise), entity, kind, voice, cue, claim, via, nesting, characters, field:ID; or marks",
  "agreement-annotator":
    "only this annotator, by name; may be given several times. Otherwise all but the curation",
  "agreement-macro": "the mean of the articles’ own figures instead of one figure over all",
  "agreement-no-annotator": "There is no annotator “{name}” here, only: {known}.",
  "agreement-no-policy": "There is no policy “{id}”, only: {known}.",
  "agreement-no-question": "Agreement on “{id}” cannot be measured here, only on: {known}.",
  "agreement-left-out":
    "{count, plural, one {One article is} other {# articles are}} left out: not annotated by everybody.",
  "agreement-one-source": "Give projects and files, or --ratings, or --continuum: one of the three.",
  "no-number": "“{text}” is not a number that {option} accepts.",
  "no-measure": "There is no measure “{id}” here, only: {known}.",
  undefined: "undefined",

  // suggest
  suggest: "Propose attributions for text files, or for articles in JSON lines. Nothing is changed.",
  "suggest-jsonl": "read articles from JSON lines, each with “id” and “text”; - for standard input",
  "suggest-out": "the file of JSON lines to write; - for standard output",
  "suggest-nested": "also attributions inside the claims of others",
  "suggest-at-least": "the minimum confidence, from 0 to 1 (0.3)",
  "suggest-model": "ask a custom model instead, by its name in the settings",
  "suggest-command": "start this command instead, in this folder: it reads and writes JSON lines",
  "suggest-address": "ask this address of this computer instead, such as http://127.0.0.1:8000/suggest",
  "suggest-seconds": "how long a command or an address may take for an article (60)",
  "suggest-one-model": "Give --model, --command or --address: one of the three.",
  "more-alike": "… and {count, number} more like the last one; --json lists all of them.",
  models: "List your custom models; “allow” asks whether one may be started.",
  "models-line": "{name}: {command} ({state, select, on {on} off {off} other {not allowed}})",
  "models-allow": "{name} is allowed. Turn it on under “Custom models” in the settings.",
  "models-forbid": "{name} is not allowed any more.",
  "models-verb": "There is no “models {verb}”, only “models allow NAME” and “models forbid NAME”.",
  "suggest-report":
    "{name}: {given, plural, one {# attribution} other {# attributions}}, {taken, number} taken, {moved, number} of them with edges that were moved.",
  "suggest-one-source": "Give files, or --jsonl with --out: one of the two.",

  // evaluate
  evaluate: "Measure predicted attributions in JSON lines against gold ones: by role and as whole triples.",
} as const;
