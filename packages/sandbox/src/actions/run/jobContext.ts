import { ImageStore } from '../../aws/imageStore';
import { Scope } from '../expressions/evaluate';
import { Value } from '../expressions/values';
import { JobDefinition, RunDefaults } from '../workflow/types';
import { ConcurrencyGroups } from './concurrency';
import { ActionsHost } from './host';
import { JobLog } from './jobLog';
import { ToolEnvironment } from './tools';
import { Job, WorkflowRun } from './types';

/** What a job starts from, settled before its first step. */
export interface JobStart {
  run: WorkflowRun;
  job: Job;
  definition: JobDefinition;
  defaults: RunDefaults;
  /** The contexts a job's steps see, without `env`, `steps` and `job`. */
  contexts: Record<string, Value>;
  workflowEnv: Record<string, Value>;
  token: string;
  log: JobLog;
  /** A fresh folder, removed after the job. */
  dir: string;
  signal: AbortSignal;
  services: JobServices;
}

/** What jobs share. */
export interface JobServices {
  host: ActionsHost;
  images: ImageStore;
  tools: ToolEnvironment;
  groups: ConcurrencyGroups;
  /** Where artifacts of all runs are kept. */
  artifactsDir: string;
  getLogFile: (jobId: number) => string;
  nextId: () => number;
  onChange: () => void;
  /** Aborts when the sandbox stops: then even `always()` steps end. */
  stopped: AbortSignal;
}

/** A job while it runs. */
export interface JobContext extends JobStart {
  workspace: string;
  temp: string;
  home: string;
  env: Record<string, string>;
  pathAdditions: string[];
  steps: Record<
    string,
    { outputs: Record<string, Value>; outcome: string; conclusion: string }
  >;
  failed: boolean;
}

/** What expressions of a job's steps can refer to. */
export function createStepScope(context: JobContext): Scope {
  const cancelled = () => context.signal.aborted;
  return {
    contexts: {
      ...context.contexts,
      env: context.env,
      steps: context.steps,
      job: { status: getJobStatus(context) },
      runner: {
        name: 'sandbox',
        os: 'Linux',
        arch: 'X64',
        temp: context.temp,
        tool_cache: context.temp,
      },
    },
    functions: {
      success: () => !context.failed && !cancelled(),
      failure: () => context.failed && !cancelled(),
      cancelled,
      always: () => true,
      hashfiles: () => context.run.sha,
    },
  };
}

/** The `job.status` context, and the job's conclusion once its steps are done. */
export function getJobStatus(context: JobContext) {
  if (context.signal.aborted) return 'cancelled';
  return context.failed ? 'failure' : 'success';
}
