import { Value } from '../expressions/values';
import { JobContext } from '../run/jobContext';

/** One use of an action by a step. */
export interface ActionUse {
  context: JobContext;
  /** `owner/name[/path]`, without its version. */
  action: string;
  inputs: Record<string, string>;
}

/** The outputs of an action. */
export type Outputs = Record<string, Value>;

/** What the sandbox does in an action's place; answers the step's outputs. */
export type StandIn = (use: ActionUse) => Promise<Outputs> | Outputs;
