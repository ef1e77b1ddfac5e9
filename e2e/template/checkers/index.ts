import { actionlint } from './actionlint';
import type { Checker } from './Checker';
import { kubeconform } from './kubeconform';
import { kubeLinter } from './kubeLinter';
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

/** All checkers, in the order of the table's rows. */
export const checkers: Checker[] = [
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
