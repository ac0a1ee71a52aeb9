// The page's entry: finds the host, makes the workspace, and shows the application or why there is none.
import "./styles/all.ts";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError, type ApiErrorData } from "../shared/errors/errors.ts";
import { explain } from "../shared/errors/explain.ts";
import { idFromBytes } from "../shared/model/id.ts";
import { App } from "./app.tsx";
import { connect, type HostStatus } from "./host/connect.ts";
import { type ReadableStore, useStore } from "./lib/store.ts";
import { AddressForm, RenewContext } from "./panels/address-form.tsx";
import { ErrorBoundary } from "./panels/error-boundary.tsx";
import { type ConnectionState, createWorkspace, type Workspace } from "./state/project/workspace.ts";
import { storedOutbox } from "./state/session/outbox.ts";
import { createUiState } from "./state/window/ui-state.ts";
import { Button } from "./ui/button.tsx";
import { showTheme } from "./ui/theme.ts";
import { useWords, WordsProvider } from "./ui/words.tsx";

const connections: Readonly<Record<HostStatus, ConnectionState>> = {
  connected: "up",
  unreachable: "down",
  expired: "expired",
};

const newId = (): string => idFromBytes(crypto.getRandomValues(new Uint8Array(16)));
const currentTime = (): string => new Date().toISOString();

function InLanguage({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}) {
  const setting = useStore(workspace.state, ({ settings }) => settings.language);
  const languages = useStore(workspace.state, ({ host }) => host.languages);
  return (
    <WordsProvider setting={setting} languages={languages}>
      {children}
    </WordsProvider>
  );
}

async function start(): Promise<void> {
  const element = document.getElementById("root");
  if (!element) throw new Error("The page has no root element.");
  showTheme("system");
  const root = createRoot(element);
  const { client, status, openings, renew } = await connect();
  const connection: ReadableStore<ConnectionState> = {
    get: () => connections[status.get()],
    subscribe: status.subscribe,
  };
  try {
    const workspace = await createWorkspace({
      client,
      newId,
      now: currentTime,
      connection,
      outbox: storedOutbox(newId()),
    });
    root.render(
      <StrictMode>
        <InLanguage workspace={workspace}>
          <ErrorBoundary>
            <RenewContext value={renew}>
              <App
                context={{ workspace, ui: createUiState(workspace.state.get().settings.layout) }}
                openings={openings}
              />
            </RenewContext>
          </ErrorBoundary>
        </InLanguage>
      </StrictMode>,
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    status.subscribe(() => {
      if (status.get() === "connected") location.reload();
    });
    root.render(
      <WordsProvider setting="system">
        <RenewContext value={renew}>
          <CannotStart error={error.toData()} />
        </RenewContext>
      </WordsProvider>,
    );
  }
}

await start();

function CannotStart({ error }: { readonly error: ApiErrorData }) {
  const { say, tell } = useWords();
  const { what, advice } = explain(error);
  return (
    <main className="lone-message">
      <h1>{tell(what)}</h1>
      <p className="quiet">{tell(advice)}</p>
      {(error.problem === "session-expired" || error.problem === "session-missing") && <AddressForm />}
      <Button look="primary" onPress={() => location.reload()}>
        {say("ui.try-again")}
      </Button>
    </main>
  );
}
