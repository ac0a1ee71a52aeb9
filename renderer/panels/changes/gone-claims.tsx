// The claims that the new version does not have any more as they were, each with who made it.
import type { LostClaim } from "../../../shared/carry/lost-claims.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function GoneClaims({ claims }: { readonly claims: readonly LostClaim[] }) {
  const { say } = useWords();
  if (claims.length === 0) return <p className="quiet changes-claims">{say("changes.claims-none")}</p>;
  return (
    <section className="changes-claims" aria-label={say("changes.claims-gone")}>
      <h2>{say("changes.claims-gone")}</h2>
      <ol>
        {claims.map(({ id, how, claim, now, voice, cue, paragraph }) => (
          <li key={id}>
            <p className="quiet">
              <b>{say(`changes.claim-${how}`)}</b> · {say("changes.in-paragraph", { number: paragraph })}
            </p>
            {voice + cue !== "" && (
              <p className="changes-who">
                <OutsideText>{voice}</OutsideText> <OutsideText>{cue}</OutsideText>
              </p>
            )}
            <blockquote>
              <OutsideText>{claim}</OutsideText>
            </blockquote>
            {now !== null && (
              <p className="changes-now">
                <OutsideText>{say("changes.claim-now", { words: now })}</OutsideText>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
