// The folders on the way to the one in view, each a way back.
import { ChevronRight } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { crumbsOf } from "./paths.ts";

/** More folders than these: the first ones are left out. */
const most = 5;

export function Crumbs({ path, onGo }: { readonly path: string; onGo(path: string): void }) {
  const { say } = useWords();
  const all = crumbsOf(path);
  const shown = all.slice(-most);
  return (
    <nav aria-label={say("projects.way-here")}>
      <ol className="crumbs">
        {all.length > shown.length && <li className="crumb">…</li>}
        {shown.map((crumb, at) => (
          <li key={crumb.path} className="crumb">
            {(at > 0 || all.length > shown.length) && <ChevronRight size={12} aria-hidden />}
            <Button look="quiet-button" onPress={() => onGo(crumb.path)}>
              <OutsideText cut>{crumb.name}</OutsideText>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
