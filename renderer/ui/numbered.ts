// Keys for lists that are shown as they came, whose entries may be the same twice.

interface Numbered<T> {
  /** Its place. */
  readonly key: string;
  readonly item: T;
}

/**
 * Only for a list that is never changed while it is shown, or whose entries keep nothing of their own: then the place is what
 * tells them apart.
 */
export const numbered = <T>(list: readonly T[]): readonly Numbered<T>[] =>
  list.map((item, at) => ({ key: String(at), item }));
