// What to look for: words, whole words, a pattern, or the names of an entity; in the article or in all.
import { CaseSensitive, Regex, WholeWord, X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { patternProblem } from "../../../shared/search/pattern.ts";
import { longestQuery } from "../../../shared/search/query.ts";
import type { FindOptions } from "../../state/articles/find.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { useFind, useFindState } from "./use-find.ts";

export function QueryForm() {
  const { say } = useWords();
  const find = useFind();
  const names = useFindState((state) => state.names);
  const scope = useFindState((state) => state.scope);
  const setOptions = (change: Partial<FindOptions>): void => find.look(change, "now");

  return (
    <search className="find-form" aria-label={say("search.find")}>
      {names ? (
        <div className="find-names">
          <span className="cut">
            {say("search.names-of")} <OutsideText>{names.of}</OutsideText>
          </span>
          <IconButton
            label={say("search.typed-words")}
            tiny
            data-pane-start
            onPress={() => setOptions({ names: null })}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ) : (
        <WordsField />
      )}
      <QueryOptions onChange={setOptions} />
      <SegmentedField
        label={say("search.where")}
        labelHidden
        value={scope}
        options={[
          { id: "article", name: say("search.in-article") },
          { id: "project", name: say("search.in-project") },
        ]}
        onChange={(id) => setOptions({ scope: id === "project" ? "project" : "article" })}
      />
    </search>
  );
}

/** The words or the pattern to look for. */
function WordsField() {
  const { say } = useWords();
  const find = useFind();
  const session = useSession();
  const { words, isPattern, matchCase } = useFindState((state) => state);
  const problem = isPattern && words !== "" ? patternProblem({ pattern: words, matchCase }) : null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") find.again();
    else if (event.key === "Escape") session?.view.current?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <div className="field">
      <input
        type="text"
        className="input"
        data-pane-start
        aria-label={say(isPattern ? "search.pattern-to-find" : "search.words-to-find")}
        placeholder={say(isPattern ? "search.pattern-to-find" : "search.words-to-find")}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : "find-problem"}
        maxLength={longestQuery}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={words}
        onChange={(event) => find.look({ words: event.target.value }, "soon")}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <p className="field-error" id="find-problem">
          {say("search.pattern-unreadable", { problem })}
        </p>
      )}
    </div>
  );
}

/** How the words are to be understood. */
function QueryOptions({ onChange }: { onChange(change: Partial<FindOptions>): void }) {
  const { say } = useWords();
  const { names, isPattern, wholeWords, matchCase, ignoreAccents } = useFindState((state) => state);
  return (
    <div className="find-options">
      <Option label={say("search.match-case")} on={matchCase} set={(on) => onChange({ matchCase: on })}>
        <CaseSensitive size={16} aria-hidden />
      </Option>
      <Option label={say("search.whole-words")} on={wholeWords} set={(on) => onChange({ wholeWords: on })}>
        <WholeWord size={16} aria-hidden />
      </Option>
      <Option
        label={say("search.ignore-accents")}
        on={ignoreAccents && !isPattern}
        isDisabled={isPattern && !names}
        set={(on) => onChange({ ignoreAccents: on })}
      >
        <AccentsIcon />
      </Option>
      {!names && (
        <Option label={say("search.pattern")} on={isPattern} set={(on) => onChange({ isPattern: on })}>
          <Regex size={16} aria-hidden />
        </Option>
      )}
    </div>
  );
}

interface OptionProps {
  readonly label: string;
  readonly on: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
  set(on: boolean): void;
}

function Option({ label, on, isDisabled = false, children, set }: OptionProps) {
  return (
    <span data-hint={label}>
      <ToggleButton
        className="find-option"
        aria-label={label}
        isSelected={on}
        isDisabled={isDisabled}
        onChange={set}
      >
        {children}
      </ToggleButton>
    </span>
  );
}

/** The picture of “é counts as e”, which the picture library lacks. */
function AccentsIcon() {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M4 10h8a4 4 0 1 0-1.4 3" strokeWidth={1.5} strokeLinecap="round" />
      <path d="m8 3 2-2" strokeWidth={1.5} strokeLinecap="round" />
    </svg>
  );
}
