// The threads of the article or of the project: filtered, the one with the latest word first, the chosen one open. Shows
// only the rows in view.

import { Bell, CircleCheck, MessageSquare, MessageSquarePlus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { addRemark } from "../../../shared/commands/index.ts";
import type { RemarkSubject } from "../../../shared/model/remark.ts";
import { lastOf } from "../../../shared/model/threads.ts";
import { enterPane } from "../../actions/panes.ts";
import { beginThread, goToThread, subjectInFocus } from "../../actions/talk.ts";
import { useStore } from "../../lib/store.ts";
import {
  type ListedThread,
  listedThreads,
  type TalkQuery,
  talkOf,
  waitingCount,
} from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { useNameOf } from "../use-annotators.ts";
import { RemarkField } from "./remark-field.tsx";
import { ThreadDetail } from "./thread-detail.tsx";
import "../../styles/talk.css";
import { IconButton } from "../../ui/button.tsx";
import { useKeyboard } from "../use-keyboard.ts";

/** Pixels of a closed row in the list of an article and of a project. */
const rowHeights = { article: 52, project: 70 } as const;
const shows = ["open", "waiting", "resolved", "all"] as const satisfies readonly TalkQuery["show"][];
const wheres = ["article", "project"] as const satisfies readonly TalkQuery["where"][];

function TalkPane() {
  const panels = usePanels();
  const { say } = useWords();
  const session = useSession();
  const talk = talkOf(panels.workspace);
  const { threads: all, done } = useStore(talk.state, (state) => state);
  const query = useStore(talk.query, (value) => value);
  const chosenId = useStore(talk.chosen, (id) => id);
  const begun = useStore(talk.begun, (on) => on);
  const article = session?.article.id ?? null;
  const threads = useMemo(() => listedThreads(all, query, article), [all, query, article]);
  const openIndex = chosenId === null ? -1 : threads.findIndex(({ id }) => id === chosenId);
  useEffect(() => void talk.refresh(), [talk]);

  return (
    <div className="talk">
      <div className="talk-filters">
        <div className="talk-scope">
          <SegmentedField
            label={say("talk.where")}
            labelHidden
            value={query.where}
            options={wheres.map((id) => ({ id, name: say(`talk.of-${id}`) }))}
            onChange={(where) => talk.query.patch({ where })}
          />
          <BeginButton />
        </div>
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
          onChange={(show) => talk.query.patch({ show })}
        />
      </div>
      {begun && session && <Beginning key={JSON.stringify(begun)} on={begun} session={session} />}
      {threads.length === 0 && (
        <div className="pane-empty">
          <p className="talk-none">{say(done ? "talk.none-title" : "talk.reading")}</p>
          {done && <p className="quiet">{say(all.length === 0 ? "talk.none" : "talk.none-of-these")}</p>}
        </div>
      )}
      <OpeningList
        label={say("talk.threads")}
        items={threads}
        rowHeight={rowHeights[query.where]}
        open={openIndex}
        keyOf={({ article: of, id }) => `${of} ${id}`}
        goTo={(thread) => goToThread(panels, thread)}
        close={() => talk.chosen.set(null)}
        row={(thread) => <ThreadRow thread={thread} withArticle={query.where === "project"} />}
        detail={(thread) => <ThreadDetail key={thread.id} thread={thread} takesKey />}
      />
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

interface Props {
  readonly thread: ListedThread;
  /** Whether the title of its article is said too. */
  readonly withArticle: boolean;
}

/** Code units of the last remark that a row shows. */
const longest = 120;

/** One thread in the list: what it is on, and who said the last word. */
function ThreadRow({ thread, withArticle }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const nameOf = useNameOf();
  const title = useStore(
    panels.workspace.state,
    ({ articles }) => articles.find(({ id }) => id === thread.article)?.title ?? thread.article,
  );
  const lastRemark = lastOf(thread);
  const [who, words] = [nameOf(lastRemark.by) ?? say("talk.you"), lastRemark.text.slice(0, longest)];
  return (
    <>
      <ThreadState thread={thread} />
      <span className="opening-says">
        <span className="cut">
          <SubjectWords on={thread.on} />
        </span>
        <span className="thread-last quiet cut">
          <OutsideText>{who}</OutsideText>
          {words === "" ? (
            lastRemark.kind !== "remark" && `: ${say(`talk.last-${lastRemark.kind}`)}`
          ) : (
            <>
              : <OutsideText>{words}</OutsideText>
            </>
          )}
        </span>
        {withArticle && (
          <span className="thread-article quiet cut">
            <OutsideText>{title}</OutsideText>
          </span>
        )}
      </span>
      <span className="thread-count quiet">
        {thread.remarks.length}
        <span className="visually-hidden"> {say("talk.remarks")}</span>
      </span>
    </>
  );
}

/** Whether it waits for this person, is open, or is resolved. */
function ThreadState({ thread: { waits, isResolved } }: { readonly thread: ListedThread }) {
  const { say } = useWords();
  const Icon = waits ? Bell : isResolved ? CircleCheck : MessageSquare;
  return (
    <span className={`thread-state ${waits ? "waits" : ""}`}>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">
        {say(waits ? `talk.waits-${waits}` : isResolved ? "talk.resolved" : "talk.open")}{" "}
      </span>
    </span>
  );
}

/** What a thread is on, in words: the article, or the words of the span, card or conflict. */
function SubjectWords({ on }: { readonly on: RemarkSubject }) {
  const { say } = useWords();
  if (on.what === "article") return say("talk.on-article");
  if (on.quote === "") return say(`talk.on-${on.what}`);
  return (
    <>
      {on.what !== "span" && <span className="quiet">{say(`talk.on-${on.what}`)}: </span>}
      <span className="thread-quote">
        <OutsideText>{on.quote}</OutsideText>
      </span>
    </>
  );
}

/** Begins a thread on what is in focus. */
function BeginButton() {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const session = useSession();
  if (!session || session.readOnly) return null;
  return (
    <IconButton
      label={say("talk.begin")}
      keys={keysOf("start-thread")}
      onPress={() => beginThread(panels, subjectInFocus(session))}
    >
      <MessageSquarePlus size={15} aria-hidden />
    </IconButton>
  );
}

export const talkView: SidebarView = {
  Body: TalkPane,
  useCount: useWaitingCount,
};
