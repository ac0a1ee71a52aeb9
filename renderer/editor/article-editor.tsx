// The article as a React component: the one place where React and the article view meet. React renders the frame once;
// everything inside follows the model by itself.
import { type ReactNode, type Ref, useLayoutEffect, useRef } from "react";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import { useWords } from "../ui/words.tsx";
import { type ArticleView, createArticleView } from "./article-view.ts";
import type { EdgeMove } from "./edge-handles.ts";
import type { ArticleEditorHandle, EditorModel } from "./editor-model.ts";
import "../styles/article.css";
import "../styles/marks.css";

interface ArticleEditorProps {
  /** Another model object is another article: the view is made anew, as it is for another language. */
  readonly model: EditorModel;
  /** What the article is called now, where that may have changed; absent: as the model says. */
  readonly title?: string | null;
  /** Filled while the article is shown; already there in the effects of the component that holds it. */
  readonly handle?: Ref<ArticleEditorHandle>;
  /** What scrolls along beside the text, such as cards level with their words. */
  readonly margin?: ReactNode;
  /** Called when the selection is another one; an empty range is the caret. */
  readonly onSelectionChange?: (selection: Range) => void;
  readonly onFocusSpan?: (id: Id | null) => void;
  /** Called when the menu of a place is asked for by the pointer, in pixels of the viewport. */
  readonly onMenu?: (place: { offset: number; left: number; top: number }) => void;
  /** Called when the words that are proposed are clicked. */
  readonly onTakeProposal?: () => void;
  /** Called when words of a suggestion are clicked. */
  readonly onChooseSuggestion?: (at: number) => void;
  /** Called before the view is taken away, while it still knows what is in view. */
  readonly onLeave?: (handle: ArticleEditorHandle) => void;
  /** Called when an edge of a span was dragged to an offset. Without it, edges cannot be dragged. */
  readonly onMoveEdge?: (edge: EdgeMove) => void;
}

export function ArticleEditor({
  model,
  title = null,
  handle,
  margin,
  ...callbacks
}: ArticleEditorProps): ReactNode {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<ArticleView | null>(null);
  const latest = useRef({ ...callbacks, handle, title });
  useLayoutEffect(() => {
    latest.current = { ...callbacks, handle, title };
  });
  useLayoutEffect(() => {
    if (!scroller.current || !mount.current) return;
    const articleView = createArticleView({
      model,
      words,
      scroller: scroller.current,
      mount: mount.current,
      onSelectionChange: (selection) => latest.current.onSelectionChange?.(selection),
      onFocusSpan: (id) => latest.current.onFocusSpan?.(id),
      onMenu: (place) => latest.current.onMenu?.(place),
      onTakeProposal: () => latest.current.onTakeProposal?.(),
      onChooseSuggestion: (at) => latest.current.onChooseSuggestion?.(at),
      onMoveEdge: (edge) => latest.current.onMoveEdge?.(edge),
    });
    view.current = articleView;
    if (latest.current.title !== null) articleView.rename(latest.current.title);
    assign(latest.current.handle, articleView.handle);
    return () => {
      latest.current.onLeave?.(articleView.handle);
      view.current = null;
      assign(latest.current.handle, null);
      articleView.destroy();
    };
  }, [model, words]);
  useLayoutEffect(() => {
    if (title !== null) view.current?.rename(title);
  }, [title]);
  return (
    <div className="article-scroller" ref={scroller}>
      <div className="article-mount" ref={mount} />
      {margin}
    </div>
  );
}

function assign<T>(ref: Ref<T> | undefined, value: T | null): void {
  if (typeof ref === "function") ref(value);
  else if (ref) ref.current = value;
}
