// The way to a page of the web: a link where a browser shows the window; the desktop shows the address and asks before it opens the browser.
import { ExternalLink } from "lucide-react";
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { pageAddress } from "../../shared/model/article-about.ts";
import { useStore } from "../lib/store.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useWords } from "../ui/words.tsx";
import { usePanels } from "./app-context.tsx";

interface Props {
  readonly address: string;
  readonly label: string;
  onProblem(problem: ApiErrorData): void;
}

/** Nothing where the address is none of the web. */
export function PageLink({ address, label, onProblem }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const isInBrowser = useStore(workspace.state, ({ host }) => host.host === "browser");
  const page = pageAddress(address);
  if (page === null) return null;
  async function openPage(): Promise<void> {
    try {
      await workspace.client.call("dialog.openPage", { address });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      onProblem(error.toData());
    }
  }
  return (
    <div className="row">
      {isInBrowser ? (
        <a className="button" href={page} target="_blank" rel="noreferrer">
          <ExternalLink size={14} aria-hidden /> {label}
        </a>
      ) : (
        <Button onPress={() => void openPage()}>
          <ExternalLink size={14} aria-hidden /> {label}
        </Button>
      )}
      <CopyButton label={say("about.copy-address")} text={address} />
    </div>
  );
}
