// Find and tag all: what to look for, what was found with each hit to be left out, and what to mark the rest as.

import { CaseSensitive, Regex, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { ToggleButton } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { patternProblem } from "../../../shared/search/pattern.ts";
import { type Hit, longestQuery, mostHits, patternTime } from "../../../shared/search/query.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { createStore, useStore } from "../../lib/store.ts";
import { type FindOptions, hitKey } from "../../state/articles/find.ts";
import { hitsToTag, tagFound } from "../../state/articles/tag-found.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { type Lights, useHighlights } from "../use-highlights.ts";
import { HitList, useFind, useFindState, useHitCount } from "./hit-list.tsx";

import "../../styles/find.css";

function FindPane({ project }: { readonly project: OpenProject }) {
  const { workspace } = usePanels();
  const find = useFind();
  const session = useStore(workspace.state, (state) => state.session);
  const article = session?.article.id ?? null;
  useEffect(() => {
    // “In the article” is the article on the screen.
    if (article !== null && find.state.get().scope === "article") find.again();
  }, [find, article]);
  useHitHighlights(session);
  return (
    <div className="find">
      <QueryForm />
      <FindNotes />
      <HitList project={project} session={session} />
      <TagBar project={project} session={session} />
    </div>
  );
}

const names = ["found", "found-current"] as const;

/** Lights the hits of the open article up in its text while the list is shown, and the one that is looked at more. */
function useHitHighlights(session: Session | null): void {
  const article = session?.article.id ?? null;
  const hits = useFindState(
    ({ result }) => result?.articles.find((one) => one.article === article)?.hits ?? none,
  );
  const current = useFindState((state) => state.current);
  const lights = useCallback<Lights>(
    (near) => {
      const nearHits = hitsNear(hits, near);
      const isCurrent = (hit: Hit): boolean => article !== null && hitKey(article, hit) === current;
      return {
        found: nearHits.filter((hit) => !isCurrent(hit)),
        "found-current": nearHits.filter(isCurrent),
      };
    },
    [article, hits, current],
  );
  useHighlights(session, names, lights);
}

const none: readonly Hit[] = [];

/** The hits that begin in the range; they are in reading order. */
function hitsNear(hits: readonly Hit[], { start, end }: Range): readonly Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  let endIndex = low;
  while ((hits[endIndex]?.start ?? Infinity) <= end) endIndex += 1;
  return hits.slice(low, endIndex);
}

/** What there is to say of a search: that it runs, what it could not do, and that there is more than it shows. */
function FindNotes() {
  const { say, tell, number, list } = useWords();
  const find = useFind();
  const { searching, result, problem, isPattern, names } = useFindState((state) => state);
  // The form says by itself that a pattern cannot be read.
  const shownProblem = problem?.problem === "pattern-invalid" && isPattern && !names ? null : problem;
  const notes: string[] = [];
  if (shownProblem) {
    const { what, advice } = explain(shownProblem);
    notes.push(`${tell(what)} ${tell(advice)}`);
  }
  if (result && !searching) {
    if (result.articles.length === 0 && result.stopped === null) notes.push(say("search.nothing-found"));
    if (result.stopped === "many") notes.push(say("search.more", { most: mostHits }));
    if (result.stopped === "slow") notes.push(say("search.slow", { seconds: patternTime / 1_000 }));
    if (result.stopped === "asked") notes.push(say("search.stopped"));
    if (result.unread.length > 0) {
      const some = result.unread.slice(0, 3);
      const more = result.unread.length - some.length;
      notes.push(
        say("search.unread", { titles: list(more > 0 ? [...some, say("search.others", { more })] : some) }),
      );
    }
  }
  const count = result?.articles.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  return (
    <div className="find-notes">
      <p className="visually-hidden" role="status">
        {!searching && result ? say("search.found", { count, shown: number(count) }) : ""}
      </p>
      {searching && (
        <p className="find-running quiet">
          {say("search.searching")}{" "}
          <Button look="quiet-button" onPress={find.stop}>
            {say("search.stop")}
          </Button>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="find-note">
          {note}
        </p>
      ))}
    </div>
  );
}

const noSessionStore = createStore(null);
/** Entities to choose from: those whose names fit the words. */
const mostEntities = 8;
const byName = "by-name";

/** What to mark the hits as, whom they refer to, and how many will be marked. */
function TagBar({ project, session }: { readonly project: OpenProject; readonly session: Session | null }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const find = useFind();
  const { tagset } = project.project;
  const findState = useFindState((state) => state);
  const type = spanTypeOf(tagset, findState.type ?? "") ?? tagset.spanTypes[0];
  const typeId = type?.id ?? null;
  const annotations = useStore(session?.shown ?? noSessionStore, (state) => state?.annotations ?? null);
  const { result, leftOut } = findState;
  const count = useMemo(
    () =>
      annotations === undefined
        ? 0
        : hitsToTag({ result, leftOut, type: typeId }, session).reduce(
            (sum, { hits }) => sum + hits.length,
            0,
          ),
    [result, leftOut, typeId, session, annotations],
  );
  const [tagging, setTagging] = useState(false);
  if (project.readOnly || !result || result.articles.length === 0 || !type) return null;

  async function tag(): Promise<void> {
    setTagging(true);
    const isDone = await tagFound(workspace, { ...find.state.get(), type: typeId });
    setTagging(false);
    // What other articles have marked is known from the search alone.
    if (
      isDone &&
      result &&
      (result.articles.length > 1 || result.articles[0]?.article !== session?.article.id)
    )
      find.again();
  }

  return (
    <div className="tag-bar">
      <div className="tag-choices">
        <ChoiceField
          label={say("search.tag-as")}
          value={type.id}
          options={tagset.spanTypes.map((one) => ({ id: one.id, name: tell(typeName(one)) }))}
          onChange={(id) => find.choose({ type: id })}
        />
        {type.refersToEntity && <EntityChoice />}
      </div>
      <Button isDisabled={count === 0 || tagging} onPress={() => void tag()}>
        {count === 0 ? say("search.all-tagged") : say("search.tag", { count, type: typeName(type) })}
      </Button>
    </div>
  );
}

function EntityChoice() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const find = useFind();
  const entities = useStore(workspace.state, (state) => state.entities);
  const { words, names, entity } = useFindState((state) => state);
  const options = useMemo(() => {
    const chosenEntity = entity === null ? undefined : get(entities, entity);
    const typed = names?.of ?? words;
    const fitting = typed.trim() === "" ? [] : findEntities(entities, typed, typed, mostEntities).fitting;
    const candidates = [...(chosenEntity ? [chosenEntity] : []), ...fitting];
    return [...new Map(candidates.map((one): [string, Entity] => [one.id, one])).values()];
  }, [entities, entity, words, names]);
  return (
    <ChoiceField
      label={say("search.refers-to")}
      value={entity !== null && get(entities, entity) ? entity : byName}
      options={[
        { id: byName, name: say("search.by-name") },
        ...options.map(({ id, name }) => ({ id, name: plainText(name) })),
      ]}
      onChange={(id) => find.choose({ entity: id === byName ? null : id })}
    />
  );
}

/** What to look for: words, whole words, a pattern, or the names of an entity; in the article or in all. */
function QueryForm() {
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
        onChange={(id) => setOptions({ scope: id })}
      />
    </search>
  );
}

/** Gives the keyboard to the list below the field, where it has a row. */
const enterHits = (field: Element): void =>
  field.closest("[data-pane]")?.querySelector<HTMLElement>(".hit-list [tabindex='0']")?.focus();

/** The words or the pattern to look for. The arrow down goes into what was found. */
function WordsField() {
  const { say } = useWords();
  const find = useFind();
  const session = useSession();
  const { words, isPattern, matchCase } = useFindState((state) => state);
  const problem = isPattern && words !== "" ? patternProblem({ pattern: words, matchCase }) : null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") find.again();
    else if (event.key === "ArrowDown") enterHits(event.currentTarget);
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

export const findView: SidebarView = { Body: FindPane, useCount: useHitCount };
