// Takes the time from a key to the painted frame, as the browser itself stamps the key.
import { painted } from "./measures.ts";

export interface KeyTimes {
  /** Listens for the next key. */
  arm(): void;
  /** Milliseconds from that key to the frame painted after it. */
  taken(): Promise<number>;
}

export function keyTimes(): KeyTimes {
  let taken: Promise<number> = Promise.reject(new RangeError("No key was waited for."));
  taken.catch(() => undefined);
  return {
    arm() {
      taken = new Promise((resolve) => {
        const hear = ({ timeStamp, key }: KeyboardEvent): void => {
          if (["Control", "Shift", "Alt", "Meta"].includes(key)) return;
          window.removeEventListener("keydown", hear, true);
          void painted().then(() => resolve(performance.now() - timeStamp));
        };
        window.addEventListener("keydown", hear, true);
      });
    },
    taken: () => taken,
  };
}
