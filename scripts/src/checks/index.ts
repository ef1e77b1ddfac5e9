import { countJest, countPlaywright, countSmoke, type Check } from './count';

/** Every check, the quick ones first. A check without a counter of its own counts as one. */
export const checks: Check[] = [
  { name: 'openapi', args: ['openapi', '--check'] },
  { name: 'format', args: ['prettier', '--check', '--loglevel', 'warn', '.'] },
  { name: 'types', args: ['tsc'] },
  { name: 'lint', args: ['lint'] },
  { name: 'unused', args: ['knip'] },
  { name: 'api-reports', args: ['api-reports', '--ci'] },
  {
    name: 'jest',
    args: [
      'jest',
      '--watchAll=false',
      '--testTimeout=30000',
      '--json',
      '--outputFile={report}',
    ],
    count: countJest,
  },
  {
    name: 'e2e-units',
    args: [
      ...['workspace', '@eks-deploy/e2e', 'test'],
      ...['--testTimeout=30000', '--json', '--outputFile={report}'],
    ],
    count: countJest,
  },
  {
    name: 'template-check',
    args: ['template', 'check', '--all', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'generated-service',
    args: ['e2e:generated-service', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'contract',
    args: ['e2e', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'github-contract',
    args: ['e2e:github', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'aws-contract',
    args: ['e2e:aws', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'smoke',
    args: ['smoke', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'smoke-control-plane',
    args: ['smoke', '--cluster', 'control-plane', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'states',
    args: ['e2e:states', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'faults',
    args: ['e2e:faults', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'attacks',
    args: ['e2e:attacks', '--report', '{report}'],
    count: countSmoke,
  },
  {
    name: 'browser',
    args: ['e2e:browser', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: '{report}' },
    count: countPlaywright,
  },
];
