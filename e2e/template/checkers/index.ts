import { actionlint } from './actionlint';
import type { Checker } from './Checker';
import { frontend } from './frontend';
import { kubeconform } from './kubeconform';
import { kubeLinter } from './kubeLinter';
import { kubernetesModels } from './kubernetesModels';
import { moto } from './moto';
import {
  cfnLint,
  checkov,
  hadolint,
  kubeScore,
  shellcheck,
  yamllint,
  zizmor,
} from './simple';
import { workflowParser } from './workflowParser';

/** All checkers, in the order of the table's rows; the first three need Node only. */
export const checkers: Checker[] = [
  workflowParser,
  kubernetesModels,
  frontend,
  actionlint,
  zizmor,
  shellcheck,
  yamllint,
  hadolint,
  kubeconform,
  kubeLinter,
  kubeScore,
  cfnLint,
  checkov,
  moto,
];
