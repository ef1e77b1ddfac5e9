// Evaluates expressions by GitHub's own library, which is ESM only and so has a process of its own.
import fs from 'node:fs';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

const { expressions, contexts } = JSON.parse(fs.readFileSync(0, 'utf8'));
const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver);

const answers = expressions.map(expression => {
  const { tokens } = new Lexer(expression).lex();
  const node = new Parser(tokens, Object.keys(contexts), []).parse();
  return new Evaluator(node, dictionary).evaluate();
});
process.stdout.write(JSON.stringify(answers, data.replacer));
