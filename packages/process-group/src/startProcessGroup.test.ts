import { PassThrough } from 'node:stream';
import { startProcessGroup } from './startProcessGroup';

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('ends what a command started, even when that ignores a polite request', async () => {
  const output = new PassThrough();
  const group = startProcessGroup(
    'bash',
    [
      '-c',
      `(trap "" TERM; echo $BASHPID; while true; do sleep 0.1; done) & wait`,
    ],
    { cwd: process.cwd(), env: process.env, output },
  );
  const [pid] = await new Promise<number[]>(resolve =>
    output.once('data', data => resolve([Number(data)])),
  );
  expect(isAlive(pid)).toBe(true);
  await group.stop();
  expect(isAlive(pid)).toBe(false);
}, 20_000);
