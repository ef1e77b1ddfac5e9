import { Value } from '../expressions/values';
import { StandIn } from './types';

/** Stands in for an action whose work has no effect inside the sandbox. */
export function succeedWith(outputs: Record<string, Value>): StandIn {
  return ({ context, action }) => {
    context.log.write(`${action}: nothing to do in the sandbox`);
    return outputs;
  };
}

export const succeed: StandIn = succeedWith({});
