// The threads of the article or of the project: filtered, the one with the latest word first, the chosen one open. Shows
// only the rows in view.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { addRemark } from "../../../shared/commands/index.ts";
import type { RemarkSubject } from "../../../shared/model/remark.ts";
import { enterPane } from "../../actions/panes.ts";
import { goToThread } from "../../actions/talk.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { listedThreads, type TalkQuery, talkOf, waitingCount } from "../../state/talk.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { useRowWindow } from "../cards/use-row-window.ts";
import { RemarkField } from "./remark-field.tsx";
import { SubjectWords } from "./subject-words.tsx";
import { ThreadItem } from "./thread-item.tsx";
import "../../styles/talk.css";

/** Pixels of a closed row in the list of an article and of a project; `talk.css` gives it the same. */
const rowHeights = { article: 52, project: 70 } as const;
const shows = ["open", "waiting", "resolved", "all"] as const satisfies readonly TalkQuery["show"][];
const wheres = ["article", "project"] as const satisfies readonly TalkQuery["where"][];

export function TalkPane() {
  const panels = usePanels();
  const { say } = useWords();
  const session = useSession();
  const talk = talkOf(panels.workspace);
  const { threads: all, done } = useStore(talk.state, (state) => state);
  const query = useStore(talk.query, (value) => value);
  const chosen = useStore(talk.chosen, (id) => id);
  const begun = useStore(talk.begun, (on) => on);
  const article = session?.article.id ?? null;
  const threads = useMemo(() => listedThreads(all, query, article), [all, query, article]);
  const open = chosen === null ? -1 : threads.findIndex(({ id }) => id === chosen);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[query.where];
  const rows = useRowWindow({ scroller, count: threads.length, rowHeight, open });
  const entry = open >= rows.first && open < rows.last ? open : rows.first;
  useEffect(() => void talk.refresh(), [talk]);

  /** The arrows walk the list as it is seen, and the text follows. */
  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN) + step;
    const next = threads[at];
    if (!next) return;
    event.preventDefault();
    const list = event.currentTarget;
    void goToThread(panels, next).then(() =>
      requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus()),
    );
  }

  return (
    <div className={`talk of-${query.where}`}>
      <div className="talk-filters">
        <SegmentedField
          label={say("talk.where")}
          labelHidden
          value={query.where}
          options={wheres.map((id) => ({ id, name: say(`talk.of-${id}`) }))}
          onChange={(where) => talk.query.patch({ where: where === "article" ? "article" : "project" })}
        />
        <ChoiceField
          label={say("talk.show")}
          labelHidden
          value={query.show}
          options={shows.map((id) => ({
            id,
            name: say(`talk.show-${id}`, {
              count: listedThreads(all, { ...query, show: id }, article).length,
            }),
          }))}
          onChange={(id) => talk.query.patch({ show: shows.find((one) => one === id) ?? "open" })}
        />
      </div>
      {begun && session && <Beginning key={JSON.stringify(begun)} on={begun} session={session} />}
      {threads.length === 0 && (
        <div className="pane-empty">
          <p className="talk-none">{say(done ? "talk.none-title" : "talk.reading")}</p>
          {done && <p className="quiet">{say(all.length === 0 ? "talk.none" : "talk.none-of-these")}</p>}
        </div>
      )}
      <div className="talk-scroller" ref={scroller}>
        <ol
          className="talk-list"
          aria-label={say("talk.threads")}
          style={{ height: rows.height }}
          onKeyDown={walk}
        >
          {threads.slice(rows.first, rows.last).map((thread, offset) => {
            const at = rows.first + offset;
            return (
              <ThreadItem
                key={`${thread.article} ${thread.id}`}
                thread={thread}
                withArticle={query.where === "project"}
                at={at}
                count={threads.length}
                top={rows.topOf(at)}
                isOpen={at === open}
                isEntry={at === entry}
                openRef={rows.openRef}
              />
            );
          })}
        </ol>
      </div>
    </div>
  );
}

interface BeginningProps {
  readonly on: RemarkSubject;
  readonly session: Session;
}

/** Asks for the first words of a thread. */
function Beginning({ on, session }: BeginningProps) {
  const { say } = useWords();
  const talk = talkOf(usePanels().workspace);
  const [text, setText] = useState("");
  const leave = (): void => {
    talk.begun.set(null);
    enterPane("article");
  };
  return (
    <section className="thread-beginning" aria-label={say("talk.begin")}>
      <p className="cut">
        <SubjectWords on={on} />
      </p>
      <RemarkField
        label={say("talk.begin")}
        placeholder={say("talk.begin-placeholder")}
        value={text}
        autoFocus
        onChange={setText}
        onLeave={leave}
        onSend={(words, mentions) => {
          const outcome = session.run(addRemark, { thread: null, after: null, on, text: words, mentions });
          if (!("change" in outcome)) return;
          const [said] = outcome.change.remarks?.added ?? [];
          if (talk.query.get().show !== "all") talk.query.patch({ show: "open" });
          talk.chosen.set(said?.thread ?? null);
          leave();
        }}
      >
        <div className="remark-buttons">
          <button type="submit" className="button primary" disabled={text.trim() === ""}>
            {say("talk.say")}
          </button>
          <button type="button" className="button plain" onClick={leave}>
            {say("ui.cancel")}
          </button>
        </div>
      </RemarkField>
    </section>
  );
}

/** How many threads wait for this person in the whole project; `null` for none. */
export function useWaitingCount(): number | null {
  const count = useStore(talkOf(usePanels().workspace).state, ({ threads }) => waitingCount(threads));
  return count === 0 ? null : count;
}
