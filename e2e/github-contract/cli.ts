import { runContract } from '../contract/runContract';
import { behaviours } from './behaviours';
import { startSandboxGithub } from './startSandboxGithub';

runContract({
  command: './yarnw e2e:github',
  about: `Holds our requests to GitHub and the sandbox's answers to GitHub's published OpenAPI description.`,
  parties: [{ name: 'sandbox', start: startSandboxGithub }],
  behaviours,
});
