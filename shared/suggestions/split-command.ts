// A command as people write it, as the list that a program is started with. No shell ever sees it: quotation marks keep words
// together, and nothing else means anything.

/** `null` where a quotation mark is not closed, or where there is no program. */
export function splitCommand(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let mark: string | null = null;
  for (const character of line) {
    if (mark !== null) {
      if (character === mark) mark = null;
      else word += character;
    } else if (character === '"' || character === "'") {
      mark = character;
      word ??= "";
    } else if (/\s/u.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + character;
  }
  if (word !== null) words.push(word);
  return mark !== null || (words[0] ?? "") === "" ? null : words;
}

/** So that `splitCommand` gives the same list again. Of an argument with both quotation marks in it, each part in the other. */
export const joinCommand = (command: readonly string[]): string => command.map(quoteArgument).join(" ");

function quoteArgument(argument: string): string {
  if (argument !== "" && !/[\s"']/u.test(argument)) return argument;
  if (!argument.includes('"')) return `"${argument}"`;
  return argument
    .split(/("+)/u)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith('"') ? `'${part}'` : `"${part}"`))
    .join("");
}
