// Markdown of the project, which may come from anybody: its headings, lists and emphasis are shown; HTML in it
// stands there as text, pictures are not fetched, and an address is shown but cannot be followed.
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
};

export const Markdown = memo(function Markdown({ text }: Props) {
  return (
    <div className="markdown">
      <ReactMarkdown components={components}>{text}</ReactMarkdown>
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
