import type { Behaviour } from '../../contract/Behaviour';
import type { GithubScene } from '../GithubScene';
import { client } from './client';
import { reader } from './reader';
import { refusals } from './refusals';
import { routes } from './routes';
import { scaffolder } from './scaffolder';

/** What passes between the portal and GitHub, and what else the sandbox's GitHub answers. */
export const behaviours: Behaviour<GithubScene>[] = [
  ...client,
  ...scaffolder,
  ...reader,
  ...refusals,
  ...routes,
];
