// The reasons why a colleague's file cannot be imported, by place and with advice.
import { explain } from "../../../shared/errors/explain.ts";
import type { TakeInLook } from "../../state/project/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly refused: Extract<TakeInLook, { readonly ok: false }>;
  /** It is to be read although its hash is another one, or as far as it can be. */
  onAllTheSame(how: "unverified" | "mend"): void;
}

export function TakeInRefusal({ refused, onAllTheSame }: Props) {
  const { say, tell, parts } = useWords();
  if ("error" in refused) {
    const { what, advice } = explain(refused.error);
    return (
      <div className="note danger" role="alert">
        <p className="note-title">
          <OutsideText>{tell(what)}</OutsideText>
        </p>
        <p>
          <OutsideText>{tell(advice)}</OutsideText>
        </p>
      </div>
    );
  }
  const { file, problems, isDamaged, mendable } = refused;
  return (
    <>
      <p role="alert" className="note-title">
        {parts("handover.refused", {
          file: <OutsideText key="file">{file}</OutsideText>,
          count: problems.length,
        })}
      </p>
      <ScrollRegion className="exchange-articles" label={say("handover.what-is-wrong")}>
        <ul className="exchange-problems">
          {numbered(problems).map(({ key, item: { where, what, advice } }) => (
            <li key={key}>
              <p className="note-title">
                <OutsideText>{tell(what)}</OutsideText>
              </p>
              <p className="quiet">
                <OutsideText>{tell(advice)}</OutsideText>
              </p>
              <p className="quiet mono">
                <OutsideText>{tell(where)}</OutsideText>
              </p>
            </li>
          ))}
        </ul>
      </ScrollRegion>
      {isDamaged && (
        <div className="exchange-sources">
          <Button onPress={() => onAllTheSame("unverified")}>{say("handover.unverified")}</Button>
          <p className="quiet">{say("handover.unverified-about")}</p>
        </div>
      )}
      {mendable && (
        <div className="exchange-sources">
          <Button onPress={() => onAllTheSame("mend")}>{say("handover.mend")}</Button>
          <p className="quiet">{say("handover.mend-about", mendable)}</p>
        </div>
      )}
    </>
  );
}
