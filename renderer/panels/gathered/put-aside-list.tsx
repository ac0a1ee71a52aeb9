// The things put aside in a list over the project: each can be taken back, which is a step that can be undone too.
import { Undo2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { ArticleRejections } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Rejection } from "../../../shared/model/rejection.ts";
import { personRule } from "../../../shared/suggestions/pattern.ts";
import { takeBack } from "../../state/review/decide-gathered.ts";
import type { GatheredList } from "../../state/review/gathering.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useTitles } from "../use-titles.ts";

interface Aside {
  readonly article: Id;
  readonly rejection: Rejection;
}

/** People are rejected by a pattern of their own; what is missed, at its place. */
export const putAsideOf = (rejections: readonly ArticleRejections[], list: GatheredList): readonly Aside[] =>
  rejections.flatMap(({ article, rejections: all }) =>
    all
      .filter(({ pattern }) => (list === "people" ? pattern?.rule === personRule : pattern === null))
      .map((rejection) => ({ article, rejection })),
  );

export function PutAsideList({
  all,
  readOnly,
}: {
  readonly all: readonly Aside[];
  readonly readOnly: boolean;
}) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const titles = useTitles();
  if (all.length === 0) return <p className="pane-empty quiet">{say("gathered.nothing-aside")}</p>;
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const nextButton = buttons[buttons.indexOf(event.target as HTMLElement) + (step ?? Number.NaN)];
    if (!nextButton) return;
    event.preventDefault();
    nextButton.focus();
  };
  return (
    <div className="gathered-scroller">
      <ul className="gathered-aside" aria-label={say("gathered.aside")} onKeyDown={walk}>
        {all.map(({ article, rejection }) => (
          <li key={rejection.id} className="gathered-aside-item">
            <span className="cut">
              <OutsideText>{rejection.pattern?.cue ?? rejection.segment.quote}</OutsideText>
            </span>
            <span className="quiet cut">
              <OutsideText cut>{titles.get(article) ?? ""}</OutsideText>
            </span>
            {!readOnly && (
              <IconButton
                label={say("suggestions.take-back")}
                tiny
                onPress={() => void takeBack(workspace, article, rejection)}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
