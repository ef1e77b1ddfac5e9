import type { Checker } from './Checker';
import { workflows } from './reads';

/** Workflows, by the parser that GitHub's own editors read them with. */
export const workflowParser: Checker = {
  name: 'workflow-parser',
  tools: {},
  reads: workflows,
  quick: true,
  async check({ files }) {
    // An ES module, which CommonJS loads in no other way.
    const { NoOperationTraceWriter, parseWorkflow } = await import(
      '@actions/workflow-parser'
    );
    return Object.entries(files)
      .flatMap(([name, { content }]) =>
        parseWorkflow(
          { name, content: content.toString() },
          new NoOperationTraceWriter(),
        ).context.errors.getErrors(),
      )
      .map(({ message }) => message)
      .join('\n');
  },
};
