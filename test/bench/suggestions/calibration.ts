// How far confidences are from what comes true.

/**
 * Mean distance between the confidence of a bin and the share of it that is right, weighted by its size, over ten bins, from 0 to 1 (Naeini,
 * Cooper and Hauskrecht 2015).
 */
export function calibrationError(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const distances = new Map<number, number>();
  for (const { confidence, right } of judged) {
    const bin = Math.min(9, Math.floor(confidence * 10));
    distances.set(bin, (distances.get(bin) ?? 0) + (right ? 1 : 0) - confidence);
  }
  const sum = [...distances.values()].reduce((all, distance) => all + Math.abs(distance), 0);
  return judged.length === 0 ? 0 : sum / judged.length;
}
