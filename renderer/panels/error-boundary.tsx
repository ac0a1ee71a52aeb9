// The one place where a bug in the page ends: it says what happened, keeps the details for whoever can mend it, and offers
// to begin again.
import { Component, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useWords } from "../ui/words.tsx";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly details: string | null;
}

const detailsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}` : String(error);

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { details: null };

  static getDerivedStateFromError(error: unknown): State {
    return { details: detailsOf(error) };
  }

  override render(): ReactNode {
    const { details } = this.state;
    if (details === null) return this.props.children;
    return <Fault details={details} />;
  }
}

function Fault({ details }: { readonly details: string }) {
  const { say } = useWords();
  return (
    <main className="lone-message" role="alert">
      <h1>{say("ui.fault")}</h1>
      <p className="quiet">{say("ui.fault-advice")}</p>
      <pre className="details">{details}</pre>
      <div className="row">
        <Button look="primary" onPress={() => location.reload()}>
          {say("ui.reload")}
        </Button>
        <CopyButton label={say("ui.copy-details")} text={details} />
      </div>
    </main>
  );
}
