import { join } from 'node:path';
import { bringMoto } from '../../aws-contract/bringMoto';
import { runTool } from '../runTool';
import type { Checker } from './Checker';
import { within } from './reads';

/** Stacks, created in a stand-in for AWS as far as it has a model of their resources. */
export const moto: Checker = {
  name: 'moto',
  tools: {},
  prepare: bringMoto,
  reads: within('infra'),
  async check({ dir }) {
    const { ok, output } = await runTool(
      await bringMoto(),
      ['-W', 'ignore', join(__dirname, 'createStacks.py')],
      { cwd: dir },
    );
    return ok ? '' : output || 'the stacks could not be created';
  },
};
