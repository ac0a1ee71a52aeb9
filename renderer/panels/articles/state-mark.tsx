// The state of an article as a picture: its form tells it as well as its colour.
import { Circle, CircleCheck, CircleDotDashed, MessageCircleQuestionMark } from "lucide-react";
import type { ArticleState } from "../../../shared/model/progress.ts";

const pictures = {
  new: Circle,
  "in-progress": CircleDotDashed,
  done: CircleCheck,
  "needs-discussion": MessageCircleQuestionMark,
} as const;

export function StateMark({ state }: { readonly state: ArticleState }) {
  const Picture = pictures[state];
  return <Picture size={14} aria-hidden className={`state-mark ${state}`} />;
}
