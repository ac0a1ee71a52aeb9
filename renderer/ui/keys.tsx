// A key combination as it is written on the keyboard.
import { isMac, readableKeys } from "../lib/key-combination.ts";
import { useWords } from "./words.tsx";

export function Keys({ combination }: { readonly combination: string }) {
  const words = useWords();
  return (
    <span className="keys">
      {readableKeys(combination, isMac(), words).map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
