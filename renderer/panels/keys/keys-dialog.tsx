// The list of keys: what can be done here, then all of them, to be found, changed, printed and reset.
import { CircleHelp, Plus, Printer, RotateCcw, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type KeySettings, keyPresets } from "../../../shared/api/preferences.ts";
import type { Range } from "../../../shared/model/range.ts";
import { cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type Action, type ActionGroup, scopeOf } from "../../actions/action.ts";
import { spanAtCaret } from "../../actions/focus.ts";
import { type Conflict, conflictsIn, withKeys, withUsualKeys } from "../../actions/key-map.ts";
import { type Doable, doableHere, type Keyboard } from "../../actions/keyboard.ts";
import { combinationOf, isMac, isModifier, readableKeys } from "../../lib/key-combination.ts";
import { useStore } from "../../lib/store.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { pages } from "../../state/window/places.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { focusWords } from "../focus-words.ts";
import { runLater } from "../run-later.ts";
import { partWords } from "../suggestions/part-words.ts";
import { useKeyboard } from "../use-keyboard.ts";

const groups: readonly ActionGroup[] = [
  "mark",
  "card",
  "select",
  "move",
  "span",
  "review",
  "project",
  "view",
];

export function KeysDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { workspace } = panels;
  const keyboard = useKeyboard();
  const settings = useStore(workspace.state, (state) => state.settings.keys);
  const [typed, setTyped] = useState("");
  const words = useWords();
  const { say, tell } = words;
  // As it was when the dialog was opened; nothing changes below it while it is open.
  const [here] = useState(() => ({ doable: doableHere(panels), ...subjectOf(panels, words) }));

  const saveKeys = (keys: KeySettings): void => void workspace.setPreferences({ keys });
  const query = typed.trim().toLowerCase();
  const isIn = (text: string): boolean => text.toLowerCase().includes(query);
  const fits = ({ id, title, group }: Action): boolean =>
    [
      tell(title),
      say(`actions.group-${group}`),
      ...keyboard.keysOf(id).flatMap((keys) => spellings(keys, words)),
    ].some(isIn);
  const matchingActions = keyboard.actions.filter(fits);
  const conflicts = conflictsIn(keyboard.map, (id) => {
    const action = keyboard.action(id);
    return action ? scopeOf(action) : "everywhere";
  });
  return (
    <ModalDialog title={say("dialogs.keys")} wide onClose={onClose}>
      <TextField
        autoFocus
        label={say("dialogs.find-a-key")}
        labelHidden
        placeholder={say("dialogs.find-by-key")}
        value={typed}
        onChange={setTyped}
      />
      <Here
        {...here}
        doable={here.doable.filter(({ title, actions }) => isIn(tell(title)) || actions.some(fits))}
        onGuide={() => {
          onClose();
          runLater(panels, "show-guide");
        }}
      />
      <h3 className="keys-heading">{say("keys.all")}</h3>
      <KeyTools settings={settings} onChange={saveKeys} />
      {conflicts.length > 0 && (
        <p className="note caution" role="status">
          {say("keys.conflicts", { count: conflicts.length })}
        </p>
      )}
      {matchingActions.length === 0 && <p className="finder-empty">{say("dialogs.no-such-key")}</p>}
      <KeyGroups {...{ keyboard, conflicts, settings }} actions={matchingActions} onChange={saveKeys} />
    </ModalDialog>
  );
}

interface HereProps {
  /** What the keys are about: what is in focus, what is selected, or the page. */
  readonly subject: string;
  /** The groups that are about it. */
  readonly firstGroups: readonly ActionGroup[];
  readonly doable: readonly Doable[];
  onGuide(): void;
}

/** What can be done where the keyboard was, by its groups, and the way to the guide. */
function Here({ subject, firstGroups, doable, onGuide }: HereProps) {
  const { say, tell } = useWords();
  return (
    <section className="keys-here" aria-labelledby="keys-here">
      <header className="keys-here-head">
        <h3 id="keys-here" className="keys-heading">
          {say("keys.here")}
        </h3>
        <p className="quiet cut">{subject}</p>
        <span className="spring" />
        <Button onPress={onGuide}>
          <CircleHelp size={14} aria-hidden /> {say("guide.open")} <ActionKeys action="show-guide" />
        </Button>
      </header>
      <div className="keys-here-groups">
        {[...new Set([...firstGroups, ...groups])].map((group) => {
          const ofGroup = doable.filter((one) => one.group === group);
          return (
            ofGroup.length > 0 && (
              <section key={group} className="key-group">
                <h4>{say(`actions.group-${group}`)}</h4>
                <ul>
                  {ofGroup.map(({ title, actions }) => (
                    <li key={actions[0]?.id} className="key-row">
                      <span className="key-row-title">{tell(title)}</span>
                      <span className="key-row-keys">
                        {actions.map(({ id }) => (
                          <ActionKeys key={id} action={id} />
                        ))}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </section>
  );
}

/** Code units of the article that are enough to know which words are meant. */
const longestQuote = 80;

/** What keys are about now, in words; empty while no project is open. */
function subjectOf({ workspace, ui }: Panels, words: Words): Pick<HereProps, "subject" | "firstGroups"> {
  const { say, tell } = words;
  const { page } = ui.get();
  const title = pages.find(({ id }) => id === page)?.title;
  if (title) return { subject: tell(title), firstGroups: [] };
  const { session } = workspace.state.get();
  if (!session) return { subject: "", firstGroups: [] };
  const quote = (range: Range): string => plainText(partWords(session.text.text, [range], longestQuote));
  const selection = session.view.current?.selection();
  if (selection)
    return {
      subject: say("keys.here-selection", { words: quote(selection) }),
      firstGroups: ["mark", "select"],
    };
  const suggestion = suggestingOf(workspace).current();
  if (suggestion) {
    const subject = say("keys.here-suggestion", { words: quote(cardPlace(suggestion.card)) });
    return { subject, firstGroups: ["card"] };
  }
  const { span, card } = session.focus();
  const focus = { span: span ?? (card === null ? spanAtCaret(session) : null), card };
  const subject = focusWords(session, session.annotations(), focus, words);
  return subject === ""
    ? { subject: say("keys.here-nothing"), firstGroups: ["move"] }
    : { subject, firstGroups: ["card", "span"] };
}

/** The preset, the way back to it, and the printed map. */
function KeyTools({ settings, onChange }: Pick<KeyGroupProps, "settings" | "onChange">) {
  const { say } = useWords();
  return (
    <div className="key-tools">
      <SegmentedField
        label={say("keys.preset")}
        labelHidden
        options={keyPresets.map((id) => ({ id, name: say(`keys.preset-${id}`) }))}
        value={settings.preset}
        onChange={(preset) => onChange({ ...settings, preset })}
      />
      <span className="spring" />
      <Button
        isDisabled={Object.keys(settings.changed).length === 0}
        onPress={() => onChange({ ...settings, changed: {} })}
      >
        <RotateCcw size={14} aria-hidden /> {say("keys.reset-all")}
      </Button>
      <Button onPress={() => window.print()}>
        <Printer size={14} aria-hidden /> {say("keys.print")}
      </Button>
    </div>
  );
}

/** A combination as it is stored and as it is written on the keyboard: people type either. */
const spellings = (combination: string, words: Words): readonly string[] => {
  const parts = readableKeys(combination, isMac(), words);
  return [combination, parts.join("+"), parts.join(" ")];
};

interface KeyGroupProps {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly keyboard: Keyboard;
  readonly conflicts: readonly Conflict[];
  readonly settings: KeySettings;
  onChange(settings: KeySettings): void;
}

/** The key map, by groups; those that have one of the actions. */
function KeyGroups({ actions, ...props }: Omit<KeyGroupProps, "title">) {
  const { say } = useWords();
  return (
    <div className="key-groups" tabIndex={-1}>
      {groups.map((group) => {
        const ofGroup = actions.filter((action) => action.group === group);
        return (
          ofGroup.length > 0 && (
            <KeyGroup key={group} {...props} title={say(`actions.group-${group}`)} actions={ofGroup} />
          )
        );
      })}
    </div>
  );
}

/** One group of the key map: its actions, each with its keys. */
function KeyGroup({ title, actions, keyboard, conflicts, settings, onChange }: KeyGroupProps) {
  const { tell, list } = useWords();
  const titleOf = (id: string): string => {
    const action = keyboard.action(id);
    return action ? tell(action.title) : id;
  };
  return (
    <section className="key-group">
      <h4>{title}</h4>
      <ul>
        {actions.map((action) => {
          const rivals = conflicts.flatMap(({ actions: claimants }) =>
            claimants.includes(action.id) ? claimants.filter((id) => id !== action.id) : [],
          );
          return (
            <KeyRow
              key={action.id}
              title={tell(action.title)}
              keys={keyboard.map.get(action.id) ?? []}
              byKeyOf={action.byKeyOf ?? null}
              isChanged={Object.hasOwn(settings.changed, action.id)}
              rivals={rivals.length === 0 ? null : list([...new Set(rivals)].map(titleOf))}
              onChange={(next) => onChange(withKeys(settings, action, next))}
              onReset={() => onChange(withUsualKeys(settings, action))}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface KeyRowProps {
  readonly title: string;
  readonly keys: readonly string[];
  /** The action whose key does this where it has none itself. */
  readonly byKeyOf: string | null;
  readonly isChanged: boolean;
  /** The actions that claim one of the keys too, in words; `null` when there are none. */
  readonly rivals: string | null;
  onChange(keys: readonly string[]): void;
  onReset(): void;
}

/** One action of the key map: its keys, each to be replaced or taken away, one more to be added, and the way back. */
function KeyRow({ title, keys, byKeyOf, isChanged, rivals, onChange, onReset }: KeyRowProps) {
  const { say } = useWords();
  const row = useRef<HTMLLIElement>(null);
  const { waiting, setWaiting, end } = useWaitingKey(row);
  const leave = (): void => setWaiting(null);
  function remove(at: number): void {
    end();
    onChange(keys.toSpliced(at, 1));
  }
  return (
    <li ref={row} className={rivals === null ? "key-row" : "key-row conflicting"}>
      <span className="key-row-title">
        {title}
        {rivals !== null && <span className="key-rivals">{say("keys.also", { actions: rivals })}</span>}
      </span>
      <span className="key-row-keys">
        {isChanged && (
          <IconButton label={say("keys.reset", { action: title })} tiny onPress={onReset}>
            <RotateCcw size={13} aria-hidden />
          </IconButton>
        )}
        {keys.length === 0 && byKeyOf !== null && <ActionKeys action={byKeyOf} />}
        {keys.map((combination, at) =>
          waiting === at ? (
            <KeyCatcher
              key={combination}
              action={title}
              onLeave={leave}
              onRemove={() => remove(at)}
              onCatch={(caught) => {
                end();
                if (caught !== null) onChange(keys.with(at, caught));
              }}
            />
          ) : (
            <KeyChip
              key={combination}
              {...{ combination, title }}
              onChange={() => setWaiting(at)}
              onRemove={() => remove(at)}
            />
          ),
        )}
        {waiting === keys.length ? (
          <KeyCatcher
            action={title}
            onLeave={leave}
            onCatch={(caught) => {
              end();
              if (caught !== null) onChange([...keys, caught]);
            }}
          />
        ) : (
          <IconButton label={say("keys.add", { action: title })} tiny onPress={() => setWaiting(keys.length)}>
            <Plus size={13} aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}

/** The key that waits to be pressed. Once it was, the keyboard goes back to the row. */
function useWaitingKey(row: RefObject<HTMLElement | null>) {
  /** Its place; the one behind the last is a new one. */
  const [waiting, setWaiting] = useState<number | null>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (waiting !== null || !comesBack.current) return;
    comesBack.current = false;
    const chip = row.current?.querySelector<HTMLElement>(".key-chip");
    (chip ?? row.current?.querySelector<HTMLElement>("button"))?.focus();
  }, [waiting, row]);

  const end = (): void => {
    comesBack.current = true;
    setWaiting(null);
  };
  return { waiting, setWaiting, end };
}

interface KeyChipProps extends Pick<KeyRowProps, "title"> {
  readonly combination: string;
  onChange(): void;
  onRemove(): void;
}

function KeyChip({ combination, title, onChange, onRemove }: KeyChipProps) {
  const words = useWords();
  const { say } = words;
  return (
    <button
      type="button"
      className="key-chip"
      aria-label={say("keys.change", { keys: spoken(combination, words), action: title })}
      onClick={onChange}
      onKeyDown={(event) => {
        if (event.key === "Delete" || event.key === "Backspace") onRemove();
      }}
    >
      <Keys combination={combination} />
    </button>
  );
}

const spoken = (combination: string, words: Words): string =>
  readableKeys(combination, isMac(), words).join(" ");

interface KeyCatcherProps {
  /** What the action is called. */
  readonly action: string;
  /** `null`: nothing was chosen. */
  onCatch(combination: string | null): void;
  /** The keyboard went elsewhere. */
  onLeave(): void;
  onRemove?(): void;
}

/** The browser closes or opens windows and tabs with these before a page hears of them. */
const keptByBrowser = /^Mod\+(Shift\+)?[wtnq]$/u;

/** It stands where the button was that asked for it, and must hear the next key. */
const takeKeyboard = (button: HTMLButtonElement | null): void => button?.focus();

/** Waits for the key that an action shall have. Escape leaves everything as it was. */
function KeyCatcher({ action, onCatch, onLeave, onRemove }: KeyCatcherProps) {
  const { say } = useWords();
  const [isKept, setIsKept] = useState(false);
  function catchKey(event: KeyboardEvent): void {
    // Every key, also those that would close the dialog or move on, is an answer here.
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event.key)) return;
    const combination = combinationOf(event, isMac());
    if (event.key === "Escape") onCatch(null);
    else if (keptByBrowser.test(combination)) setIsKept(true);
    else onCatch(combination);
  }
  return (
    <span className="key-catcher">
      <button
        type="button"
        ref={takeKeyboard}
        className="key-chip waiting"
        aria-label={say(isKept ? "keys.press-another" : "keys.press", { action })}
        onKeyDown={catchKey}
        onBlur={onLeave}
      >
        {say(isKept ? "keys.kept" : "keys.press-short")}
      </button>
      {onRemove && (
        <IconButton
          label={say("keys.remove", { action })}
          tiny
          tabIndex={-1}
          // Before the key that waits loses the keyboard, which would take this button away.
          onPointerDown={(event) => {
            event.preventDefault();
            onRemove();
          }}
        >
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
