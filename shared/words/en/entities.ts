// English words of the registry of entities.
export const entities = {
  // What sources are counted by
  "class-named-person": "named person",
  "class-named-organization": "named organization",
  "class-described": "described",
  "class-anonymous": "anonymous",
  "class-document": "document",
  "class-outlet": "outlet",
  "class-platform": "platform",
  // Types of entities
  "type-person": "person",
  "type-organization": "organization",
  "type-group": "group",
  "type-document": "document",
  "type-outlet": "outlet",
  "type-platform": "platform",

  // How somebody is named
  "naming-named": "named",
  "naming-named-about": "A proper name, or an office only one can hold.",
  "naming-described": "described",
  "naming-described-about": "Unnamed but described: “top officials”.",
  "naming-anonymous": "anonymous",
  "naming-anonymous-about": "Neither: “a source”.",

  // What the registry knows of one
  name: "Name",
  type: "Type",
  naming: "Naming",
  role: "Role",
  affiliation: "Affiliation",
  "also-called": "Also called",
  aliases: "Aliases",
  "remove-alias": "Remove the alias {name}",

  "external-id": "External ID",
  "external-id-example": "Q42 or https://…",
  "external-id-no-page":
    "This leads to no page. An ID of Wikidata (Q42), ORCID (0000-0002-1825-0097), GND (gnd:118540238), VIAF (viaf:75121530) or ROR (ror:05dxps055), or a web address, does.",
  "open-page": "Open this page",

  // In which role it appears in an article
  "role-here": "Role in this article",
  "role-here-of": "Role of {name} in this article",
  "role-here-none": "not said",
  "role-here-unsaid": "role not said",
  "role-chosen": "chosen",
  "role-chosen-about": "The newsroom could have asked somebody else: an expert, a passer-by, a commentator.",
  "role-newsmaker": "newsmaker",
  "role-newsmaker-about": "What they did, or what happened to them, is the news.",
  "role-official": "official",
  "role-official-about": "Speaks for an office, an authority, a company or another organization.",

  // The registry's view
  show: "Show in the registry",
  find: "Find an entity",
  list: "Entities",
  none: "The people and things your mentions refer to are listed here.",
  "none-fits": "No entity matches.",
  found: "{count, plural, one {# entity} other {# entities}}",
  "sort-name": "Name",
  "sort-mentions": "Mentions",
  mentions: "{count, plural, one {# mention} other {# mentions}}",
  "mentions-tab": "Mentions",
  "details-tab": "Details",
  parts: "Parts of the entity",
  back: "Back to all entities",
  looking: "Looking for the mentions…",
  "no-mentions": "None of your annotations mentions it.",
  "mentions-of": "Mentions of {name}",
  tick: "Tick this mention",
  ticked: "{count, number} of {all, plural, one {# mention} other {# mentions}} ticked",
  merged: "Merged into it",
  "take-apart": "Take apart",
  anonymity: "Why unnamed",
  terms: "Terms",
  "terms-example": "on condition of anonymity",
  reason: "Reason",
  "no-reason": "no reason given",
  "reason-example": "not authorised to speak publicly",
  "take-evidence": "Use selection as evidence",
  "remove-evidence": "Remove the evidence",
  merge: "Merge…",
  "merge-title": "Merge entities",
  "merge-find": "Find those that are the same",
  "merge-stays": "Which one stays",
  "merge-leave-out": "Leave {name} out",
  "merge-choose": "Choose at least one other entity.",
  "merge-names": "Also known as: {names}.",
  "merge-moves": "Mentions that move",
  "merge-more": "and {count, number} more",
  "merge-preview":
    "{count, plural, one {# mention} other {# mentions}} of {others, plural, one {“{other}”} other {the # other entities}} will count towards “{name}”. The marks stay as they are, and the merge can be taken apart.",
  "merge-none": "Merge",
  "merge-now": "Merge {count, plural, one {# entity} other {# entities}}",
  split: "Split off…",
  "split-title": "Make a new entity of these mentions",
  "split-name": "Name of the new entity",
  "split-now": "Split off",
  "split-preview":
    "{count, number} of {all, plural, one {# mention} other {# mentions}} in {articles, plural, one {# article} other {# articles}} will belong to the new entity; the rest stays with {name}.",
  "split-show": "Show “{name}”",
  "split-readings": "How they read",

  // Fields of the project's own
  declined: "declined to say",
  "declined-of": "{field}: declined to say",
  "not-known": "not known",
  "entered-by": "Entered by {name}, {at, date, medium}",
  "imported-by": "Imported by {name} from {file}, {at, date, medium}",
  "merged-known": "{value}, from an entity merged into this one",
  "merged-differs": "Entities merged into this one have other values: {values}.",
  "merge-differs": "{field}: keeps {value}; the others have {others}.",
  "merge-differs-unknown": "{field} will be unknown: the entities differ ({others}).",

  // Values from a table
  "csv-place": "row {row, number}{hasColumn, select, yes {, “{column}”} other {}}",
  "csv-quotes": "A cell in quotation marks is never closed, or goes on after its closing mark.",
  "csv-too-long": "The table has more than {most, number} rows.",
  "csv-no-entity": "No column says which entity a row is about.",
  "csv-no-field": "Nothing that is known of entities, and no field of the project, has this name.",
  "csv-column-twice": "Another column is the same one.",
  "csv-fields": "Besides “entity” and “name” there may be these columns: {known}.",
  "csv-unknown": "There is no entity “{name}”.",
  "csv-ambiguous": "Several entities are called “{name}”.",
  "csv-too-wide":
    "The row has more cells than the table has columns. Is a comma missing its quotation marks?",
  "csv-two-values": "An earlier row has a different value for “{name}”.",
  "csv-unfit": "“{words}” does not fit this field.",
  "csv-takes-one": "Enter one of: {choices}.",
  "csv-takes-choice": "Enter one of: {choices}; or “declined to say”.",
  "takes-text": "Enter a text, or “declined to say”.",
  "takes-number": "Enter a number such as 41 or 2.5, or “declined to say”.",
  "takes-date": "Enter a day, month or year such as 1961-04-30, 1961-04 or 1961, or “declined to say”.",
  "csv-advice":
    "A row has the entity’s id in the column “entity”, or its name in “name”, once; nothing has been entered.",

  // The registry as one table
  "table-action": "Edit entities as a table…",
  "table-title": "Entities as a table",
  "table-about":
    "A row an entity, a column each thing that is known of it. Type through it, or copy it into a spreadsheet, fill it in there and paste it back here.",
  table: "Table",
  "table-help":
    "The first row names the columns; cells stand between tabs, commas or semicolons. Empty cells change nothing.",
  "table-copy": "Copy the table",
  "table-save": "Enter values",
  "table-unfit":
    "{count, plural, one {# place does not fit.} other {# places do not fit.}} Nothing is entered until all of it fits.",

  // The command line
  cli: "The entities of a project with its own fields as a table; fill that in, and define fields.",
  "cli-field": "define a field: NAME:text, NAME:number, NAME:date or NAME:choice:ONE,ANOTHER",
  "cli-fill":
    "enter the values of this CSV file, whose columns are named as in the printed table: all of it or nothing; empty cells change nothing",
  "cli-dry-run": "only report what would be entered",
  "cli-out": "write the table to this file",
  "cli-no-field-form":
    "“{text}” defines no field. Write NAME:text, NAME:number, NAME:date or NAME:choice:ONE,ANOTHER.",
  "cli-field-twice": "Two fields or choices are called “{name}”, or one has no name.",
  "cli-fields": "Fields: {names}",
  "cli-filled":
    "Entered {values, plural, one {# value} other {# values}} of {entities, plural, one {# entity} other {# entities}}.",
  "cli-would-fill":
    "Would enter {values, plural, one {# value} other {# values}} of {entities, plural, one {# entity} other {# entities}}.",
  "from-merged": "{value} (from a merged entity)",
} as const;
