// The floor: the bare text in paragraphs, set in the same type and measure, with nothing that could cost time.
import "../../../renderer/styles/article.css";
import type { BenchDoc } from "../synthetic-article.ts";
import type { PeerBench } from "./peer-bench.ts";

export function bareText(root: HTMLElement): PeerBench {
  const scroller = document.createElement("div");
  scroller.className = "article-scroller";
  const article = document.createElement("div");
  article.className = "article";
  scroller.append(article);
  let shownDoc: BenchDoc | null = null;
  const paragraph = (index: number): Element | undefined => article.children[index];
  const isOnScreen = (element: Element | undefined): boolean => {
    const box = element?.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    return box !== undefined && box.bottom > frame.top && box.top < frame.bottom;
  };
  const floor: PeerBench = {
    prepare(doc) {
      shownDoc = doc;
      root.append(scroller);
    },
    open(doc) {
      for (const { i, text } of doc.paras) {
        const element = document.createElement("p");
        element.dataset.p = String(i);
        element.textContent = text;
        article.append(element);
      }
    },
    shown: () => isOnScreen(paragraph(0)),
    // The least a tag can cost: its paragraph's text in three parts, one of them an element.
    add({ id, p, start, end }) {
      const element = paragraph(p);
      const text = element?.textContent ?? "";
      const mark = document.createElement("span");
      mark.id = id;
      mark.style.setProperty("background-color", "gold");
      mark.textContent = text.slice(start, end);
      element?.replaceChildren(text.slice(0, start), mark, text.slice(end));
    },
    remove({ id, p }) {
      const element = paragraph(p);
      if (document.getElementById(id)) element?.replaceChildren(element.textContent ?? "");
    },
    has: ({ id }) => document.getElementById(id) !== null,
    paraShown: (index) => isOnScreen(paragraph(index)),
    scrollToPara: (index) => paragraph(index)?.scrollIntoView(),
    scroller: () => scroller,
    // The least a key can do: it marks some words, or takes the mark away.
    commands() {
      const [tag] = shownDoc?.extra ?? [];
      if (!tag) throw new RangeError("There are no words to mark.");
      let marked = false;
      const press = ({ key }: KeyboardEvent): void => {
        if (key === "3") floor.add(tag);
        if (key === "Backspace") floor.remove(tag);
      };
      window.addEventListener("keydown", press);
      return {
        commands: [
          { name: "mark", key: "3" },
          { name: "take away", key: "Backspace" },
        ],
        async prepare(name) {
          if (name === "mark") floor.remove(tag);
          else floor.add(tag);
          marked = floor.has(tag);
        },
        happened: () => floor.has(tag) !== marked,
      };
    },
  };
  return floor;
}
