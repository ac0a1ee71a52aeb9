// The measuring page. `?view=` chooses what is measured.
import "@fontsource-variable/source-serif-4/index.css";
import "./page.css";
import { type BenchDoc, type BenchSize, syntheticArticle } from "../synthetic-article.ts";
import { articleView } from "./article-view.tsx";
import { bareText } from "./bare-text.ts";
import type { CommandBench } from "./commands.ts";
import { type KeyTimes, keyTimes } from "./key-times.ts";
import { type Measures, measuresOf, painted } from "./measures.ts";
import type { PeerBench } from "./peer-bench.ts";
import { wholeApplication } from "./whole-application.tsx";

declare global {
  interface Window {
    __peerBench?: PeerBench;
    benchDoc?: (size: BenchSize) => BenchDoc;
    prepareBench?: (size: BenchSize) => Promise<void>;
    bench?: Measures;
    idleFrame?: () => Promise<void>;
    keyTimes?: KeyTimes;
    commandBench?: CommandBench | undefined;
  }
}

const views: Readonly<Record<string, (root: HTMLElement) => PeerBench>> = {
  floor: bareText,
  view: articleView,
  app: wholeApplication,
};

const root = document.getElementById("root");
const make = views[new URLSearchParams(location.search).get("view") ?? "view"];
if (!root || !make) throw new RangeError("There is no such view.");
const bench = make(root);
window.__peerBench = bench;
window.benchDoc = syntheticArticle;
window.idleFrame = painted;
window.keyTimes = keyTimes();
window.prepareBench = async (size) => {
  const doc = syntheticArticle(size);
  await bench.prepare(doc);
  window.bench = measuresOf(bench, doc);
  window.commandBench = bench.commands?.();
};
