// The gallery: `?exhibit=card&theme=dark` shows one state of the window, `&language=de` in German, without them all of them in every theme.
import "../../renderer/styles/all.ts";
import "./gallery.css";
import { createRoot } from "react-dom/client";
import { App } from "../../renderer/app.tsx";
import { createStore } from "../../renderer/lib/store.ts";
import { whenIdle } from "../../renderer/lib/when-idle.ts";
import { liveChecksOf } from "../../renderer/state/articles/live-checks.ts";
import { createWorkspace, type Workspace } from "../../renderer/state/project/workspace.ts";
import type { Session } from "../../renderer/state/session/session.ts";
import { keepForReload } from "../../renderer/state/window/reload-memory.ts";
import { createUiState } from "../../renderer/state/window/ui-state.ts";
import { showTheme } from "../../renderer/ui/theme.ts";
import { WordsProvider } from "../../renderer/ui/words.tsx";
import { type Language, languages } from "../../shared/words/language.ts";
import { noOutbox } from "../helpers/memory-outbox.ts";
import { idSource } from "../helpers/sources.ts";
import { type Exhibit, exhibits } from "./exhibits.ts";
import { faultsOf } from "./faults.ts";
import { fixtureCore } from "./fixture-core.ts";
import { countFrom } from "./fixture-insight.ts";
import { galleryTime } from "./fixture-project.ts";
import { stopSuggesting } from "./fixture-suggestions.ts";
import { boxesOf } from "./layouts.ts";

const noOpenings = [] as const;

const themes = ["light", "dark", "high-contrast"] as const;
type GalleryTheme = (typeof themes)[number];

/** What the tests of the gallery ask of its page: one load of it shows one exhibit after the other. */
interface Gallery {
  readonly exhibits: readonly string[];
  /** Resolves when the exhibit stands still, in the light theme. */
  show(id: string, language: Language): Promise<void>;
  setTheme(theme: GalleryTheme): Promise<void>;
  boxes(): string;
  faults(): readonly string[];
}

declare global {
  interface Window {
    gallery?: Gallery;
  }
}

const place = document.getElementById("root");
if (!place) throw new Error("The page has no root element.");
const element: HTMLElement = place;
let root = createRoot(element);
/** Of the project as it was opened, where no exhibit has changed anything since. */
let untouched: Workspace | null = null;

window.gallery = {
  exhibits: exhibits.map(({ id }) => id),
  async show(id, language) {
    const exhibit = exhibits.find((one) => one.id === id);
    if (!exhibit) throw new Error(`The gallery has no exhibit “${id}”.`);
    await show(exhibit, "light", language);
  },
  async setTheme(theme) {
    showTheme(theme);
    await settled();
  },
  boxes: () => boxesOf(document.body),
  faults: () => faultsOf(document.body),
};

const asked = new URLSearchParams(location.search);
const first = exhibits.find(({ id }) => id === asked.get("exhibit"));
if (first)
  await show(
    first,
    themes.find((theme) => theme === asked.get("theme")) ?? "light",
    languages.find((language) => language === asked.get("language")) ?? "en",
  );
else if (!asked.has("exhibit")) root.render(<Walls />);
document.documentElement.dataset.ready = "true";

async function show(
  { project, show: bringAbout, onlyUi }: Exhibit,
  theme: GalleryTheme,
  language: Language,
): Promise<void> {
  root.unmount();
  root = createRoot(element);
  const reused = onlyUi ? untouched : null;
  const workspace = reused ?? (await openWorkspace(project, theme, language));
  untouched = onlyUi ? workspace : null;
  showTheme(theme);
  const context = { workspace, ui: createUiState() };
  root.render(
    <WordsProvider setting={language}>
      <App context={context} openings={noOpenings} />
    </WordsProvider>,
  );
  if (project !== "none" && !reused) await workspace.openProject("/shelf/Harbour", "write");
  await settled();
  await bringAbout?.(context);
  await settled();
  const { session } = workspace.state.get();
  if (session) await checked(session);
  await settled();
}

async function openWorkspace(
  project: Exhibit["project"],
  theme: GalleryTheme,
  language: Language,
): Promise<Workspace> {
  stopSuggesting();
  countFrom("opened");
  // The frames of the gallery share what a window keeps over a reload; each begins anew.
  keepForReload(null);
  return createWorkspace({
    client: fixtureCore(theme, language, project === "empty"),
    newId: idSource("new"),
    now: () => galleryTime,
    connection: createStore("up"),
    outbox: noOutbox,
  });
}

/** When all of the article has been held to the checks, which takes as many quiet moments as there are. */
function checked(session: Session): Promise<void> {
  const { state } = liveChecksOf(session);
  return new Promise((done) => {
    const leave = state.subscribe(() => {
      if (state.get().done) finish();
    });
    function finish(): void {
      leave();
      done();
    }
    if (state.get().done) finish();
  });
}

/** When the fonts are there, the page is laid out with them, and what waits for a quiet moment has had it. */
async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await document.fonts.ready;
    await new Promise<void>((resolve) => whenIdle(() => resolve()));
  }
}

/** Every state in every theme, each in a frame of its own. */
function Walls() {
  return (
    <main className="walls">
      {exhibits.map(({ id }) => (
        <section key={id}>
          <h2>{id}</h2>
          <div className="wall">
            {themes.map((theme) => (
              <iframe
                key={theme}
                title={`${id}, ${theme}`}
                src={`?exhibit=${id}&theme=${theme}`}
                loading="lazy"
              />
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}
