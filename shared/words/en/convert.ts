// English words of the command line about formats.
export const convert = {
  "no-archive": "This format is no text for standard output: name a file with --out.",
  formats: "List the formats that annotations are written in and read from, and what each can hold.",
  "formats-id": "id",
  "formats-reads": "reads",
  "formats-writes": "writes",
  convert: "Convert annotations from one format to another, without a project.",
  "convert-from": "the format of IN: a file, a zip archive or a folder; one of: {formats}",
  "convert-to": "the format to write; one of: {formats}",
  "convert-map":
    "a JSON file that says which of their labels, relations and values mean which of ours, overriding the guess; what a label means can depend on one of its values",
  "convert-report": "write what was rejected and what was lost to this JSON file",
  converted:
    "{file}: {articles, plural, one {# text} other {# texts}}, {units, plural, =0 {no annotations} one {{taken, number} of # annotation taken} other {{taken, number} of # annotations taken}}{rejected, plural, =0 {} one {, # rejected} other {, # rejected}}{unmapped, plural, =0 {} one {, # not mapped} other {, # not mapped}}{moved, plural, =0 {} one {, # found again by its words} other {, # found again by their words}}{valuesLeft, plural, =0 {} one {; # value left out} other {; # values left out}}{passed, plural, =0 {} one {; # entry without marks skipped} other {; # entries without marks skipped}}",
  tally:
    "{taken, number} of {units, plural, one {# annotation} other {# annotations}} taken{rejected, plural, =0 {} one {, # rejected} other {, # rejected}}{unmapped, plural, =0 {} one {, # not mapped} other {, # not mapped}}{moved, plural, =0 {} one {, # found again by its words} other {, # found again by their words}}{valuesLeft, plural, =0 {} one {; # value left out} other {; # values left out}}{passed, plural, =0 {} one {; # entry without marks skipped} other {; # entries without marks skipped}}.",
  "more-files": "{count, plural, one {# more file} other {# more files}}; --json lists all of them.",
  "import-annotations":
    "Import annotations of other tools into a project, each annotator’s under their own name.",
  "import-annotations-as": "the name under which all of them are imported",
  "import-annotations-print-map": "print the guessed mapping as JSON, to be edited, and import nothing",
  "import-annotations-so-far":
    "{count, plural, one {# article} other {# articles}} of {of, number} had already been imported completely. Run the same command again to continue: nothing is imported twice.",
  "annotations-imported":
    "{title}, {annotator}: {spans, plural, one {# mark} other {# marks}}, {cards, plural, one {# card} other {# cards}} ({outcome})",
  "no-files": "There is no file in “{folder}”.",
  "too-many-files": "“{folder}” holds more than {count, number} files.",
  "unnamed-annotator": "unnamed",
  "validate-from": "check files of this format instead; one of: {formats}",
  "read-whole":
    "{file}: {taken, plural, one {# annotation} other {# annotations}} in {articles, plural, one {# text} other {# texts}}, {rejected, number} rejected",
  "export-report": "write what the format could not hold to this JSON file",
  "curated-stays":
    "Not in the curated set: threads, dismissed findings, rejected suggestions, notes on articles and lost marks. They stay in the annotators’ own sets.",
  "export-curated": "the curated set; with --annotator, beside theirs",
  "export-folder": "write a new folder: a file for each article, or the files of a format that has several",
  "no-folder-to-output": "A folder cannot be written to standard output: name one with --out.",
  progress: "{percent, number} %",
} as const;
