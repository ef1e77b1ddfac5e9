import { Value } from '../expressions/values';

/** A workflow file, read but not yet evaluated: strings may hold `${{ }}`. */
export interface Workflow {
  path: string;
  name: string;
  runName?: string;
  on: Record<string, TriggerFilter>;
  env: Record<string, Value>;
  defaults: RunDefaults;
  concurrency?: Value;
  jobs: Record<string, JobDefinition>;
}

/** What stands under an event of `on`. */
export interface TriggerFilter {
  branches?: string[];
  'branches-ignore'?: string[];
  tags?: string[];
  'tags-ignore'?: string[];
  paths?: string[];
  'paths-ignore'?: string[];
  inputs?: Record<string, InputDefinition>;
  outputs?: Record<string, { value?: string }>;
}

export interface InputDefinition {
  description?: string;
  required?: boolean;
  default?: Value;
  type?: string;
  options?: string[];
}

export interface RunDefaults {
  shell?: string;
  'working-directory'?: string;
}

export interface JobDefinition {
  name?: string;
  needs: string[];
  if?: Value;
  env: Record<string, Value>;
  defaults: RunDefaults;
  environment?: Value;
  concurrency?: Value;
  outputs: Record<string, Value>;
  strategy?: { matrix?: Record<string, Value> };
  steps: StepDefinition[];
  'continue-on-error'?: Value;
  /** A reusable workflow of the same repository in place of steps. */
  uses?: string;
  with: Record<string, Value>;
  secrets: 'inherit' | Record<string, Value>;
}

export interface StepDefinition {
  id?: string;
  name?: string;
  if?: Value;
  uses?: string;
  run?: string;
  shell?: string;
  'working-directory'?: string;
  with: Record<string, Value>;
  env: Record<string, Value>;
  'continue-on-error'?: Value;
}
