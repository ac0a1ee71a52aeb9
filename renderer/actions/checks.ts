// Going from finding to finding, putting one right, and letting one stand.
import type { Fix } from "../../shared/checks/check.ts";
import { type Finding, findingKey } from "../../shared/checks/finding.ts";
import { checkOf } from "../../shared/checks/index.ts";
import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import { chosenFinding, liveChecksOf } from "../state/articles/live-checks.ts";
import type { Session } from "../state/session/session.ts";
import type { SidebarViewId } from "../state/window/places.ts";
import { isViewShown, showView } from "../state/window/ui-state.ts";
import { type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { focusCard, focusSpan } from "./focus.ts";
import { neighbourOf } from "./neighbour.ts";

/** Chooses a finding and goes to what it speaks of: the span or card comes into focus, its place into view. */
export function goToFinding(session: Session, finding: Finding): void {
  const checks = liveChecksOf(session);
  checks.waiving.set(false);
  if (finding.of === "span") focusSpan(session, finding.on);
  else if (finding.of === "card") focusCard(session, finding.on);
  const claim = get(session.annotations().set.attributions, finding.on)?.claim;
  const isProposed = checkOf(finding.check)?.fromProposal === true && claim != null;
  if (isProposed) session.setFocus({ span: claim, card: finding.on });
  const view = session.view.current;
  const { range } = finding;
  if (range && view) {
    if (finding.of === "quotation") {
      // A card that stayed in focus would take what is marked next.
      session.setFocus({ span: null, card: null });
      view.select(range);
    } else if (finding.of === "entity") focusSpan(session, view.spansAt(range.start).at(-1) ?? null);
    // What was selected stays so.
    if (finding.of === "quotation") view.reveal(range, "center");
    else session.reveal(range, "center");
  }
  if (isProposed) session.proposals.propose(claim);
  checks.chosen.set({ key: findingKey(finding), start: range?.start ?? 0, caret: caretIn(session) });
}

const caretIn = (session: Session): number => session.view.current?.caret() ?? 0;

/**
 * The finding after or before the chosen one; where that is put right, from its place on; without one, after or before the
 * caret. Goes round at the end.
 */
function neighbouringFinding(session: Session, direction: 1 | -1): Finding | null {
  const checks = liveChecksOf(session);
  const { open } = checks.state.get();
  const finding = chosenFinding(checks);
  const at = finding ? open.indexOf(finding) : -1;
  const lastChosen = checks.chosen.get();
  const caret = caretIn(session);
  const from = lastChosen?.caret === caret ? lastChosen.start : caret;
  return neighbourOf(open, ({ range }) => range?.start ?? Infinity, { at, from, direction });
}

const toFinding = (direction: 1 | -1, key: string): ActionEntry => {
  const id = direction === 1 ? "next-finding" : "previous-finding";
  return inSession({
    id,
    group: "move",
    keys: [key],
    run: (context) => goToNeighbour(context, direction),
  });
};

/** Goes to the finding after or before; where the article is still being checked, once it has been. */
function goToNeighbour(context: SessionContext, direction: 1 | -1): void {
  const { session, ui } = context;
  const checks = liveChecksOf(session);
  showView(ui, "checks");
  if (!checks.state.get().done) {
    onceListed(context, { view: "checks", wait: checks.whenDone }, () => goToNeighbour(context, direction));
    return;
  }
  const finding = neighbouringFinding(session, direction);
  if (finding) goToFinding(session, finding);
  else session.say({ kind: "result", says: message("checks.none") });
}

interface Awaited {
  /** Where the answer will be listed. */
  readonly view: SidebarViewId;
  /** Runs it once, as soon as all of the article has been looked at. */
  wait(run: () => void): void;
}

/** Says that the article is being looked at, and goes on once it has been, unless the person is elsewhere then. */
export function onceListed(
  { session, workspace, ui }: SessionContext,
  { view, wait }: Awaited,
  goOn: () => void,
): void {
  session.say({ kind: "result", says: message("todo.looking") });
  const caret = session.view.current?.caret();
  wait(() => {
    const isElsewhere =
      workspace.state.get().session !== session ||
      ui.get().page !== null ||
      ui.get().dialog !== null ||
      !isViewShown(ui.get(), view) ||
      (caret !== undefined && caret !== session.view.current?.caret());
    if (isElsewhere) return;
    session.dismissNotice();
    goOn();
  });
}

const chosenFindingIn = ({ session }: SessionContext): Finding | null => chosenFinding(liveChecksOf(session));

/** Whether there is something to do, or, with no finding chosen, one to choose first or to wait for. */
const canGoTo = (context: SessionContext, todo: unknown): boolean =>
  todo !== null ||
  (chosenFindingIn(context) === null &&
    (!liveChecksOf(context.session).state.get().done || neighbouringFinding(context.session, 1) !== null));

function firstFix(context: SessionContext): Fix | null {
  const finding = chosenFindingIn(context);
  return (finding && liveChecksOf(context.session).fixes(finding)[0]) ?? null;
}

export const checkActions: readonly ActionEntry[] = [
  toFinding(1, "F8"),
  toFinding(-1, "Shift+F8"),
  inSession({
    id: "fix-finding",
    group: "card",
    keys: ["Alt+F8"],
    enabled: (context) => !context.session.readOnly && canGoTo(context, firstFix(context)),
    run(context) {
      if (chosenFindingIn(context) === null) return goToNeighbour(context, 1);
      const fix = firstFix(context);
      if (fix) context.session.run(fix.call, null);
    },
  }),
  inSession({
    id: "waive-finding",
    group: "card",
    keys: ["Mod+F8"],
    enabled: (context) => !context.session.readOnly && canGoTo(context, chosenFindingIn(context)),
    run(context) {
      if (chosenFindingIn(context) === null) return goToNeighbour(context, 1);
      const { session, ui } = context;
      showView(ui, "checks");
      liveChecksOf(session).waiving.set(true);
    },
  }),
];
