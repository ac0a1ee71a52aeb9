// The formula of each measure in one line, as it stands beside a figure. Pₒ: observed, Pₑ: by chance, k: a category.

const corrected = "(Pₒ − Pₑ) ÷ (1 − Pₑ)";
const alpha = "α = 1 − Dₒ ÷ Dₑ";

const formulas: Readonly<Record<string, string>> = {
  observed: "Pₒ = agreeing pairs ÷ pairs",
  "cohen-kappa": `κ = ${corrected}, Pₑ = Σₖ p₁(k) · p₂(k)`,
  "scott-pi": `π = ${corrected}, Pₑ = Σₖ p(k)²`,
  "fleiss-kappa": `κ = ${corrected}, Pₑ = Σₖ p(k)²`,
  "brennan-prediger": `S = ${corrected}, Pₑ = 1 ÷ q`,
  "gwet-ac1": `AC₁ = ${corrected}, Pₑ = Σₖ p(k) · (1 − p(k)) ÷ (q − 1)`,
  "alpha-nominal": `${alpha}, δ² = 0, 1`,
  "alpha-ordinal": `${alpha}, δ² = (Σ n(g) from c to k − (n(c) + n(k)) ÷ 2)²`,
  "alpha-interval": `${alpha}, δ² = (c − k)²`,
  "alpha-ratio": `${alpha}, δ² = ((c − k) ÷ (c + k))²`,
  "alpha-masi": `${alpha}, δ = (1 − |A ∩ B| ÷ |A ∪ B|) · {0, ⅓, ⅔, 1}`,
  "alpha-masi-similarity": `${alpha}, δ = 1 − |A ∩ B| ÷ |A ∪ B| · {1, ⅔, ⅓, 0}`,
  "alpha-jaccard": `${alpha}, δ = 1 − |A ∩ B| ÷ |A ∪ B|`,
  "alpha-set": `${alpha}, δ = {0, ⅓, ⅔, 1}`,
  holsti: "2A ÷ (N₁ + N₂)",
  "span-f1-strict": "F₁ = 2 · matches ÷ (N₁ + N₂)",
  "span-f1-exact": "F₁ = 2 · matches ÷ (N₁ + N₂)",
  "span-f1-partial": "F₁ = 2 · (matches + ½ overlaps) ÷ (N₁ + N₂)",
  "span-f1-type": "F₁ = 2 · matches ÷ (N₁ + N₂)",
  "span-f1-overlap": "F₁ = 2 · overlaps ÷ (N₁ + N₂)",
  agr: "agr(A‖B) = matched units of A ÷ units of A",
  "alpha-unitizing": `${alpha}, δ² = (Δstart)² + (Δend)²`,
  "u-alpha": `ᵤα = ${corrected}`,
  "binary-u-alpha": `|ᵤα = 1 − (l(φ) − l(φφ)) ÷ (e(φ) − e(φφ))`,
  "cu-alpha": `cᵤα = ${corrected}`,
  "gamma-disorder":
    "δ̄ = Σ cost of groups ÷ mean units, d = α · ((|Δs| + |Δe|) ÷ (l₁ + l₂))² + β · [labels differ]",
  gamma: "γ = 1 − δ ÷ δₑ",
  "gamma-cat": "γ(cat) = 1 − δ(cat) ÷ δₑ(cat)",
};

/** Throws a `RangeError` for a measure without one. */
export function formulaOf(measure: string): string {
  const formula = formulas[measure];
  if (formula === undefined) throw new RangeError(`The measure ${measure} has no formula.`);
  return formula;
}
