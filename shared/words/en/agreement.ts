// English words of the agreement measures: their names, and what there is to say of a figure.
export const agreement = {
  observed: "Observed agreement",
  "cohen-kappa": "Cohen’s kappa",
  "scott-pi": "Scott’s pi",
  "fleiss-kappa": "Fleiss’ kappa",
  "brennan-prediger": "Brennan and Prediger’s S",
  "gwet-ac1": "Gwet’s AC1",
  "alpha-nominal": "Krippendorff’s alpha, nominal",
  "alpha-ordinal": "Krippendorff’s alpha, ordinal",
  "alpha-interval": "Krippendorff’s alpha, interval",
  "alpha-ratio": "Krippendorff’s alpha, ratio",
  "alpha-masi": "Krippendorff’s alpha, MASI (product of distances)",
  "alpha-masi-similarity": "Krippendorff’s alpha, MASI (product of similarities)",
  "alpha-jaccard": "Krippendorff’s alpha, Jaccard",
  "alpha-set": "Krippendorff’s alpha, sets (Passonneau 2004)",
  "alpha-unitizing": "Alpha for unitizing (1995, 2004)",
  "u-alpha": "u-alpha (2016)",
  "binary-u-alpha": "Binary u-alpha (2016)",
  "cu-alpha": "cu-alpha (2016)",
  gamma: "Gamma",
  "gamma-disorder": "Disorder of the best alignment",
  "gamma-cat": "Gamma-cat",
  "span-f1-strict": "F1, strict: same edges and label",
  "span-f1-exact": "F1, exact: same edges",
  "span-f1-partial": "F1, partial: an overlap counts half",
  "span-f1-type": "F1, type: overlap with the same label",
  "span-f1-overlap": "F1, overlap",
  agr: "agr, both directions",
  holsti: "Holsti’s coefficient",

  // What each measure says
  "about-observed": "How often two annotators agree. Ignores chance.",
  "about-cohen-kappa":
    "Corrected for chance, by each annotator’s own use of the categories. With more than two annotators, the mean over pairs.",
  "about-scott-pi": "Corrected for chance, by both annotators’ combined use of the categories.",
  "about-fleiss-kappa": "Scott’s pi for any number of annotators, on units that all of them rated.",
  "about-brennan-prediger": "Corrected as if every category were equally likely.",
  "about-gwet-ac1": "Corrected for guessing alone; stable when one category is rare.",
  "about-alpha-nominal": "One minus observed over expected disagreement; any number of annotators, any gaps.",
  "about-alpha-ordinal": "The same for categories that have an order.",
  "about-alpha-interval": "The same for numbers whose differences count.",
  "about-alpha-ratio": "The same for numbers whose ratios count.",
  "about-alpha-masi": "The same for sets, with the distance of MASI as a product of distances.",
  "about-alpha-masi-similarity": "The same for sets, with the distance of MASI as a product of similarities.",
  "about-alpha-jaccard": "The same for sets: how much they have in common.",
  "about-alpha-set": "The same for sets: whether one holds the other.",
  "about-holsti": "Twice what both share, divided by everything they have. Ignores chance.",
  "about-span-f1-strict": "Marks match with the same edges and type.",
  "about-span-f1-exact": "Marks match with the same edges, whatever their type.",
  "about-span-f1-partial": "As exact; an overlap counts half.",
  "about-span-f1-type": "Marks match when they overlap and have the same type.",
  "about-span-f1-overlap": "Marks match when they overlap, whatever their type.",
  "about-agr":
    "The share of one annotator’s marks that overlap with the other’s; the mean of both directions.",
  "about-alpha-unitizing":
    "Squared differences of where marks begin and end, compared with chance. Depends on the granularity of the text.",
  "about-u-alpha":
    "How similarly the whole text was divided into marks and gaps, compared with chance. Needs marks that do not overlap.",
  "about-binary-u-alpha": "How similarly marked text was told from unmarked text, compared with chance.",
  "about-cu-alpha": "Where both marked something: how similarly they chose its type, compared with chance.",
  "about-gamma-disorder": "The disorder of the best alignment: 0 is perfect, larger is worse.",
  "about-gamma": "One minus that disorder over the disorder of sampled chance.",
  "about-gamma-cat": "The same for the types of aligned marks alone.",

  "too-few": "Nothing was annotated by two people.",
  "none-complete": "No unit was rated by all annotators, as this measure requires.",
  "nothing-shared": "No annotator’s units overlap with another’s.",
  "one-category": "Only one category is used, so agreement cannot be told from chance.",
  "mean-of-pairs": "Mean over {pairs, number} of {all, plural, one {# pair} other {# pairs}} of annotators.",
  "mean-of-directions": "Mean over {count, plural, one {# direction} other {# directions}}.",
  "agr-directions": "{from} to {to}: {there, number}; back: {back, number}.",
  "left-out":
    "{count, plural, one {One unit is left out: not everybody rated it.} other {# units are left out: not everybody rated them.}}",
  "not-a-number": "“{value}” is not a number, which this measure needs.",
  "units-overlap": "Units of one annotator overlap; this measure needs units that exclude each other.",
  "no-length": "No unit has a length.",
  "too-entangled": "Too many units overlap: there are too many possible groups to search.",
  "chance-too-entangled":
    "Too few chance samples could be aligned within the work limit, because their units overlap too much.",
  "chance-aligns-nothing":
    "In no chance sample are aligned units close enough for their types to be compared.",
  "no-chance": "The chance samples have no disorder to compare the figure with.",
  "no-chance-labels":
    "Units aligned by chance always have the same type, so agreement on types cannot be told from chance.",
  "not-of-this": "This measure does not apply to this question.",
  "nothing-aligned": "No aligned units are close enough for their types to be compared.",
  sampled:
    "Expected by chance: {expected, number} ({samples, number} of {asked, number} samples, seed {seed, number}).",
  "sampled-between":
    "Expected by chance: {expected, number} ({samples, number} of {asked, number} samples, seed {seed, number}). Some alignments could not be proven optimal within the work limit; gamma lies between {low, number} and {high, number}.",
  "sampled-unproven":
    "Expected by chance: {expected, number} ({samples, number} of {asked, number} samples, seed {seed, number}). Some alignments could not be proven optimal within the work limit; a better one could change the figure.",
  "disorder-between":
    "The alignment could not be proven optimal within the work limit; the lowest disorder lies between {low, number} and {high, number}.",

  // Reading ratings and continua
  "csv-quotes": "A cell in quotation marks is never closed, or goes on after its closing mark.",
  "csv-two-annotators": "The first row must name at least two annotators.",
  "csv-unnamed": "The annotator of column {column, number} has no name.",
  "csv-repeated": "Two annotators are called “{name}”.",
  "csv-too-long": "The row has more cells than the {cells, number} of the first row.",
  "csv-row": "row {row, number}",
  "csv-advice":
    "The first row has the annotators’ names, every other row a unit, with an empty cell where a rating is missing.",
  "continuum-shape": "It does not fit: {why}.",
  "continuum-outside": "The unit from {start} to {end} does not lie in the continuum of length {length}.",
  "continuum-advice":
    "A continuum has a “length” and “annotators”, who have by name a list of units with “start”, “end” (exclusive) and “label”.",

  // Warnings beside figures
  "warns-few":
    "Only {n, plural, one {# unit} other {# units}}: with fewer than {enough, number} a figure says little.",
  "warns-wide": "The interval is wide: with other units of the same kind the figure could be very different.",
  "warns-skewed":
    "More than nine in ten ratings are the same: figures corrected for chance are then low, however rarely people differ. Gwet’s AC1 and the observed agreement are more robust here.",
  "warns-alignment": "So many units overlap that the best way to match them could not be proven.",
} as const;
