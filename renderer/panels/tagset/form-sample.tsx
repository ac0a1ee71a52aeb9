// How marks of a type look, small: its form in its colour, in the theme in use.
import { useSyncExternalStore } from "react";
import type { MarkForm, ThemedColour } from "../../../shared/model/tagset.ts";
import { FormShape } from "../span/form-shape.tsx";

interface Props {
  readonly form: MarkForm;
  readonly colour: ThemedColour;
}

/** The editor shows colours that no style sheet knows yet, so it takes them by the theme's name on the root element. */
export function FormSample({ form, colour }: Props) {
  const theme = useSyncExternalStore(followTheme, themeNow);
  return <FormShape form={form} colour={colour[theme]} />;
}

function themeNow(): keyof ThemedColour {
  const { theme } = document.documentElement.dataset;
  if (theme === "dark") return "dark";
  return theme === "high-contrast" ? "highContrast" : "light";
}

function followTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
