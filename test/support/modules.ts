import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Something in a module's code, with its line (from 1). */
export interface Mention {
  readonly text: string;
  readonly line: number;
}

/** A source file as its syntax shows it; paths are relative to `src`, with slashes. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  /** Modules of ours it imports, types included. */
  readonly imports: readonly Mention[];
  /** Packages and Node modules it imports. */
  readonly packages: readonly Mention[];
  /** Names, texts and parts of templates; no comments. */
  readonly words: readonly Mention[];
  /** Accesses such as process.env, calls of bare functions such as setTimeout(), and `new Date()` of now. */
  readonly uses: readonly Mention[];
  /** Exported names that have no docstring. */
  readonly undocumented: readonly Mention[];
}

const SRC = join(import.meta.dirname, '../../src');

/** All modules of `src`. */
export function readModules(): Module[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => readModule(path.split(sep).join('/')));
}

function readModule(path: string): Module {
  const text = readFileSync(join(SRC, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Mention[] = [];
  const packages: Mention[] = [];
  const words: Mention[] = [];
  const uses: Mention[] = [];
  const mention = (node: ts.Node, what: string): Mention => ({ text: what, line: lineOf(file, node) });

  const visit = (node: ts.Node): void => {
    const target = importedBy(node);
    if (target?.startsWith('.')) imports.push(mention(node, resolved(path, target)));
    else if (target !== null) packages.push(mention(node, target));
    else {
      const start = lineOf(file, node);
      const lines = wordOf(node)?.split('\n') ?? [];
      words.push(...lines.map((word, i) => ({ text: word, line: start + i })));
      const use = useOf(node);
      if (use !== null) uses.push(mention(node, use));
    }
    ts.forEachChild(node, (child) => {
      if (target === null || !ts.isStringLiteral(child)) visit(child);
    });
  };
  visit(file);
  const exported = file.statements.filter(isExported);
  // Of a function's overloads one speaks for all.
  const documented = new Set(exported.filter(isDocumented).map(namesOf));
  const undocumented = exported
    .filter((statement) => !documented.has(namesOf(statement)))
    .map((statement) => mention(statement, namesOf(statement)));
  return { path, lines: text.trimEnd().split('\n').length, imports, packages, words, uses, undocumented };
}

/** What an import, a re-export, a dynamic import or an import type names; null for other nodes. */
function importedBy(node: ts.Node): string | null {
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const named = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  const target = isStatement ? node.moduleSpecifier : dynamic ? node.arguments[0] : named;
  return target && ts.isStringLiteral(target) ? target.text : null;
}

function resolved(from: string, target: string): string {
  return relative('/', join('/', dirname(from), target))
    .split(sep)
    .join('/');
}

function wordOf(node: ts.Node): string | null {
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return ts.isRegularExpressionLiteral(node) ? node.text : null;
}

function useOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return `${node.expression.text}()`;
  const isNow = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
  return isNow ? 'new Date()' : null;
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isDocumented(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => ts.isJSDoc(doc) && Boolean(doc.comment));
}

function namesOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  }
  return (statement as { name?: ts.Identifier }).name?.text ?? 'default';
}

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
