// Finds words that stand in a source file instead of in the catalogue: text of elements, and string literals that read like
// words and go somewhere else than where machines read them.
import ts from "typescript";

/** Attributes of elements that machines read although their values may look like words. */
const forMachines = /^(?:className|style|d|key|id|placement|data-(?!hint).*)$/u;

/** Attributes of elements that people read. */
const forPeople =
  /^(?:label|title|text|textValue|help|placeholder|empty|alt|description|error|takeLabel|main|data-hint|aria-(?:label|description|valuetext|roledescription|placeholder))$/u;

/** Calls whose texts are for machines, or for whoever mends Sayso. */
const calls = new Set([
  "Error",
  "RangeError",
  "TypeError",
  "RegExp",
  "addEventListener",
  "closest",
  "getElementById",
  "includes",
  "log",
  "matchMedia",
  "matches",
  "message",
  "parts",
  "querySelector",
  "querySelectorAll",
  "say",
  "startsWith",
]);

/** Two words or more with a blank between them, or one that begins like a sentence. */
const readsLikeWords = (text: string): boolean =>
  !isForMachines(text.trim()) &&
  (/\p{L}{2,}[,:;]? \p{L}+/u.test(text) || /^\p{Lu}\p{Ll}+[….:]?$/u.test(text.trim()));

/** Selectors, styles, classes, and how a command line is called. */
function isForMachines(text: string): boolean {
  if (/[=;[\]]|[a-z]\(|\(prefers-|\(forced-|^--|^\p{Lu}{3,}.* --[a-z]|^\d+px/u.test(text)) return true;
  const parts = text.split(" ");
  const [first = ""] = parts;
  return parts.every((part) => part.startsWith(first)) && parts.length > 1
    ? true
    : parts.every((part) => /^(?:--)?[\p{Lu}a-z|-]*\p{Lu}+…?$|^--/u.test(part));
}

interface LiteralWords {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The words in a TypeScript source; `known` are texts that look like words and are none, such as names of keys. */
export function literalWordsIn(
  fileName: string,
  source: string,
  known: ReadonlySet<string> = new Set(),
): readonly LiteralWords[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, scriptKind(fileName));
  const found: LiteralWords[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const shown = text.trim().replace(/\s+/gu, " ");
    if (!known.has(shown)) found.push({ line: line + 1, text: shown });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxAttribute(node) && forMachines.test(node.name.getText(file))) return;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && calls.has(nameOf(node.expression))) {
      visit(node.expression);
      for (const argument of node.arguments ?? []) if (!isText(argument)) visit(argument);
      return;
    }
    if (ts.isJsxText(node)) {
      if (/\p{L}{2,}/u.test(node.text)) note(node, node.text);
    } else if (isForPeople(node)) {
      if (/\p{L}{2,}/u.test(node.text)) note(node, node.text);
    } else if (ts.isStringLiteralLike(node)) {
      if (!isComparedOrKey(node) && readsLikeWords(node.text)) note(node, node.text);
    } else if (ts.isTemplateExpression(node)) {
      const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
      const besideValue = /\p{L}{2,}[,:]? …|… \p{L}{2,}/u.test(text) && !isForMachines(text);
      if (besideValue || readsLikeWords(text)) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

const scriptKind = (fileName: string): ts.ScriptKind =>
  fileName.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;

/** `label="…"`, or a text on its own in braces among elements. */
function isForPeople(node: ts.Node): node is ts.StringLiteral {
  if (!ts.isStringLiteral(node)) return false;
  const { parent } = node;
  return ts.isJsxAttribute(parent)
    ? forPeople.test(parent.name.getText())
    : ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent);
}

/** `kind === "Name"`, `case "Name"`, a property's own name. */
const isComparedOrKey = ({ parent }: ts.Node): boolean =>
  ts.isCaseClause(parent) ||
  (ts.isPropertyAssignment(parent) &&
    ts.isStringLiteral(parent.name) &&
    !ts.isStringLiteral(parent.initializer)) ||
  (ts.isBinaryExpression(parent) &&
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(
      parent.operatorToken.kind,
    ));

function nameOf(called: ts.Expression): string {
  if (ts.isPropertyAccessExpression(called)) return called.name.text;
  return ts.isIdentifier(called) ? called.text : "";
}
