// What the environment says about the language of the terminal, as POSIX has it: `de_AT.UTF-8` in LC_ALL, LC_MESSAGES or LANG.
// What is printed for machines (`--json`) has the same keys and codes in every language.

/** BCP 47, the one that counts first; empty where nothing is set, and for the `C` locale. */
export function terminalLanguages(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  const [tag = ""] = (locale ?? "").split(/[.@]/u);
  return tag === "" || tag === "C" || tag === "POSIX" ? [] : [tag.replaceAll("_", "-")];
}
