// Works something out once of each object, and keeps it as long as the object.

/** The same result every time; one of `undefined` is not kept. */
export function memoize<Of extends object, T>(workOut: (of: Of) => T): (of: Of) => T {
  const results = new WeakMap<Of, T>();
  return (of) => {
    const cachedResult = results.get(of);
    if (cachedResult !== undefined) return cachedResult;
    const result = workOut(of);
    results.set(of, result);
    return result;
  };
}
