// What the chosen format cannot hold of this export, counted before anything is written.
import { useEffect, useState } from "react";
import { ApiError } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { type Loss, lossMessage } from "../../../shared/interchange/loss.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Text } from "../../../shared/words/message.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly format: string;
  /** `null`: all. */
  readonly articles: readonly Id[] | null;
  readonly annotators: readonly Id[] | null;
}

type Counted = { readonly losses: readonly Loss[] } | { readonly why: Text };

export function ExportLosses({ format, articles, annotators }: Props) {
  const { workspace } = usePanels();
  const { say, tell, list } = useWords();
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    let isWanted = true;
    setCounted(null);
    workspace.exportLosses(format, { articles, annotators }).then(
      (losses) => isWanted && setCounted({ losses }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        // The next look ends this one.
        if (isWanted && error.problem !== "export-stopped") setCounted({ why: explain(error.toData()).what });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [workspace, format, articles, annotators]);
  return (
    <ScrollRegion label={say("dialogs.loses")} className="export-losses">
      <div aria-live="polite" aria-busy={counted === null}>
        {counted === null ? (
          <p className="quiet">{say("dialogs.loses-counting")}</p>
        ) : "why" in counted ? (
          <p className="quiet">{say("dialogs.loses-unknown", { why: counted.why })}</p>
        ) : counted.losses.length === 0 ? (
          <p className="quiet">{say("dialogs.loses-nothing")}</p>
        ) : (
          <>
            <h3>{say("dialogs.loses")}</h3>
            <ul>
              {counted.losses.map((loss) => (
                <li key={loss.what}>
                  {tell(lossMessage(loss))}
                  {loss.examples.length > 0 && (
                    <span className="quiet">
                      {" "}
                      <OutsideText>
                        {say("dialogs.loses-examples", { examples: list(loss.examples) })}
                      </OutsideText>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </ScrollRegion>
  );
}
