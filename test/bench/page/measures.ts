// Takes the times within the page. A frame counts as painted in the task after its animation callbacks.
import type { BenchDoc, BenchTag } from "../synthetic-article.ts";
import type { PeerBench } from "./peer-bench.ts";

export interface Measures {
  open(): Promise<number>;
  add(index: number): Promise<number>;
  remove(index: number): Promise<number>;
  /** Milliseconds from frame to frame while scrolling. */
  scroll(frames: number): Promise<number[]>;
  jump(): Promise<number>;
  elements(): number;
}

/** Waits until a frame has been painted. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(null);
    });
  });

const scrollStep = 120;
const longestWait = 30_000;

export function measuresOf(bench: PeerBench, doc: BenchDoc): Measures {
  async function timed(action: () => void | Promise<void>, isDone: () => boolean): Promise<number> {
    await painted();
    const start = performance.now();
    await action();
    do {
      await painted();
      if (performance.now() - start > longestWait) throw new RangeError("It never appeared.");
    } while (!isDone());
    return performance.now() - start;
  }
  const extra = (index: number): BenchTag => {
    const tag = doc.extra[index];
    if (!tag) throw new RangeError(`There is no extra tag ${index}.`);
    return tag;
  };
  return {
    open: () =>
      timed(
        () => bench.open(doc),
        () => bench.shown(doc),
      ),
    add: (index) =>
      timed(
        () => bench.add(extra(index)),
        () => bench.has(extra(index)),
      ),
    remove: (index) =>
      timed(
        () => bench.remove(extra(index)),
        () => !bench.has(extra(index)),
      ),
    async scroll(frames) {
      const scroller = bench.scroller();
      const times: number[] = [];
      let last = await nextFrame();
      for (let frame = 0; frame < frames; frame += 1) {
        scroller.scrollTop += scrollStep;
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      scroller.scrollTop = 0;
      await painted();
      return times;
    },
    jump: () =>
      timed(
        () => bench.scrollToPara(doc.mid),
        () => bench.paraShown(doc.mid),
      ),
    elements: () => bench.scroller().querySelectorAll("*").length,
  };
}

const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
