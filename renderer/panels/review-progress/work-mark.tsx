// How far somebody is, as a picture: its form tells it as well as its colour.
import {
  BadgeCheck,
  Circle,
  CircleCheck,
  CircleDotDashed,
  MessageCircleQuestionMark,
  Scale,
} from "lucide-react";
import type { WorkState } from "../../../shared/review/assignments.ts";

const pictures = {
  assigned: Circle,
  "in-progress": CircleDotDashed,
  "needs-discussion": MessageCircleQuestionMark,
  done: CircleCheck,
  "in-review": Scale,
  curated: BadgeCheck,
} as const satisfies Readonly<Record<WorkState, unknown>>;

export function WorkMark({ state }: { readonly state: WorkState }) {
  const Picture = pictures[state];
  return <Picture size={14} aria-hidden className={`work-mark ${state}`} />;
}
