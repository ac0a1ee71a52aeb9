// English words of what readers of other tools' files have to say.
export const interchange = {
  "inception-project":
    "INCEpTION project “{name}”: {documents, plural, one {# document} other {# documents}}, {users, plural, one {# annotator} other {# annotators}}.",
  "inception-layers":
    "{count, plural, =0 {It has no custom layers.} one {It has # custom layer: {layers}.} other {It has # custom layers: {layers}.}}",
  "inception-unreadable":
    "The work of “{user}” on “{document}” is in the export only as {forms}: serialized Java, or a format without annotations.",
  "inception-export-again":
    "Export the project from INCEpTION again, as WebAnno TSV, UIMA CAS XMI or UIMA CAS JSON.",
  "inception-missing":
    "The project lists work of “{user}” on “{document}”, but the export does not contain it.",
  "inception-export-complete": "Export the whole project again, or ask for that work.",
  "inception-initial":
    "{count, plural, one {# mark was} other {# marks were}} already in “{document}” when it was imported into INCEpTION.",
  "inception-initial-about":
    "Marks that belong to no annotator are left out, except where an annotator kept them.",
  "inception-source":
    "No annotations of “{document}” are here, and its source file ({format}) is not plain text.",
  "choose-other": "Choose another file or another format.",
  "left-out": "It is left out; the rest is imported.",
  "see-mapping":
    "A mapping has the tables “spans”, “relations” and “values”, which map their names to ours or to null; a span or relation may also have “by” (the name of a feature) and “values” (which map its values to ours).",
  "no-text": "The file is not text in UTF-8 or UTF-16.",
  "no-file": "There is no {what} among the files.",
  "not-format": "This is not {format}: {why}.",
  line: "{file}, line {line}",
  "line-misread": "This line cannot be read as {format}.",
  "not-accepted": "It was answered “{answer}” in the other tool.",
  "outside-text": "{start} to {end} is not a stretch of the text.",
  "about-whole-text": "It is about the whole text or page, not about any of its words.",
  "mapping-unmet": "The mapping has “{name}” under “{part}”, but none of the files does.",
  "mapping-unmet-advice": "Check how the name is spelled, capitals included.",
  "empty-span": "From {start} to {end} there is no character.",
  moved: "Its words are not where it says, but in exactly one other place: it was moved there.",
  "check-place": "Check the place.",
  "several-texts": "{count, number} different texts are called “{name}”. Each is an article of its own.",
  "several-texts-are": "Here they are called: {names}",
  "counted-so":
    "Positions are counted in {unit}: this way {fitting, number} of {edges, number} ends of selections are at the edges of words.",
  "mark-uncounted":
    "Positions do not count the byte-order mark of the text, so it was left out of the article.",
  "check-some": "Check some of them.",
  "whole-text": "“{label}” applies to the whole text, not to any of its words.",
  "same-entities":
    "{count, plural, one {# entity is the one} other {# entities are those}} that the project knows by {count, plural, one {that name} other {these names}}: {names}.",
  "same-entities-advice": "Where that is somebody else, give the mentions another entity.",
  "no-place": "It has no place in the text.",
  "word-not-written": "“{label}” belongs to a word that does not stand in the text by itself.",
  "columns-passed": "{count, plural, one {# column holds} other {# columns hold}} no tags: {columns}.",
  "no-marks": "Not imported.",
  "words-as-text":
    "The text was rebuilt from words. {count, plural, one {# gap between words is not in the file and was filled by rule} other {# gaps between words are not in the file and were filled by rule}}.",
  "compare-text": "If spacing matters, put the text beside it as a .txt file of the same name.",
  "no-speaker-there":
    "{count, plural, one {# quotation says on which side its speaker is, but no speaker is marked there.} other {# quotations say on which side their speaker is, but no speaker is marked there.}}",
  "tie-by-hand": "Add the voices to the cards by hand.",
  "values-beyond":
    "{count, plural, one {# value is} other {# values are}} beyond the {most, number} that one document may have.",
  "too-many-ties": "The relation “{label}” ties {count, number} pairs; it may tie {most, number} at most.",
  "elements-passed": "Elements outside the running text are skipped: {names}.",
  "no-running-text": "Marks in them are skipped, too.",
  row: "{file}, row {row}",
  "no-columns": "The table has no columns for start and end.",
  "name-columns": "Name them “start” and “end”, or choose another file.",
  "reference-missing": "It refers to “{id}”, which is not there or was left out.",
  "no-article-text": "The text that it refers to is not there.",
  "xml-fault": "It is not XML: {why}.",
  "zip-damaged": "The archive is damaged or encrypted.",
  "zip-too-large": "What is in the archive is larger than {size, number} MB.",
  "zip-too-many": "The archive holds more than {count, number} files.",
  "zip-repeated": "Two files of the archive have the same name.",
  place: "{title}, offset {start}: {words}",
  "change-mapping": "Change the mapping, or add to the tagset what is missing.",
  "type-unknown": "The tagset has no mark type “{label}”.",
  "takes-no-entity": "Marks of the type “{label}” refer to nobody.",
  "relation-unfit": "The relation “{label}” fits no slot of a card between these marks.",
  "slot-filled": "The relation “{label}” leads to a second mark where a card holds one.",
  "trigger-unfit":
    "The trigger of this event is left out: its card has another cue, or the tagset has no cues.",
  "relation-ends":
    "{count, plural, one {# relation “{label}” leads from or to a mark that is left out.} other {# relations “{label}” lead from or to marks that are left out.}}",
  "value-again": "“{name}” is given to it a second time: {value}.",
  "value-unfit": "No field takes “{name}: {value}”.",
  "known-otherwise": "“{name}: {value}” is not what is known of this entity already.",
  "label-unmapped":
    "{count, plural, one {# mark “{label}” has no type here.} other {# marks “{label}” have no type here.}}",
  "relation-unmapped":
    "{count, plural, one {# relation “{label}” has no slot here.} other {# relations “{label}” have no slot here.}}",
  passed: "“{name}” ({count, number}): {why}.",
  "passed-no-marks": "no marks in it",
  "passed-divides-text": "divides the text into words, sentences or parts",
  "passed-not-running-text": "outside the running text",
  "passed-no-place": "no place in a text",
  "passed-not-read": "not read",
  "values-left": "“{name}” of “{of}” ({count, number}): {why}.",
  "values-left-of-nothing": "“{name}” ({count, number}): {why}.",
  "left-no-field": "the mapping has no field for it",
  "left-same-field": "another value of the mark means the same field",
  "left-of-relation": "relations have no values here",
  "left-again": "the mark has another value of that name",
  "left-no-mark": "what it refers to is not there",
  "left-unfit": "nothing takes this value",
  "left-no-original": "the file that the article came from is not there",
  "left-no-entity": "marks of this type refer to nobody",
  "left-known-otherwise": "something else is known of this entity already",
  "kind-not-read": "Results of the kind “{kind}” are not read.",
  "text-unfit": "The text file beside it was not used: its words are not those of the columns.",
  "text-unfit-advice": "Put the right text beside it, one file for each text, and import it again.",
  doctype:
    "The file has a document type. {expanded, plural, =0 {None of its entities was expanded} one {# reference to its entities was expanded} other {# references to its entities were expanded}}{left, plural, =0 {} one {, # entity was left as it stands: {names}} other {, # entities were left as they stand: {names}}}.",
  "doctype-advice":
    "Nothing is fetched from elsewhere, and no markup is inserted. If words are missing, expand the entities first, with xmllint --noent for example.",
  "workbook-part": "The workbook has no readable part “{part}”.",
  "sheet-too-wide": "The sheet “{sheet}” has too many empty cells.",
  "sheet-too-long":
    "With the sheet “{sheet}”, the cells of the workbook hold more than {size, number} million characters.",
  "sheet-no-string": "A cell of the sheet “{sheet}” refers to a text that the workbook does not have.",
  "sheet-repeated": "The sheet “{sheet}” is another sheet under a second name.",
  "save-again": "Save the workbook again, or save its sheets as CSV.",
} as const;
