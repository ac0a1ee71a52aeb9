// What was published of the examples, or computed by two hands.
import type { Continuum } from "../../../shared/agreement/continuum.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";
import {
  annotatorsOf,
  crossed,
  dkpro,
  fleiss1971,
  half,
  krippendorff2011,
  mini,
  nervaluate,
  sets,
  shifted,
  unitsOf,
  wikipedia,
} from "./examples.ts";

const cohen45 = crossed([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);
const cohen37 = crossed([
  [25, 12, 3],
  [13, 2, 15],
  [12, 16, 2],
]);
const binary = annotatorsOf("00 11111111 0000 111111 0000", "0000 1111 0000000 11 0000000");
const artstein = crossed([
  [46, 0, 0],
  [6, 32, 6],
  [0, 0, 10],
]);
const tenPairs = unitsOf("10 11 01 00 00 01 00 01 00 00");
const twelvePairs = unitsOf("aa ab bb bb bb bb bc cc cc cc cc cc");
const quica = annotatorsOf("010101", "010100");
const randolph = unitsOf("yyy yyn nny nnn");
const randolphSkewed = unitsOf("yyy yyn yyn yyy");

/** As published: to the digits that are given. */
export const published: readonly (readonly [string, string, Ratings, number])[] = [
  ["Cohen 1960, p. 45", "observed", cohen45, 0.7],
  ["Cohen 1960, p. 45", "holsti", cohen45, 0.7],
  ["Cohen 1960, p. 45", "cohen-kappa", cohen45, 0.492],
  ["Cohen 1960, p. 45", "scott-pi", cohen45, 0.4872],
  ["Cohen 1960, p. 45", "alpha-nominal", cohen45, 0.4885],
  ["Cohen 1960, p. 45", "gwet-ac1", cohen45, 0.576],
  ["Cohen 1960, p. 45", "brennan-prediger", cohen45, 0.55],
  ["Cohen 1960, p. 37", "observed", cohen37, 0.29],
  ["Cohen 1960, p. 37", "cohen-kappa", cohen37, -0.0923],
  ["Cohen 1960, p. 37", "gwet-ac1", cohen37, -0.048],
  ["Krippendorff 1995, binary", "cohen-kappa", binary, 0.385],
  ["Krippendorff 1995, binary", "scott-pi", binary, 0.3143],
  ["Krippendorff 1995, binary", "alpha-nominal", binary, 0.3286],
  ["Artstein & Poesio 2008, p. 568", "observed", artstein, 0.88],
  ["Artstein & Poesio 2008, p. 568", "brennan-prediger", artstein, 0.82],
  ["Artstein & Poesio 2008, p. 568", "scott-pi", artstein, 0.7995],
  ["Artstein & Poesio 2008, p. 568", "cohen-kappa", artstein, 0.8013],
  ["Artstein & Poesio 2008, p. 568", "alpha-nominal", artstein, 0.8005],
  ["Fleiss 1971", "observed", fleiss1971, 0.5556],
  ["Fleiss 1971", "fleiss-kappa", fleiss1971, 0.4302],
  ["Fleiss 1971", "alpha-nominal", fleiss1971, 0.4334],
  ["Krippendorff 2004, ten pairs", "observed", tenPairs, 0.6],
  ["Krippendorff 2004, ten pairs", "alpha-nominal", tenPairs, 0.0952],
  ["Krippendorff 2004, twelve pairs", "alpha-nominal", twelvePairs, 0.7341],
  ["Krippendorff 2011", "alpha-nominal", krippendorff2011, 0.743421],
  ["Krippendorff 2011", "alpha-ordinal", krippendorff2011, 0.815388],
  ["Krippendorff 2011", "alpha-interval", krippendorff2011, 0.849107],
  ["Krippendorff 2011", "alpha-ratio", krippendorff2011, 0.797403],
  ["Wikipedia", "alpha-nominal", wikipedia, 0.691358],
  ["Wikipedia", "alpha-interval", wikipedia, 0.810845],
  ["quica", "cohen-kappa", quica, 0.6667],
  ["quica", "alpha-nominal", quica, 0.685714],
  ["quica", "scott-pi", quica, 0.657143],
  ["DKPro, sets", "observed", sets, 0.333],
  ["DKPro, sets", "alpha-set", sets, 0.186],
  ["DKPro, sets, worked out apart", "alpha-masi", sets, 0.252947],
  ["DKPro, sets, worked out apart", "alpha-masi-similarity", sets, 0.273081],
  ["DKPro, sets, worked out apart", "alpha-jaccard", sets, 0.31562],
  ["Randolph 2005", "fleiss-kappa", randolph, 0.33],
  ["Randolph 2005", "brennan-prediger", randolph, 0.33],
  ["Randolph 2005, skewed", "fleiss-kappa", randolphSkewed, -0.2],
  ["Randolph 2005, skewed", "brennan-prediger", randolphSkewed, 0.33],
];

/** Of units on a continuum. */
export const placedExamples: readonly (readonly [string, string, Continuum, number])[] = [
  ["DKPro, one unit against three", "alpha-unitizing", dkpro, -0.7003],
  ["our own small one", "alpha-unitizing", mini, 0.6655],
  ["our own small one", "u-alpha", mini, 0.5799],
  ["our own small one", "binary-u-alpha", mini, 0.5799],
  ["our own small one", "gamma-disorder", mini, 0.66759],
  ["our own small one", "span-f1-exact", mini, 0.3333],
  ["our own small one", "span-f1-overlap", mini, 0.6667],
  ["our own small one", "holsti", mini, 0.3333],
  ["our own small one", "agr", mini, 0.6667],
  ["pygamma, shifted by one", "gamma-disorder", shifted, 0.0625],
  ["pygamma, two of four", "gamma-disorder", half, 0.708333],
  ["nervaluate’s table", "span-f1-type", nervaluate, 0.5],
  ["nervaluate’s table", "span-f1-partial", nervaluate, 0.667],
  ["nervaluate’s table", "span-f1-exact", nervaluate, 0.5],
  ["nervaluate’s table", "span-f1-strict", nervaluate, 0.333],
];
