// Marks without a place: looked at one after the other, put back where they may belong or where words are selected, put aside.
import { putBackOrphan, putOrphanAside } from "../../shared/commands/index.ts";
import { orphanQuote } from "../../shared/model/orphan.ts";
import { hull, type Range } from "../../shared/model/range.ts";
import { shortened } from "../../shared/model/shortened.ts";
import type { PossiblePlace } from "../../shared/revise/possible-places.ts";
import { type Message, message } from "../../shared/words/message.ts";
import { firstWaiting, isWaiting, orphanTrayOf, type TrayItem } from "../state/articles/orphan-tray.ts";
import type { Session } from "../state/session/session.ts";
import { isViewShown } from "../state/window/ui-state.ts";
import { type ActionEntry, inSession } from "./action.ts";
import { enterPane } from "./panes.ts";

/** Characters of a mark's words in what is told of it. */
const longestTold = 60;

/** Looks at one, and brings the first of its places into view; `null`: at none. */
export function chooseOrphan(session: Session, item: TrayItem | null): void {
  orphanTrayOf(session).choose(item?.key ?? null);
  showPlace(session);
}

/** Brings the place of the one that is looked at into view: the one at `at`, or the one that is shown. */
export function showPlace(session: Session, at?: number): void {
  const tray = orphanTrayOf(session);
  const item = tray.current();
  if (!item) return;
  const places = tray.places(item);
  if (at !== undefined && places.length > 0) tray.showPlace((at + places.length) % places.length);
  const place = places[tray.state.get().place];
  const { near } = item.orphan;
  session.reveal(place ? hull(place.segments) : { start: near, end: near }, "center");
}

/** Puts the one that is looked at back at a place that was found for it; answers whether that was done. */
export function placeOrphan(session: Session, place: PossiblePlace | undefined): boolean {
  return place !== undefined && putBackAt(session, place.segments, false);
}

function putBackAt(session: Session, segments: readonly Range[], snap: boolean): boolean {
  return seeTo(session, "orphans.put-back", ({ orphan }) =>
    session.run(putBackOrphan, { orphan: orphan.id, segments, snap }),
  );
}

/** Puts the one that is looked at aside, or takes it up again; answers whether that was done. */
export function putAside(session: Session): boolean {
  const item = orphanTrayOf(session).current();
  if (!item) return false;
  const isAside = !item.orphan.aside;
  return seeTo(session, isAside ? "orphans.put-aside" : "orphans.taken-up", ({ orphan }) =>
    session.run(putOrphanAside, { orphan: orphan.id, aside: isAside }),
  );
}

/** Does it with the one that is looked at, tells of it, and goes on to the next one that waits; answers whether it was done. */
function seeTo(
  session: Session,
  says: "orphans.put-back" | "orphans.put-aside" | "orphans.taken-up",
  run: (item: TrayItem) => ReturnType<Session["run"]>,
): boolean {
  const tray = orphanTrayOf(session);
  const item = tray.current();
  if (!item || item.whose || session.readOnly) return false;
  const itemsBefore = tray.items();
  const at = itemsBefore.findIndex(({ key }) => key === item.key);
  if (!("change" in run(item))) return false;
  const waitingItems = tray.items().filter(isWaiting);
  const beyond = itemsBefore.slice(at + 1).find(({ key }) => waitingItems.some((one) => one.key === key));
  const nextKey =
    says === "orphans.taken-up" ? item.key : (beyond?.key ?? waitingItems.at(-1)?.key ?? firstWaiting);
  tray.choose(nextKey);
  if (waitingItems.length > 0) showPlace(session);
  const notice: Message = message(says, {
    quote: shortened(orphanQuote(item.orphan), longestTold),
    count: waitingItems.length,
  });
  session.say({ kind: "result", says: notice });
  return true;
}

export const orphanActions: readonly ActionEntry[] = [
  inSession({
    id: "put-orphan-here",
    title: message("orphans.put-here"),
    group: "project",
    keys: ["h"],
    scope: "article",
    enabled: ({ session, ui }) =>
      isViewShown(ui.get(), "orphans") &&
      !session.readOnly &&
      orphanTrayOf(session).current()?.whose === null,
    run({ session }) {
      const selected = session.view.current?.selection();
      const item = orphanTrayOf(session).current();
      if (selected) putBackAt(session, [selected], true);
      else if (item) {
        enterPane("article");
        const quote = shortened(orphanQuote(item.orphan), longestTold);
        session.say({
          kind: "result",
          says: message("orphans.select-where", { quote }),
          isRefused: true,
        });
      }
    },
  }),
];
