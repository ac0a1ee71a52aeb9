// The marks of an article that lost their place, for what lists and counts them.
import { useCallback, useEffect, useMemo } from "react";
import { ApiError } from "../../../shared/errors/errors.ts";
import { blindSeed } from "../../../shared/review/people.ts";
import type { PossiblePlace } from "../../../shared/revise/possible-places.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { createStore, useStore } from "../../lib/store.ts";
import {
  orphanTrayOf,
  othersItems,
  type TrayItem,
  trayItems,
  waitingIn,
} from "../../state/articles/orphan-tray.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { usePanels } from "../app-context.tsx";
import { type Lights, useHighlights } from "../use-highlights.ts";

const nothing = createStore<Pick<SessionState, "annotations"> | null>(null);

/** How many of this person's own wait. */
export const useWaitingOrphans = (session: Session | null): number =>
  useStore(session?.shown ?? nothing, (state) => (state ? waitingIn(state.annotations.set.orphans) : 0));

/** All that the tray lists, as it is shown now. */
export function useTrayItems(session: Session): readonly TrayItem[] {
  const orphans = useStore(session.shown, ({ annotations }) => annotations.set.orphans);
  const others = useStore(orphanTrayOf(session).state, (state) => state.others);
  return useMemo(() => trayItems(orphans, others), [orphans, others]);
}

/** Asks what of colleagues' sets waits, and again whenever those became others. */
export function useOthers(session: Session): void {
  const { workspace } = usePanels();
  const isBlind = useStore(workspace.state, ({ settings }) => settings.comparing.blind);
  useEffect(() => {
    const { id: article } = session.article;
    async function loadOthers(): Promise<readonly TrayItem[] | null> {
      try {
        const { sets } = await workspace.call((project) =>
          workspace.client.call("review.orphans", { project, article }),
        );
        const { project } = workspace.state.get();
        if (!project) return null;
        const seed = isBlind ? blindSeed(project.project.id, article) : null;
        return othersItems(sets, project.annotator?.id ?? null, seed);
      } catch (error) {
        // What was read last is shown on; the next look tries again.
        if (!(error instanceof ApiError)) throw error;
        return null;
      }
    }
    const latest = latestAnswer(loadOthers, orphanTrayOf(session).setOthers);
    void latest.ask();
    const stop = workspace.client.subscribe((event) => {
      const { project } = workspace.state.get();
      if (event.type === "sets" && event.project === project?.handle && event.articles.includes(article))
        void latest.ask();
    });
    return () => {
      latest.stop();
      stop();
    };
  }, [workspace, session, isBlind]);
}

const names = ["place", "place-current"] as const;

/** Lights the places up where the mark that is looked at may belong, and the one that is shown more. */
export function usePlaceHighlights(
  session: Session,
  places: readonly PossiblePlace[],
  shown: PossiblePlace | undefined,
): void {
  const lights = useCallback<Lights>(
    () => ({
      place: places.filter((place) => place !== shown).flatMap(({ segments }) => segments),
      "place-current": shown?.segments ?? [],
    }),
    [places, shown],
  );
  useHighlights(session, names, lights);
}
