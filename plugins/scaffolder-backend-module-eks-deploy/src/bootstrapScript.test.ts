import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { examplesDir } from './__testUtils__/paths';

const run = promisify(execFile);

// Answer as AWS, GitHub and a cluster would, and note what they were asked.
const tool = (name: string) => `#!/usr/bin/env bash
echo "${name} $*" >> "$TOOL_LOG"
case "${name} $*" in
"gh repo view"*) echo example-org/orders ;;
"gh api"*) echo repo:example-org@1/orders@2 ;;
"gh variable get"*) [ -n "\${VARIABLES:-}" ] ;;
*get-caller-identity*) echo 123456789012 ;;
*list-hosted-zones*) echo /hostedzone/Z0123456789 ;;
*FrontendHealthCheckId*) echo 0f1e2d3c-front ;;
*BackendHealthCheckId*) echo 4b5a6978-back ;;
*describe-stacks*) echo arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com ;;
esac
`;

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bootstrap-script-'));
  for (const folder of ['infra', 'deploy']) {
    await cp(join(examplesDir, 'orders', folder), join(dir, folder), {
      recursive: true,
    });
  }
  for (const name of ['aws', 'gh', 'kubectl']) {
    await writeFile(join(dir, name), tool(name), { mode: 0o755 });
  }
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function bootstrap(environment: string, env: Record<string, string>) {
  const { stdout } = await run('infra/bootstrap.sh', [environment], {
    cwd: dir,
    env: {
      ...process.env,
      PATH: `${dir}:${process.env.PATH}`,
      TOOL_LOG: join(dir, 'tools.log'),
      ...env,
    },
  });
  return stdout;
}

const ingress = (tier: string) =>
  readFile(join(dir, `deploy/production/${tier}/ingress.yaml`), 'utf8');

const idIn = (manifest: string) =>
  /^ {4}\S+\/aws-health-check-id: (\S+)$/m.exec(manifest)?.[1];

describe('infra/bootstrap.sh', () => {
  const standby = { STANDBY_ZONE_ID: 'Z2FDTNDATAQYW2' };

  it("writes the health checks' ids into the manifests", async () => {
    expect(idIn(await ingress('frontend'))).toBeUndefined();
    expect(await bootstrap('production', standby)).toContain(
      'deploy/production/backend/ingress.yaml has the id of its health check now: commit it',
    );
    expect(idIn(await ingress('frontend'))).toBe('0f1e2d3c-front');
    expect(idIn(await ingress('backend'))).toBe('4b5a6978-back');
  });

  it('changes no manifest when it is run again', async () => {
    await bootstrap('production', standby);
    const before = await ingress('backend');
    expect(await bootstrap('production', standby)).not.toContain('commit it');
    expect(await ingress('backend')).toBe(before);
  });

  it('reminds of what is off until a variable is set', async () => {
    expect(await bootstrap('production', standby)).toMatch(
      /ATTEST_IMAGES is not set, .*\nCODE_SCANNING is not set/,
    );
    expect(
      await bootstrap('production', { ...standby, VARIABLES: 'yes' }),
    ).not.toContain('is not set');
  });
});
