// Markdown of the project, which may come from anybody: its headings, lists and emphasis are shown; HTML in it
// stands there as text, pictures are not fetched, and an address is shown but cannot be followed. Lists of tasks have boxes, which show
// what is done and are changed in the text.
import { Square, SquareCheck } from "lucide-react";
import { memo, useState } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import { Button } from "./button.tsx";
import { OutsideText } from "./outside-text.tsx";
import { useWords } from "./words.tsx";

interface Props {
  readonly text: string;
}

const components: Components = {
  a: ({ children, href }) => (
    <span className="markdown-address">
      {children}
      {href && (
        <>
          {" ("}
          <OutsideText>{href}</OutsideText>)
        </>
      )}
    </span>
  ),
  img: ({ alt }) => <span className="markdown-picture">{alt}</span>,
  // A page has its own headings above these.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  // Only tasks have them.
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
};

function TaskBox({ isDone }: { readonly isDone: boolean }) {
  const { say } = useWords();
  const Icon = isDone ? SquareCheck : Square;
  return (
    <Icon
      size={14}
      role="img"
      aria-label={say(isDone ? "ui.task-done" : "ui.task-open")}
      className="task-box"
    />
  );
}

/** What of mdast's nodes is needed here. */
interface MarkdownNode {
  readonly type: string;
  value?: string;
  checked?: boolean | null | undefined;
  readonly children?: readonly MarkdownNode[];
}

/** Makes tasks of the items of lists that begin with `[ ]` or `[x]`, which CommonMark leaves as text. */
export function markTasks(node: MarkdownNode): void {
  for (const child of node.children ?? []) markTasks(child);
  if (node.type !== "listItem") return;
  const [paragraph] = node.children ?? [];
  const text = paragraph?.type === "paragraph" ? paragraph.children?.[0] : undefined;
  const box = text?.type === "text" ? /^\[([ xX])\]\s+/u.exec(text.value ?? "") : null;
  if (!text || !box) return;
  node.checked = box[1] !== " ";
  text.value = box.input.slice(box[0].length);
}

const plugins = [() => markTasks];

export const Markdown = memo(function Markdown({ text }: Props) {
  return (
    <div className="markdown">
      <ReactMarkdown components={components} remarkPlugins={plugins}>
        {text}
      </ReactMarkdown>
    </div>
  );
});

/** Code units of a text from anybody that are shown before somebody asks for all of it. */
const shownAtFirst = 4_000;

/** The beginning of a long text, and a way to the rest. */
export function ClippedMarkdown({ text }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  if (all || text.length <= shownAtFirst) return <Markdown text={text} />;
  return (
    <>
      <Markdown text={`${text.slice(0, shownAtFirst)} …`} />
      <Button look="quiet-button" onPress={() => setAll(true)}>
        {say("ui.show-all", { characters: text.length })}
      </Button>
    </>
  );
}
