// Keeps what was shown last, so that a part of the page can stay mounted, hidden, while there is nothing to show in it.
import { useState } from "react";

/** The value; while there is none, the last one there was. */
export function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  return value ?? kept;
}
