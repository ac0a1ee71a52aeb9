// The dialog about Sayso itself: its version, its licence, and the works of others that are built into it, each with its licence. All of it lies
// in the program.
import { useEffect, useState } from "react";
import type { BundledWork } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { useStore } from "../../lib/store.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import "../../styles/about-sayso.css";

export function AboutSaysoDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { version, host } = useStore(workspace.state, (state) => state.host);
  const works = useWorks();
  return (
    <ModalDialog title={say("menu.about-sayso")} wide onClose={onClose}>
      <p>
        {say("welcome.version", { version })}. {say("program.licence")}
      </p>
      {host === "electron" && <p className="quiet">{say("program.electron")}</p>}
      <section className="works" aria-labelledby="works-title">
        <h3 id="works-title">{say("program.works")}</h3>
        {works === "none" && <p className="quiet">{say("program.no-works")}</p>}
        {typeof works === "object" && <Works works={works} />}
      </section>
    </ModalDialog>
  );
}

/** `reading` until they are there; `none` where the program was not built. */
function useWorks(): readonly BundledWork[] | "reading" | "none" {
  const { client } = usePanels().workspace;
  const [works, setWorks] = useState<readonly BundledWork[] | "reading" | "none">("reading");
  useEffect(() => {
    let isWanted = true;
    client.call("host.works", {}).then(
      (answer) => isWanted && setWorks(answer.works),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setWorks("none");
      },
    );
    return () => {
      isWanted = false;
    };
  }, [client]);
  return works;
}

function Works({ works }: { readonly works: readonly BundledWork[] }) {
  const { say } = useWords();
  return (
    <>
      <p className="quiet">{say("program.works-about", { count: works.length })}</p>
      {works.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`}>
          <summary>
            {name} {version} <span className="quiet">{licence}</span>
          </summary>
          <p className="licence-text small">{text === "" ? say("program.covered-by") : text}</p>
        </details>
      ))}
    </>
  );
}
