// Runs of words that two texts have in common and that stand once in each: what tells for certain where a passage went. The
// heaviest of them that come in the same order are what stayed; the others were moved.

/** `length` tokens from `from` in the one text are those from `to` in the other. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** How many tokens in a row tell a place. */
export const telling = 5;

/** All longest common runs around what stands once in both, in the order of the first text. Near linear. */
export function uniqueRuns(a: Int32Array, b: Int32Array, size: number = telling): Run[] {
  const inA = gramsOf(a, size);
  const inB = gramsOf(b, size);
  const runs: Run[] = [];
  /** How far each diagonal is read already. */
  const readTo = new Map<number, number>();
  for (const [gram, from] of inA) {
    const to = inB.get(gram);
    if (from < 0 || to === undefined || to < 0) continue;
    const diagonal = from - to;
    if (from < (readTo.get(diagonal) ?? -1)) continue;
    const run = extended(a, b, { from, to, length: size });
    readTo.set(diagonal, run.from + run.length);
    runs.push(run);
  }
  return runs.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Where each run of `size` tokens stands; -1 for those that stand more than once. */
function gramsOf(keys: Int32Array, size: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + size <= keys.length; at += 1) {
    const gram = keys.subarray(at, at + size).join(" ");
    places.set(gram, places.has(gram) ? -1 : at);
  }
  return places;
}

function extended(a: Int32Array, b: Int32Array, run: Run): Run {
  let { from, to } = run;
  let end = from + run.length;
  while (from > 0 && to > 0 && a[from - 1] === b[to - 1]) {
    from -= 1;
    to -= 1;
  }
  while (end < a.length && to + end - from < b.length && a[end] === b[to + end - from]) end += 1;
  return { from, to, length: end - from };
}

/** The heaviest of the runs that come in the same order in both texts. `n log n`. */
export function heaviestChain(runs: readonly Run[]): Run[] {
  const byEnd = runs.map((_, at) => at).sort((x, y) => endOf(runs, x) - endOf(runs, y));
  const rank = new Map(byEnd.map((at, position) => [at, position]));
  const best: { weight: number; at: number }[] = byEnd.map(() => ({ weight: 0, at: -1 }));
  const predecessors: number[] = [];
  const weights: number[] = [];
  // A Fenwick tree of the best chain that ends no later than a place of the second text. Runs may overlap by a few tokens
  // where the words between them repeat, so that what ends before a run's middle comes before it.
  const bestUpTo = (limit: number): { weight: number; at: number } => {
    let bestEntry = { weight: 0, at: -1 };
    for (let node = limit; node > 0; node -= node & -node) {
      const entry = best[node - 1];
      if (entry && entry.weight > bestEntry.weight) bestEntry = entry;
    }
    return bestEntry;
  };
  runs.forEach((run, at) => {
    let low = 0;
    let high = byEnd.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(runs, byEnd[middle] ?? 0) <= run.to + (run.length >> 1)) low = middle + 1;
      else high = middle;
    }
    const previous = bestUpTo(low);
    const previousRun = previous.at < 0 ? undefined : runs[previous.at];
    const overlap = previousRun
      ? Math.max(
          0,
          previousRun.from + previousRun.length - run.from,
          previousRun.to + previousRun.length - run.to,
        )
      : 0;
    predecessors[at] = previous.at;
    const weight = previous.weight + Math.max(1, run.length - overlap);
    weights[at] = weight;
    for (let node = (rank.get(at) ?? 0) + 1; node <= best.length; node += node & -node)
      if (weight > (best[node - 1]?.weight ?? 0)) best[node - 1] = { weight, at };
  });
  let at = weights.reduce((most, weight, one) => (weight > (weights[most] ?? -1) ? one : most), 0);
  const chain: Run[] = [];
  for (let run = runs[at]; run && at >= 0; run = runs[at]) {
    chain.push(run);
    at = predecessors[at] ?? -1;
  }
  return chain.reverse();
}

const endOf = (runs: readonly Run[], at: number): number => {
  const run = runs[at];
  return run ? run.to + run.length : 0;
};
