// The words of the language chosen, for every component: messages, dates, numbers and lists. Sets the page's language and
// follows the system's while that is followed.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { type LanguageSetting, localeFor } from "../../shared/words/language.ts";
import { createWords, type Words } from "../../shared/words/say.ts";

const WordsContext = createContext<Words | null>(null);

/** What the system prefers, as one text so that it can be compared. */
const preferred = (): string => navigator.languages.join();

function followSystem(listener: () => void): () => void {
  window.addEventListener("languagechange", listener);
  return () => window.removeEventListener("languagechange", listener);
}

interface Props {
  readonly setting: LanguageSetting;
  /** The system's, BCP 47 tags, where the host knows them; absent: those of the browser. */
  readonly languages?: readonly string[] | undefined;
  readonly children: ReactNode;
}

export function WordsProvider({ setting, languages, children }: Props) {
  const ofBrowser = useSyncExternalStore(followSystem, preferred);
  const tags = languages?.join() ?? ofBrowser;
  const words = useMemo(() => createWords(localeFor(setting, tags.split(","))), [setting, tags]);
  useEffect(() => {
    document.documentElement.lang = words.locale;
  }, [words]);
  return (
    <WordsContext value={words}>
      <I18nProvider locale={words.locale}>{children}</I18nProvider>
    </WordsContext>
  );
}

/** The same object until the language changes. Throws where no `WordsProvider` is above: a bug of ours. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("A component that has something to say stands outside the words.");
  return words;
}
