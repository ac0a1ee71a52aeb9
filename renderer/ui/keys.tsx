// A key combination as it is written on the keyboard.
import { isMac, readableKeys } from "../actions/key-combination.ts";

export function Keys({ combination }: { readonly combination: string }) {
  return (
    <span className="keys">
      {readableKeys(combination, isMac()).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
