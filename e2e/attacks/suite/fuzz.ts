import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@eks-deploy/scripts';
import {
  ensureTool,
  MissingLanguageError,
  pythonTool,
} from '../../template/install';
import { runTool } from '../../template/runTool';
import type { Attack, AttackResult } from '../Attack';
import type { Scene } from '../Scene';

const SCHEMATHESIS = pythonTool(
  'fuzzers/schemathesis-',
  '4.32.5',
  'schemathesis',
);
const DESCRIPTION = join(
  repositoryRoot,
  'plugins/eks-deploy-backend/src/schema/openapi.yaml',
);
const SERVER_ERROR = 'Server error';

/** What fuzzing is configured with: the same cases each time, and of an endless stream one event. */
const COMMON = `seed = 11
max-stream-events = 1
request-timeout = 10.0
continue-on-failure = true

[phases.stateful]
enabled = false

[checks]
enabled = false
not_a_server_error = { enabled = true }
content_type_conformance = { enabled = true }
response_schema_conformance = { enabled = true }

# The description has a stream's body as text; the tool takes each event for an object.
[[operations]]
include-operation-id = ["streamRollouts", "streamLogs"]

[operations.checks]
response_schema_conformance = { enabled = false }
`;

/** A Workload that there is, so that cases get past the catalog. */
const CHAT = `
[parameters]
"path.kind" = "component"
"path.namespace" = "default"
"path.name" = "chat"
"path.environment" = "staging"
"path.workload" = "chat-backend"
`;

export const fuzz: Attack[] = [
  {
    name: 'make any operation fail, by cases that Schemathesis generates of openapi.yaml',
    finding: '14',
    expected: 'no 5xx, and every answer as described',
    withinMs: 240_000,
    missing: findMissing,
    run: scene =>
      runFuzzer(scene, { name: 'any', config: COMMON, examples: 40 }),
  },
  {
    name: 'the same about a Workload that there is',
    finding: '14',
    expected: 'no 5xx, and every answer as described',
    withinMs: 240_000,
    missing: findMissing,
    run: scene =>
      runFuzzer(scene, { name: 'chat', config: COMMON + CHAT, examples: 30 }),
  },
  {
    name: 'the same without being signed in',
    finding: '14',
    expected: 'no 5xx, and nothing accepted',
    only: 'SQLite',
    missing: findMissing,
    run: scene =>
      runFuzzer(scene, {
        ...{ name: 'nobody', config: COMMON + CHAT, examples: 20 },
        isSignedIn: false,
      }),
  },
];

/** Why there is no Schemathesis. */
async function findMissing(): Promise<string | undefined> {
  try {
    await install();
    return undefined;
  } catch (error) {
    if (error instanceof MissingLanguageError) {
      return error.message;
    }
    throw error;
  }
}

function install(): Promise<string> {
  return ensureTool(SCHEMATHESIS, message => console.error(`… ${message}`));
}

/** As much of Schemathesis' report as is read. */
interface Report {
  test_cases: { generated: number };
  failures: Array<{ title: string; count: number; operations: string[] }>;
  errors: unknown[];
  valid_rates: Record<string, Record<string, { accepted: number }>>;
}

async function runFuzzer(
  { portal, hostile, folder, database }: Scene,
  options: {
    name: string;
    config: string;
    examples: number;
    isSignedIn?: boolean;
  },
): Promise<AttackResult> {
  const { name, config, examples, isSignedIn = true } = options;
  const tool = await install();
  const cwd = join(folder, `fuzz-${database}-${name}`);
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, 'schemathesis.toml'), config);
  const { output } = await runTool(
    join(tool, 'bin/python'),
    [
      ...['-m', 'schemathesis.cli', '--config-file', 'schemathesis.toml'],
      ...['--no-color', 'run', DESCRIPTION],
      ...['--url', `${portal.url}/api/eks-deploy`],
      ...(isSignedIn ? ['-H', `Authorization: ${hostile.bearer}`] : []),
      ...['--max-examples', `${examples}`, '--generation-database', 'none'],
      ...['--report', 'json', '--report-json-path', 'report.json'],
    ],
    { cwd },
  );
  const report = await readFile(join(cwd, 'report.json'), 'utf8').then(
    text => JSON.parse(text) as Report,
    () => {
      throw new Error(`Schemathesis wrote no report:\n${output.slice(-1_500)}`);
    },
  );
  const { generated } = report.test_cases;
  hostile.count(generated);
  const accepted = Object.values(report.valid_rates)
    .flatMap(byPhase => Object.values(byPhase))
    .reduce((sum, rate) => sum + rate.accepted, 0);
  const found = report.failures.map(toSentence);
  hostile.serverErrors.push(
    ...found.filter(sentence => sentence.includes(SERVER_ERROR)),
  );
  return {
    answered: `${generated} cases, ${accepted} of them accepted; ${report.failures.length} failures, ${report.errors.length} errors`,
    successes: [
      ...found,
      ...report.errors.map(error => JSON.stringify(error).slice(0, 300)),
      ...(!isSignedIn && accepted > 0
        ? [`${accepted} accepted from nobody`]
        : []),
    ],
  };
}

function toSentence(failure: Report['failures'][number]): string {
  const { title, count, operations } = failure;
  return `${title} ×${count}: ${operations.join(', ')}`.slice(0, 400);
}
