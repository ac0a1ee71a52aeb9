// English words of the measures of insight: each in one sentence, and what the command line says of them.
export const insight = {
  statements: "Statements of a source for each card that has a voice; the numerator is their number.",
  "statement-share": "Share of a source’s statements in the statements of all sources.",
  appearances: "Share of articles in which a source speaks; over all sources, how many speak in an article.",
  "appearance-share": "Share of a source’s appearances in the appearances of all sources.",
  space: "Share of the words of a source’s claims in the words of all claims with a voice.",
  "attributed-share":
    "Share of an article’s words that stand in claims; the rest is the publisher’s own voice. Exclusions are out.",
  "verbatim-share": "Share of the words of claims that stand inside quotation marks.",
  "first-voice": "Share of articles whose first card is a source’s.",
  "mean-position": "How far down the article statements stand on average, from 0 at the top to 1 at the end.",
  kinds: "Share of direct, indirect and mixed statements.",
  "anonymity-articles": "Share of all articles in which an unnamed source speaks.",
  "anonymity-articles-with-cards":
    "Share of articles in which an unnamed source speaks, among those with a card.",
  "solely-unnamed":
    "Share of articles in which every person, organization or group that speaks is unnamed, among those in which any speaks.",
  "anonymity-appearances":
    "Share of unnamed sources in the appearances of persons, organizations and groups.",
  "reason-given": "Share of unnamed appearances for which the article gives a reason, with its words.",
  described: "Share of unnamed appearances that are described rather than anonymous.",
  "source-mix":
    "Share of each class of source, or of each value of a field, in all appearances, unknown ones included.",
  "source-mix-known":
    "Share of each class of source, or of each value of a field, in the appearances of which it is known.",
  "sources-mean": "Mean number of sources in an article.",
  "sources-median": "Median number of sources in an article.",
  "sources-spread": "Standard deviation of the number of sources in an article.",
  "single-source": "Share of articles with exactly one source, among those with any.",
  "new-voices": "Share of appearances of sources that speak in no earlier article.",
  concentration: "Chance that two statements drawn at random are by the same source.",
  "top-5": "Share of statements by the five sources with the most.",
  "top-10": "Share of statements by the ten sources with the most.",
  diversity: "Chance that two statements drawn at random are by different sources.",
  entropy: "Shannon entropy of statements over sources, in nats.",
  "effective-sources": "Number of equally frequent sources that would be as diverse.",
  "class-diversity": "Chance that two statements drawn at random are by different classes of source.",
  "class-entropy": "Shannon entropy of statements over classes of source, in nats.",
  "effective-classes": "Number of equally frequent classes of source that would be as diverse.",
  "second-hand": "Share of statements that came through another outlet.",
  "no-comment": "Share of articles in which somebody declines to comment or does not answer.",
  "right-of-reply":
    "Share of statements about others in which all those others speak in the same article, also to decline or deny.",
  "distancing-cues":
    "Share of cues that distance the article from what is said, such as “claims” or “insists”.",
  together: "Articles in which two sources both speak, among those in which either does.",
  "together-paragraphs": "Paragraphs in which two sources both speak, among those in which either does.",

  // What the measures are called
  "name-statements": "Statements",
  "name-statement-share": "Share of statements",
  "name-appearances": "Appearances in articles",
  "name-appearance-share": "Share of appearances",
  "name-space": "Space",
  "name-attributed-share": "Attributed words",
  "name-verbatim-share": "Verbatim words",
  "name-first-voice": "First voice",
  "name-mean-position": "Position in the article",
  "name-kinds": "Direct, indirect and mixed statements",
  "name-anonymity-articles": "Articles with an unnamed source",
  "name-anonymity-articles-with-cards": "Articles with an unnamed source, of those with a card",
  "name-solely-unnamed": "Articles that rest solely on unnamed sources",
  "name-anonymity-appearances": "Unnamed appearances",
  "name-reason-given": "Reason given for anonymity",
  "name-described": "Described rather than anonymous",
  "name-source-mix": "Source mix, of all",
  "name-source-mix-known": "Source mix, of the known",
  "name-sources-mean": "Sources per article",
  "name-sources-median": "Median of sources per article",
  "name-sources-spread": "Spread of sources per article",
  "name-single-source": "Articles with a single source",
  "name-new-voices": "New voices",
  "name-concentration": "Concentration of sources",
  "name-top-5": "The five most frequent sources",
  "name-top-10": "The ten most frequent sources",
  "name-diversity": "Diversity of sources",
  "name-entropy": "Entropy of sources",
  "name-effective-sources": "Effective number of sources",
  "name-class-diversity": "Diversity of source classes",
  "name-class-entropy": "Entropy of source classes",
  "name-effective-classes": "Effective number of source classes",
  "name-second-hand": "Second-hand statements",
  "name-right-of-reply": "Statements about others who have a say",
  "name-no-comment": "Articles in which somebody does not comment",
  "name-distancing-cues": "Distancing cues",
  "name-together": "Together in an article",
  "name-together-paragraphs": "Together in a paragraph",

  "no-measure": "There is no measure “{id}”, only: {known}.",
  "no-grouping": "Figures cannot be grouped by “{id}”, only by: {known}.",
  "not-by": "“{measure}” cannot be grouped by “{grouping}”, only by: {known}.",
  "one-of-sources": "Group by “{first}” or by “{second}”: both divide the same sources.",
  "too-many-groups":
    "Grouped like this there are too many groups. Correct dates that lie far from all others, or group by fewer things or a longer time.",
  "no-network": "A network holds one measure of pairs and no other grouping: give one of {known}.",
  "no-cards": "Only reports show cards: choose one of the formats {known}.",
  "several-people":
    "Several people annotated “{title}”: {names}.{curatedInPart, plural, =0 {} one { # article is curated only in part: its curated annotations count once all of it is decided and it is marked as curated.} other { # articles are curated only in part: their curated annotations count once all of them is decided and they are marked as curated.}}",

  "not-side-by-side":
    "Side by side takes no groups of whole articles, of annotators or of pairs: group by entity, class, role, kind or one of the project’s fields.",
  "one-person-twice": "Both sides are the same person: choose two.",
  "one-figure": "One figure is asked for: a measure, and which of its groups.",
  "nothing-in-common":
    "{count, plural, =0 {Nobody has annotated these articles.} one {Only {names} has annotated these articles.} other {No article was annotated by all of these: {names}.}} Figures by annotator need an article that two people annotated.",

  // The command line
  cli: "Count who speaks, how much and how: figures with numerator, denominator and interval.",
  "cli-measure":
    "only these measures, separated by commas; otherwise all that fit the groupings; pairs of sources only if asked for",
  "cli-by":
    "group by these, separated by commas: {groupings}, or by one of the project’s fields for entities",
  "cli-annotator":
    "count this annotator’s sets; may be given several times with --by annotator, which otherwise takes everybody",
  "cli-curated":
    "count curated sets only, finished or not; otherwise the finished curated one, or that of the only annotator",
  "cli-disagreements":
    "list the open disagreements between annotators by how far each moves the figure of --measure, as table, csv or json",
  "cli-compare":
    "two sides, each with something of its own: {keys} (days=2026-03..2026-04); every measure by both, with the difference and its interval",
  "cli-no-side": "{option} needs one of {keys}, as in publisher=NAME.",
  "cli-list-formats": "These lists are written as table, csv or json, not as {format}.",
  "sides-counted":
    "{one, plural, one {# article} other {# articles}}{oneLeftOut, plural, =0 {} one { (# left out)} other { (# left out)}} against {other, plural, one {# article} other {# articles}}{otherLeftOut, plural, =0 {} one { (# left out)} other { (# left out)}}{isPaired, select, yes {, the same ones: intervals draw the same articles for both sides} other {; intervals draw from each side’s articles separately}}{isPaired, select, yes {} other {{inBoth, plural, =0 {} one {; # is on both sides} other {; # are on both sides}}}}.{inPart, plural, =0 {} one { Curated only in part: {oneInPart, plural, one {# article} other {# articles}} against {otherInPart, plural, one {# article} other {# articles}}.} other { Curated only in part: {oneInPart, plural, one {# article} other {# articles}} against {otherInPart, plural, one {# article} other {# articles}}.}}{excluded, plural, =0 {} one { Not counted, because it is in a stretch left out of the analysis: {oneExcluded, plural, one {# card} other {# cards}} against {otherExcluded, plural, one {# card} other {# cards}}.} other { Not counted, because they are in stretches left out of the analysis: {oneExcluded, plural, one {# card} other {# cards}} against {otherExcluded, plural, one {# card} other {# cards}}.}}",
  "sides-about":
    "An interval that contains 0 means that such a difference can also arise from reading other articles. Among many figures, some differ by chance alone.",
  "cli-duplicates": "how often the same statement counts: {policies} (all)",
  "cli-nested": "count cards within others too",
  "cli-fractional": "divide a card with several voices among them instead of counting it for each",
  "cli-publisher": "only articles of this publisher; may be given several times",
  "cli-set": "only articles in this set of the project (sayso sets)",
  "cli-tag": "only articles with this tag; may be given several times",
  "cli-days": "only articles from this day, month or year on, or up to it",
  "cli-seed": "of the bootstrap (1)",
  "cli-format": "one of {formats} (table)",
  "cli-cards": "show up to this many cards with each figure of a report (html, markdown)",
  "cli-out": "write the figures to a file instead",
  "cli-list": "list every measure with its definition",
  "cli-no-policy": "There is no policy “{policy}”, only: {policies}.",
  "cli-no-day": "“{text}” is not a day, a month or a year such as 2026-03-31, 2026-03 or 2026.",
  "cli-several-people": "{several} Choose one of them with --annotator, or the curated sets with --curated.",
  "cli-one-set": "Give --annotator or --curated: one of the two.",
  "cli-curated-by-annotator": "Curated sets have one annotator: leave out --curated, or --by annotator.",
  "cli-several-annotators": "For several annotators, add --by annotator: each then has figures of their own.",
  "cli-common":
    "{articles, plural, one {# article} other {# articles}} counted that {names} all annotated{leftOut, plural, =0 {} one {, # left out because not all of them annotated it} other {, # left out because not all of them annotated them}}: {titles}{more, plural, =0 {} one {, and # more} other {, and # more}}.{excludedCards, plural, =0 {} one { # card in a stretch that is left out of the analysis is not counted.} other { # cards in stretches that are left out of the analysis are not counted.}}",
  "cli-scope":
    "{articles, plural, one {# article} other {# articles}} counted{leftOut, plural, =0 {} one {, # left out because nobody chosen annotated it} other {, # left out because nobody chosen annotated them}}.{curatedInPart, plural, =0 {} one { # article is curated only in part.} other { # articles are curated only in part.}}{excludedCards, plural, =0 {} one { # card in a stretch that is left out of the analysis is not counted.} other { # cards in stretches that are left out of the analysis are not counted.}}",
  "cli-few-articles": "Intervals need at least {least, number} articles.",
  "cli-unit": "unit: {unit}",
  "cli-formula": "formula: {formula}",
  "cli-source": "source: {source}",
  "cli-written": "{file}: {groups, plural, one {# figure} other {# figures}}",
} as const;
