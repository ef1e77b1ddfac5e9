import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression in a source file. */
export interface FoundPattern {
  /** From the folder on. */
  file: string;
  /** None where it is put together at run time. */
  pattern?: RegExp;
}

/** The regular expressions in the sources of a folder; not of tests and their helpers. */
export function findPatterns(folder: string): FoundPattern[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      file =>
        /\.tsx?$/.test(file) &&
        !/\.test\.tsx?$|\.d\.ts$|(?:^|\/)(?:__\w+__|generated|testing)\//.test(
          file,
        ),
    )
    .sort()
    .flatMap(file =>
      findIn(readFileSync(join(folder, file), 'utf8')).map(pattern => ({
        file,
        pattern,
      })),
    );
}

function findIn(text: string): Array<RegExp | undefined> {
  const source = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest);
  const found: Array<RegExp | undefined> = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp'
    ) {
      found.push(undefined);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
