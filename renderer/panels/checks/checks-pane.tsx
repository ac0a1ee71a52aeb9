// The findings of the checks in the article, in reading order. The chosen finding is open: it says why, offers what would put it
// right, and can be let stand. Shows only the rows in view.
import { BookOpen, Undo2, UsersRound, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type CheckSeverity, checkReason } from "../../../shared/checks/check.ts";
import {
  type Finding,
  findingGroupKey,
  findingKey,
  type WaivedFinding,
} from "../../../shared/checks/finding.ts";
import { checkOf, checksFor } from "../../../shared/checks/index.ts";
import { unwaiveCheck, waiveCheck } from "../../../shared/commands/index.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { get, records, type Table } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { goToFinding } from "../../actions/checks.ts";
import { goToEntity } from "../../actions/panes.ts";
import { takeProposal } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import { liveChecksOf } from "../../state/articles/live-checks.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { sidebarViews } from "../../state/window/places.ts";
import { showView } from "../../state/window/ui-state.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { GroupedList } from "../../ui/grouped-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { useTodo } from "../use-todo.ts";
import { SeverityIcon } from "./severity-icon.tsx";
import "../../styles/checks.css";

/** Pixels of a closed row. */
const rowHeight = 72;
const kinds = ["unfinished", "newsroom", "style"] as const satisfies readonly CheckSeverity[];

function ChecksPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("checks.no-article")}</p>;
  return <Findings key={sessionKey(session)} session={session} />;
}

function Findings({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const checks = liveChecksOf(session);
  const { open: all, waived, done } = useStore(checks.state, (state) => state);
  const chosenKey = useStore(checks.chosen, (one) => one?.key ?? null);
  const [kind, setKind] = useState<string>("all");
  const findings = useMemo(
    () => (kind === "all" ? all : all.filter(({ severity }) => severity === kind)),
    [all, kind],
  );
  const openIndex =
    chosenKey === null ? -1 : findings.findIndex((finding) => findingKey(finding) === chosenKey);
  const countedFindings = useCountedFindings();
  const inSuggestions = findings.filter(
    (one) => one.of === "quotation" && countedFindings?.has(findingKey(one)) === false,
  ).length;
  if (!done) return <p className="pane-empty quiet">{say("checks.looking")}</p>;
  return (
    <div className="checks">
      {all.length > 0 && (
        <div className="checks-filter">
          <ChoiceField
            label={say("checks.show")}
            labelHidden
            value={kind}
            options={[
              { id: "all", name: say("checks.all-severities") },
              ...kinds.map((id) => ({ id, name: say(`checks.${id}`) })),
            ]}
            onChange={setKind}
          />
        </div>
      )}
      {inSuggestions > 0 && (
        <p className="checks-note quiet">{say("checks.in-suggestions", { count: inSuggestions })}</p>
      )}
      {all.length === 0 && (
        <div className="pane-empty">
          <p className="checks-none">{say("checks.none-title")}</p>
          <p className="quiet">{say("checks.none")}</p>
        </div>
      )}
      {all.length > 0 && findings.length === 0 && (
        <p className="pane-empty quiet">{say("checks.none-of-these")}</p>
      )}
      <GroupedList
        label={say("checks.list-label")}
        items={findings}
        rowHeight={rowHeight}
        open={openIndex}
        keyOf={findingKey}
        groupOf={findingGroupKey}
        groupRow={(alike) => <FindingsRow findings={alike} />}
        goTo={(finding) => goToFinding(session, finding)}
        close={() => checks.chosen.set(null)}
        row={(finding, isInGroup) => <FindingRow session={session} finding={finding} isInGroup={isInGroup} />}
        detail={(finding) => <FindingDetail key={findingKey(finding)} session={session} finding={finding} />}
      />
      <WaivedList session={session} waived={waived} />
    </div>
  );
}

interface Props {
  readonly session: Session;
  readonly finding: Finding;
}

/** Code units of the article that a row shows. */
const longest = 400;

interface FindingRowProps extends Props {
  readonly isInGroup: boolean;
}

/** One finding in the list: what it says, and the words it speaks of; in a group, whose row says the same, the words alone. */
export function FindingRow({ session, finding: { range, severity, says }, isInGroup }: FindingRowProps) {
  const { say, tell } = useWords();
  const words = range ? shortened(session.text.text.slice(range.start, range.end), longest) : "";
  const sentence = tell(says);
  const isQuoted = sentence.includes(words);
  return (
    <>
      <SeverityIcon severity={severity} />
      <span className="opening-says">
        <span className="visually-hidden">{say(`checks.${severity}`)}: </span>
        <span
          className={isQuoted ? "cut-after-three" : isInGroup && words ? "visually-hidden" : "cut-after-two"}
        >
          <OutsideText>{sentence}</OutsideText>
        </span>
        {!isQuoted && (
          <span className={`opening-quote ${isInGroup ? "cut-after-three" : "cut"}`}>
            <OutsideText>{words}</OutsideText>
          </span>
        )}
      </span>
    </>
  );
}

/** Several findings that say the same, in one row of the list. */
export function FindingsRow({ findings }: { readonly findings: readonly [Finding, ...Finding[]] }) {
  const { say, tell } = useWords();
  const [{ severity, says }] = findings;
  return (
    <>
      <SeverityIcon severity={severity} />
      <span className="opening-says">
        <span className="visually-hidden">{say(`checks.${severity}`)}: </span>
        <span className="cut-after-two">
          <OutsideText>{tell(says)}</OutsideText>
        </span>
        <span className="opening-count">{say("checks.counted", { count: findings.length })}</span>
      </span>
    </>
  );
}

interface WaivedListProps {
  readonly session: Session;
  readonly waived: readonly WaivedFinding[];
}

const noWaivers: readonly Waiver[] = [];

/** Those of rules that nothing is held to any more: they change nothing, and are kept until somebody drops them. */
function idleWaivers(waivers: Table<Waiver>, tagset: Tagset): readonly Waiver[] {
  if (waivers.size === 0) return noWaivers;
  const checked = new Set<string>(checksFor(tagset).map(({ id }) => id));
  const idle = [...records(waivers)].filter(({ check }) => !checked.has(check));
  return idle.length === 0 ? noWaivers : idle;
}

/** More than these are not listed: the list is not virtual. */
const most = 200;

/** What somebody let stand, with the reason, and the way to show it again. */
function WaivedList({ session, waived }: WaivedListProps) {
  const { say, tell } = useWords();
  const idle = useStore(session.shown, ({ annotations }) =>
    idleWaivers(annotations.set.waivers, session.tagset),
  );
  const count = waived.length + idle.length;
  if (count === 0) return null;
  return (
    <details className="waived">
      <summary>{say("checks.waived", { count })}</summary>
      <ul aria-label={say("checks.waived", { count })}>
        {waived.slice(0, most).map(({ finding, waiver }) => (
          <li key={findingKey(finding)} className="waived-item">
            <Press
              className="waived-words"
              onPress={() => {
                if (finding.range) session.reveal(finding.range, "center");
              }}
            >
              <span className="cut">
                <OutsideText>{tell(finding.says)}</OutsideText>
              </span>
              <span className="quiet cut">
                <OutsideText>{waiver.reason}</OutsideText>
              </span>
            </Press>
            {!session.readOnly && (
              <IconButton
                label={say("checks.show-again")}
                tiny
                onPress={() => session.run(unwaiveCheck, { waiver: waiver.id })}
              >
                <Undo2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
        {idle.slice(0, most).map((waiver) => (
          <li key={waiver.id} className="waived-item">
            <p className="waived-words">
              <span className="cut">
                <OutsideText>{say("checks.idle-waiver", { check: waiver.check })}</OutsideText>
              </span>
              <span className="quiet cut">
                <OutsideText>{waiver.reason}</OutsideText>
              </span>
            </p>
            {!session.readOnly && (
              <IconButton
                label={say("checks.drop-waiver")}
                tiny
                onPress={() => session.run(unwaiveCheck, { waiver: waiver.id })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const guideline = sidebarViews.find(({ id }: { readonly id: string }) => id === "guideline");

interface FindingDetailProps {
  readonly session: Session;
  readonly finding: Finding;
}

/** All about one finding: why it matters, the page of the guideline, what would put it right, and letting it stand. */
export function FindingDetail({ session, finding }: FindingDetailProps) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  const checks = liveChecksOf(session);
  const waiving = useStore(checks.waiving, (value) => value);
  // What would put it right depends on what stands around it.
  useStore(session.shown, ({ annotations }) => annotations);
  const check = checkOf(finding.check);
  if (!check) return null;
  return (
    <>
      <p className="quiet">{tell(checkReason(check))}</p>
      {!session.readOnly && (
        <div className="finding-fixes">
          {check.fromProposal && <FillFromProposal session={session} finding={finding} />}
          {checks.fixes(finding).map(({ says, call, deletes }, at) => (
            <Button
              key={tell(says)}
              look={at === 0 && !check.fromProposal && !deletes ? "primary" : "plain"}
              onPress={() => session.run(call, null)}
            >
              <OutsideText cut>{tell(says)}</OutsideText>
            </Button>
          ))}
        </div>
      )}
      <div className="finding-more">
        {guideline && (
          <Button
            look="quiet-button"
            onPress={() => {
              ui.patch({ guidelinePage: check.page });
              showView(ui, guideline.id);
            }}
          >
            <BookOpen size={14} aria-hidden /> {say("checks.guideline")}
          </Button>
        )}
        {finding.of === "entity" && (
          <Button look="quiet-button" onPress={() => goToEntity(ui, finding.on)}>
            <UsersRound size={14} aria-hidden /> {say("checks.open-entity")}
          </Button>
        )}
        {!session.readOnly && !waiving && (
          <Button look="quiet-button" onPress={() => checks.waiving.set(true)}>
            {say("checks.let-stand")}
          </Button>
        )}
      </div>
      {waiving && !session.readOnly && <Reason session={session} finding={finding} />}
    </>
  );
}

/** Takes the voice and cue that are proposed beside the card's claim, or, where none are, goes there to tag them. */
function FillFromProposal({ session, finding }: FindingDetailProps) {
  const { say } = useWords();
  const proposed = useStore(session.proposals.shown, (value) => value);
  const claim = get(session.annotations().set.attributions, finding.on)?.claim;
  const proposal = proposed?.claim === claim ? proposed?.proposals[proposed.at] : undefined;
  const words = [proposal?.voice, proposal?.cue]
    .filter((part) => part != null)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => session.text.text.slice(start, end))
    .join(" ");
  return (
    <Button
      look="primary"
      onPress={() => {
        if (!proposal) goToFinding(session, finding);
        else takeProposal(session);
        session.view.current?.focus();
      }}
    >
      <OutsideText cut>
        {proposal ? say("checks.take-proposal", { words }) : say("checks.go-and-tag")}
      </OutsideText>
    </Button>
  );
}

/** Asks why a finding may stand. */
function Reason({ session, finding }: FindingDetailProps) {
  const { say } = useWords();
  const { workspace } = usePanels();
  const { waiving } = liveChecksOf(session);
  const [reason, setReason] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const leave = (): void => {
    waiving.set(false);
    session.view.current?.focus();
  };
  return (
    <form
      ref={form}
      className="finding-reason"
      onSubmit={(event) => {
        event.preventDefault();
        workspace.asWhole(() => {
          const outcome = session.run(waiveCheck, { check: finding.check, on: finding.on, reason });
          if ("change" in outcome) leave();
        });
      }}
    >
      <TextField
        label={say("checks.reason")}
        help={say("checks.reason-help")}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === "Escape") leave();
          else event.continuePropagation();
        }}
      />
      <button type="submit" className="button primary" disabled={reason.trim() === ""}>
        {say("checks.keep-reason")}
      </button>
    </form>
  );
}

/** The keys of those that count in the to-do queue: a quotation that a suggestion would put into a claim counts there. `null` as in `useTodo`. */
function useCountedFindings(): ReadonlySet<string> | null {
  const items = useTodo();
  return useMemo(
    () =>
      items && new Set(items.flatMap((item) => (item.kind === "finding" ? [findingKey(item.finding)] : []))),
    [items],
  );
}

export const checksView: SidebarView = {
  Body: ChecksPane,
  useCount: () => useCountedFindings()?.size ?? null,
};
