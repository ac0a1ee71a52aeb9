// The first key of an action, as the person has set it; nothing for an action without one.
import { Keys } from "../ui/keys.tsx";
import { useKeyboard } from "./use-keyboard.ts";

export function ActionKeys({ action }: { readonly action: string }) {
  const [combination] = useKeyboard().keysOf(action);
  return combination === undefined ? null : <Keys combination={combination} />;
}
