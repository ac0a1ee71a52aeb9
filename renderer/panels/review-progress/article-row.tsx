// One article in the table: its title, which opens it, how far it is, and a cell a person.
import {
  BadgeCheck,
  Circle,
  CircleCheck,
  CircleDotDashed,
  MessageCircleQuestionMark,
  Plus,
  Scale,
} from "lucide-react";
import type { CSSProperties } from "react";
import type { Assignment } from "../../../shared/model/assignment.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { WorkState } from "../../../shared/review/assignments.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { ShownArticle } from "./shown-articles.ts";

interface Props {
  readonly article: ShownArticle;
  readonly assignments: readonly Assignment[];
  readonly people: readonly Annotator[];
  readonly at: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly columns: CSSProperties;
  /** The column at which the Tab key comes here; `null`: at none. */
  readonly entry: number | null;
  readonly readOnly: boolean;
  onToggle(article: ShownArticle, person: Annotator): void;
  onOpen(article: ShownArticle): void;
  onEnter(column: number): void;
}

export function ArticleRow(props: Props) {
  const { article, people, at, top, columns, entry, onOpen, onEnter } = props;
  const { say } = useWords();
  const { state } = article;
  return (
    <tr aria-rowindex={at + 2} className="progress-row" style={{ top, ...columns }}>
      <th scope="row" className="progress-title">
        <button
          type="button"
          className="progress-open cut"
          data-row={at}
          data-column={0}
          data-pane-start={entry === null ? undefined : ""}
          tabIndex={entry === 0 ? 0 : -1}
          onFocus={() => onEnter(0)}
          onClick={() => onOpen(article)}
        >
          <OutsideText cut>{article.title}</OutsideText>
        </button>
      </th>
      <td className="progress-state">
        {state && <WorkMark state={state} />}
        <span className={state ? "cut" : "quiet cut"}>
          {say(state ? `progress.state-${state}` : "progress.nobody")}
        </span>
      </td>
      {people.map((person, column) => (
        <PersonCell key={person.id} {...props} person={person} column={column + 1} />
      ))}
    </tr>
  );
}

interface CellProps extends Props {
  readonly person: Annotator;
  readonly column: number;
}

function PersonCell(props: CellProps) {
  const { article, assignments, person, at, column, entry, readOnly, onToggle, onEnter } = props;
  const { say } = useWords();
  const work = article.work.find(({ annotator }) => annotator === person.id);
  const name = plainText(person.name);
  const state = work && say(`progress.state-${work.state}`);
  const assignment = assignments.find((one) => one.article === article.id && one.annotator === person.id);
  const label = !state
    ? say("progress.cell-empty", { name })
    : say(work.isAssigned ? "progress.cell-assigned" : "progress.cell-unasked", { name, state });
  return (
    <td>
      <button
        type="button"
        className={`progress-cell${work ? "" : " empty"}${work && !work.isAssigned ? " unasked" : ""}`}
        aria-label={label}
        aria-pressed={work?.isAssigned ?? false}
        aria-disabled={readOnly}
        data-hint={
          assignment?.seed === undefined
            ? undefined
            : say("progress.drawn-from", { seed: plainText(assignment.seed) })
        }
        data-row={at}
        data-column={column}
        tabIndex={entry === column ? 0 : -1}
        onFocus={() => onEnter(column)}
        onClick={() => onToggle(article, person)}
      >
        {work ? (
          <>
            <WorkMark state={work.state} />
            <span className="cut">{state}</span>
          </>
        ) : (
          <Plus size={14} aria-hidden className="progress-plus" />
        )}
      </button>
    </td>
  );
}

const pictures = {
  assigned: Circle,
  "in-progress": CircleDotDashed,
  "needs-discussion": MessageCircleQuestionMark,
  done: CircleCheck,
  "in-review": Scale,
  curated: BadgeCheck,
} as const satisfies Readonly<Record<WorkState, unknown>>;

/** How far somebody is, as a picture: its form tells it as well as its colour. */
function WorkMark({ state }: { readonly state: WorkState }) {
  const Picture = pictures[state];
  return <Picture size={14} aria-hidden className={`work-mark ${state}`} />;
}
