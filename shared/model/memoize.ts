// Works something out once of each object, and keeps it as long as the object.

/**
 * The same result every time for the same first value, whatever the others are, which are only there to work it out the first time. A
 * result of `undefined` is not kept.
 */
export function memoize<Of extends object, Rest extends readonly unknown[], T>(
  workOut: (of: Of, ...rest: Rest) => T,
): (of: Of, ...rest: Rest) => T {
  const results = new WeakMap<Of, T>();
  return (of, ...rest) => {
    const cachedResult = results.get(of);
    if (cachedResult !== undefined) return cachedResult;
    const result = workOut(of, ...rest);
    results.set(of, result);
    return result;
  };
}
