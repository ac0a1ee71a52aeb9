// One version in the list: what it is called, when and by whom it was kept, how much it takes, and what can be done with it.
import { Bookmark, Clock } from "lucide-react";
import { sizeMessage, versionName } from "../../../shared/api/version-words.ts";
import type { Version } from "../../../shared/api/versions.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly version: Version;
  readonly isReadOnly: boolean;
  onChoose(): void;
  onForget(): void;
}

export function VersionRow({ version, isReadOnly, onChoose, onForget }: Props) {
  const words = useWords();
  const { say, tell, when, date, time } = words;
  const { kind, at, by, bytes, articles, leftOut, problem } = version;
  const moment = new Date(at);
  const exact = at === "" ? "" : `${date(moment)}, ${time(moment)}`;
  const name = kind === "automatic" ? exact : versionName(version, words);
  const spoken = plainText(name);
  const facts = [
    ...(kind === "automatic" ? [versionName(version, words)] : []),
    ...(kind === "kept" && at !== "" ? [say("versions.kept-by", { at: when(moment, new Date()), by })] : []),
    say(kind === "kept" ? "versions.articles-in" : "versions.articles-copied", { count: articles }),
    tell(sizeMessage(bytes)),
    ...(leftOut > 0 ? [say("versions.left-out", { count: leftOut })] : []),
  ];
  const Picture = kind === "kept" ? Bookmark : Clock;
  return (
    <li className="versions-row" data-kind={kind}>
      <Picture size={16} aria-hidden className="versions-picture" />
      <div className="versions-words">
        <p className="note-title" title={kind === "kept" ? exact : undefined}>
          <OutsideText cut>{name}</OutsideText>
        </p>
        <p className="quiet">
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {problem && (
          <p className="versions-problem">
            <OutsideText>{tell(explain(problem).what)}</OutsideText>
          </p>
        )}
      </div>
      {!isReadOnly && (
        <div className="versions-buttons">
          {kind === "kept" && (
            <Button
              look="quiet-button"
              aria-label={say("versions.forget-of", { name: spoken })}
              onPress={onForget}
            >
              {say("versions.forget")}
            </Button>
          )}
          {problem === null && (
            <Button aria-label={say("versions.choose-of", { name: spoken })} onPress={onChoose}>
              {say("versions.choose")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
