// What becomes of this person's marks in a corrected text, worked out a moment after they stop typing.
import { useEffect, useState } from "react";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import { get } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { type CarriedRecord, carryRecords } from "../../../shared/revise/carry-records.ts";
import type { CorrectionMark } from "../../editor/correction-view.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";

export interface CarriedMarks {
  /** The text that it was worked out for. */
  readonly text: string;
  readonly marks: readonly CorrectionMark[];
  readonly reworded: number;
  readonly waiting: number;
}

/** Milliseconds after a pause in typing: of a long text it takes a while, in which nothing can be typed. */
const delayFor = (text: string): number => (text.length < 100_000 ? 0 : text.length / 200);

export function marksIn(session: Session, set: AnnotationSet, text: string): CarriedMarks {
  const carrier = carrierBetween(session.text.text, text, "own");
  const { records } = carryRecords(setToJson(set), carrier, "");
  const count = (how: CarriedRecord["how"]): number => records.filter((one) => one.how === how).length;
  return {
    text,
    marks: records.flatMap(({ kind, id, segments }) => {
      const span = kind === "span" ? get(set.spans, id) : undefined;
      return span ? [{ type: span.type, segments }] : [];
    }),
    reworded: count("reworded"),
    waiting: count("waits"),
  };
}

/** Also of what comes meanwhile, such as marks that another window makes. `null` until it is known the first time. */
export function useCarried(session: Session, text: string): CarriedMarks | null {
  const [carried, setCarried] = useState<CarriedMarks | null>(null);
  const annotationSet = useStore(session.shown, ({ annotations }) => annotations.set);
  useEffect(() => {
    const timer = setTimeout(() => setCarried(marksIn(session, annotationSet, text)), delayFor(text));
    return () => clearTimeout(timer);
  }, [session, annotationSet, text]);
  return carried;
}
