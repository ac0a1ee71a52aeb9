// The project as a team shares it: sharing it for the first time, then where it is shared, what waits to be sent, what came, and when it syncs.
import "../../styles/exchange.css";
import { useEffect, useState } from "react";
import {
  type CameFromTeam,
  cameSince,
  type SyncTimes,
  syncMinutes,
  type TeamState,
} from "../../../shared/api/team.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseSeveralNatively } from "../opening.ts";
import { ProblemLine } from "../problem-line.tsx";

interface Props {
  onClose(): void;
}

export function TeamDialog({ onClose }: Props) {
  const { workspace } = usePanels();
  const where = useStore(workspace.team.state, (team) => team.where);
  return where === null ? (
    <ShareDialog onClose={onClose} />
  ) : (
    <SharedDialog where={where} onClose={onClose} />
  );
}

/** Where it is to be shared, and the attempts to. */
function useShare() {
  const panels = usePanels();
  const { team } = panels.workspace;
  const stage = useStore(team.state, (one) => one.stage);
  const [to, setTo] = useState("");
  const [failed, setFailed] = useState<ApiErrorData | null>(null);
  const [isAsked, setAsked] = useState(false);
  const isBusy = stage !== null || isAsked;
  async function share(): Promise<void> {
    if (to.trim() === "" || isBusy) return;
    setFailed(null);
    setAsked(true);
    setFailed(await team.share(to.trim()));
    setAsked(false);
  }
  async function choose(): Promise<void> {
    const folders = await chooseSeveralNatively(panels, "open-folders");
    if (folders !== "no-dialog" && folders[0] !== undefined) setTo(folders[0]);
  }
  return { to, setTo, stage, isBusy, failed, share, choose };
}

/** Where, who one is there, and send. */
function ShareDialog({ onClose }: Props) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const me = useStore(workspace.state, ({ settings }) => settings.annotatorName);
  const native = useStore(workspace.state, ({ host }) => host.nativeDialogs);
  const { to, setTo, stage, isBusy, failed, share, choose } = useShare();
  return (
    <ModalDialog
      title={say("team.share-title")}
      onClose={onClose}
      foot={
        <>
          {isBusy && <Button onPress={() => workspace.team.stop()}>{say("team.stop")}</Button>}
          <Button look="primary" isDisabled={isBusy || to.trim() === ""} onPress={() => void share()}>
            {say("team.share")}
          </Button>
        </>
      }
    >
      <p className="quiet">{say("team.share-about")}</p>
      <TextField
        autoFocus
        label={say("team.where")}
        placeholder={say("team.where-example")}
        value={to}
        onChange={setTo}
        onEnter={() => void share()}
        help={say("team.where-about")}
      />
      {native && <Button onPress={() => void choose()}>{say("team.choose-folder")}</Button>}
      {me !== null && <p>{say("team.share-as", { name: plainText(me) })}</p>}
      <ProblemLine problem={failed} />
      {(failed?.problem === "git-missing" || failed?.problem === "team-not-allowed") && (
        <Button onPress={() => ui.patch({ dialog: "hand-over" })}>{say("menu.hand-over")}</Button>
      )}
      <StageLine stage={stage} />
    </ModalDialog>
  );
}

const StageLine = ({ stage }: Pick<TeamState, "stage">) => {
  const { say } = useWords();
  return (
    <p role="status" className="quiet">
      {stage !== null && say(`team.stage-${stage}`)}
    </p>
  );
};

function SharedDialog({ where, onClose }: Props & { readonly where: string }) {
  const { workspace, ui } = usePanels();
  const { say, when } = useWords();
  const state = useStore(workspace.team.state, (team) => team);
  const { stage, branch, waiting, syncedAt, came, times, differences, problem } = state;
  const [failed, setFailed] = useState<ApiErrorData | null>(null);
  const { team } = workspace;
  // What is listed here was looked at once the dialog goes.
  useEffect(() => () => team.markSeen(), [team]);
  return (
    <ModalDialog
      title={say("team.title")}
      wide
      onClose={onClose}
      foot={
        <>
          {stage !== null && <Button onPress={() => team.stop()}>{say("team.stop")}</Button>}
          <Button look="primary" isDisabled={stage !== null} onPress={() => void team.sync().then(setFailed)}>
            {say("team.sync")}
          </Button>
        </>
      }
    >
      <p>
        <OutsideText>
          {[
            say("team.shared-at", { where }),
            ...(branch === null ? [] : [say("team.on-branch", { branch })]),
          ].join(" ")}
        </OutsideText>
      </p>
      <p>
        {waiting !== null && say("team.changes-waiting", { count: waiting })}{" "}
        {syncedAt !== null && say("team.synced-at", { time: when(new Date(syncedAt), new Date()) })}
      </p>
      <StageLine stage={stage} />
      <ProblemLine problem={problem ?? failed} />
      {differences > 0 && (
        <div className="exchange-sources">
          <p>{say("team.differences", { count: differences })}</p>
          <Button onPress={() => ui.patch({ dialog: "conflicts" })}>
            {say("outside.look-at-conflicts")}
          </Button>
        </div>
      )}
      <CameList came={came} onClose={onClose} />
      <TimesFields times={times} onChange={(next) => void team.setTimes(next).then(setFailed)} />
    </ModalDialog>
  );
}

/** What came since the project was opened, by article and person; each line leads there. */
function CameList({ came, onClose }: Props & { readonly came: CameFromTeam }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  if (came.articles.length + came.work.length === 0) return null;
  async function go(article: Id, isWork: boolean): Promise<void> {
    onClose();
    await workspace.openArticle(article);
    if (isWork) showPage(ui, "compare");
  }
  return (
    <section aria-labelledby="team-came">
      <h3 id="team-came" className="section-heading">
        {say("team.came-title")}
      </h3>
      <ul className="team-came">
        {came.articles.map(({ article, title }) => (
          <li key={article}>
            <Button look="quiet-button" onPress={() => void go(article, false)}>
              <OutsideText>{say("team.came-article", { title })}</OutsideText>
            </Button>
          </li>
        ))}
        {came.work.map(({ article, title, name, marks, changes }) => (
          <li key={`${article} ${name}`}>
            <Button look="quiet-button" onPress={() => void go(article, true)}>
              <OutsideText>{say("team.came-work", { title, name, marks, changes })}</OutsideText>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TimesProps {
  readonly times: SyncTimes;
  onChange(times: SyncTimes): void;
}

function TimesFields({ times, onChange }: TimesProps) {
  const { say } = useWords();
  return (
    <fieldset className="team-times">
      <legend className="section-heading">{say("team.times")}</legend>
      <SwitchField
        label={say("team.at-opening")}
        value={times.atOpening}
        onChange={(atOpening) => onChange({ ...times, atOpening })}
      />
      <SwitchField
        label={say("team.at-closing")}
        value={times.atClosing}
        onChange={(atClosing) => onChange({ ...times, atClosing })}
      />
      <ChoiceField
        label={say("team.while-open")}
        options={[
          { id: "never", name: say("team.every-never") },
          ...syncMinutes.map((count) => ({ id: String(count), name: say("team.every", { count }) })),
        ]}
        value={times.every === null ? "never" : String(times.every)}
        onChange={(id) =>
          onChange({ ...times, every: syncMinutes.find((count) => String(count) === id) ?? null })
        }
      />
      <p className="quiet">{say("team.times-about")}</p>
    </fieldset>
  );
}

// The same in a few words, for the status line and for the news.

/** "1 article and 31 marks from Ben"; empty where nothing came. */
export function cameWords({ articles, work }: CameFromTeam, { say, list }: Words): string {
  const marks = work.reduce((sum, one) => sum + one.marks, 0);
  const changes = work.reduce((sum, one) => sum + one.changes, 0);
  const what = list([
    ...(articles.length > 0 ? [say("team.articles", { count: articles.length })] : []),
    ...(marks > 0 ? [say("team.marks", { count: marks })] : []),
    ...(marks === 0 && changes > 0 ? [say("team.changes", { count: changes })] : []),
  ]);
  const names = [...new Set(work.map(({ name }) => name))];
  if (what === "") return "";
  return names.length > 0 ? say("team.from", { what, names: list(names) }) : say("team.new", { what });
}

/** What is going on, or what waits; where that is not known, only that the project is shared. */
export function stateWords(
  { stage, problem, waiting }: Pick<TeamState, "stage" | "problem" | "waiting">,
  { say }: Pick<Words, "say">,
): string {
  if (stage !== null) return say(`team.stage-${stage}`);
  if (problem !== null) return say("team.failed");
  return waiting === null ? say("team.title") : say("team.status", { count: waiting });
}

/** How the project stands to the shared place, and what came and was not looked at; the door leads to all of it. */
export function TeamDoor() {
  const { workspace, ui } = usePanels();
  const words = useWords();
  const team = useStore(workspace.team.state, (one) => one);
  const seen = useStore(workspace.team.seen, (one) => one);
  if (team.where === null) return null;
  const fresh = cameWords(cameSince(team.came, seen), words);
  return (
    <button type="button" className="status-door" onClick={() => ui.patch({ dialog: "team" })}>
      <OutsideText>{[stateWords(team, words), ...(fresh === "" ? [] : [fresh])].join(" · ")}</OutsideText>
    </button>
  );
}
