// English words of what is handed on with figures: the heads of their tables, and the note on how they were counted.
export const method = {
  title: "Who speaks: {project}",
  heading: "How these figures were counted",
  counted: "Counted in: {unit}. Formula: {formula}. Measure: {id}.",
  more: "{count, plural, one {One more group is} other {# more groups are}} not shown here. Figures as CSV or as a workbook have all of them.",

  "chart-time":
    "Each bar is a value of the table below, on a scale from 0 to {most}; the thin line is its 95% interval, and a dashed frame a time without articles. n: {least, number}{isOne, select, yes {} other { to {greatest, number}}} {unit}.",
  "chart-time-label":
    "{measure}: bars for {times, plural, one {# time} other {# times}} from {first} to {last}{lanes, plural, one {} other {, in # lanes}}; the greatest value or end of an interval is {most}. All values are in the table below.",
  "chart-parts":
    "Each bar is a whole; its numbered parts are the shares of the table below. n: {least, number}{isOne, select, yes {} other { to {greatest, number}}} {unit}.{more, plural, =0 {} one { One more group is in the table only.} other { # more groups are in the table only.}} The parts:",
  "chart-parts-label":
    "{measure}: {wholes, plural, one {one bar} other {# bars}} of up to {parts, plural, one {# part} other {# parts}}. All shares are in the table below.",

  "unit-statement": "statements",
  "unit-appearance": "appearances",
  "unit-source": "sources",
  "unit-article": "articles",
  "unit-paragraph": "paragraphs",

  "column-value": "Value",
  "column-chart": "Chart",
  "column-interval": "95% interval",
  "column-spread": "Between annotators",
  "column-numerator": "Numerator",
  "column-denominator": "Denominator",
  "column-n": "n",
  "column-unknown": "Unknown",

  "by-annotator": "Annotator",
  "by-publisher": "Publisher",
  "by-author": "Author",
  "by-day": "Day",
  "by-week": "Week from",
  "by-month": "Month",
  "by-year": "Year",
  "by-entity": "Source",
  "by-other": "Other source",
  "by-class": "Class",
  "by-kind": "Kind",
  "by-role": "Role in the article",
  "by-about": "About",
  unknown: "not known",

  "scope-common":
    "{articles, plural, one {# article} other {# articles}} counted{leftOut, plural, =0 {} one {, # left out because not all annotators have it} other {, # left out because not all annotators have them}}.{excludedCards, plural, =0 {} one { # card in a stretch that is left out of the analysis is not counted.} other { # cards in stretches that are left out of the analysis are not counted.}}",
  cards: "Cards counted",
  "cards-more":
    "{count, plural, one {One more card is not shown here.} other {# more cards are not shown here.}}",

  "scope-set": "Only articles of the set “{name}”.",
  "scope-publishers": "Only articles by these publishers: {names}.",
  "scope-tags": "Only articles with one of these tags: {names}.",
  "scope-words": "Only articles whose title contains “{words}”.",
  "scope-days":
    "{which, select, both {Only articles dated {from} to {to}.} from {Only articles dated {from} or later.} other {Only articles dated {to} or earlier.}}",
  "sets-either":
    "In each article the curated set counts once it is marked as curated, or else that of the only annotator.",
  "sets-curation": "Only curated sets count.",
  "sets-person": "Only the sets by {name} count.",
  "sets-people":
    "The figures of each of these annotators, over the articles that all of them annotated: {names}. “Between annotators” is the least and the greatest of their values.",
  "quoted-title": "“{title}”",
  common: "These articles: {titles}{more, plural, =0 {} one {, and # more} other {, and # more}}.",
  exclusions: "Cards and words in stretches that are left out of the analysis do not count.",
  nested: "Cards within other cards {nested, select, yes {count} other {do not count}}.",
  "pair-sources": "Pairs are those of the {count, number} sources that speak in the most articles.",
  "weights-full": "A card with several voices counts in full for each of them.",
  "weights-fractional": "A card with several voices is divided equally among them.",
  "duplicates-all": "Every statement counts, even where it is repeated.",
  "duplicates-document": "The same statement (same voices, polarity and words) counts once per article.",
  "duplicates-day": "The same statement (same voices, polarity and words) counts once per day.",
  "duplicates-week": "The same statement (same voices, polarity and words) counts once per week.",
  "duplicates-month": "The same statement (same voices, polarity and words) counts once per month.",
  "duplicates-year": "The same statement (same voices, polarity and words) counts once per year.",
  "duplicates-not": "Figures of appearances, articles and words count all of them.",
  interval:
    "Intervals: the percentile interval of a bootstrap over articles, 95%, {draws, number} draws, seed {seed}. It tells how far a figure could be off because these articles and not others were read. Groups with fewer than {least, number} articles have none.",
  "cards-shown": "The cards shown with a figure are those that its numerator counts, in reading order.",
  "unknown-about":
    "“Unknown” is how many of the n could not be determined, such as a voice that is linked to nobody in the registry.",
  made: "Project “{project}”, counted on {date} with {generator}. State of what was counted (SHA-256): {hash}.",
} as const;
