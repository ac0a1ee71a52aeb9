// One line of the palette: the title with what was typed set off, why it cannot be done if so, and its keys.
import { Keys } from "../../ui/keys.tsx";

interface Props {
  readonly title: string;
  /** Places of the title to set off. */
  readonly marked: readonly number[];
  readonly why: string | null;
  readonly keys: readonly string[];
}

export function PaletteItem({ title, marked, why, keys }: Props) {
  return (
    <>
      <span className="choice-text palette-text">
        <span className="cut">
          {stretchesOf(title, marked).map(({ start, text, isMarked }) =>
            isMarked ? (
              <mark key={start} className="typed">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        {why && <span className="choice-help cut">{why}</span>}
      </span>
      {keys[0] !== undefined && <Keys combination={keys[0]} />}
    </>
  );
}

interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** The title cut where marked places begin and end. */
function stretchesOf(title: string, marked: readonly number[]): readonly Stretch[] {
  const places = new Set(marked);
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= title.length; at += 1) {
    if (at < title.length && places.has(at) === places.has(start)) continue;
    stretches.push({ start, text: title.slice(start, at), isMarked: places.has(start) });
    start = at;
  }
  return stretches;
}
