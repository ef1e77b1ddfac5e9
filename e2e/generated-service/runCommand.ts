import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { startProcessGroup } from '@eks-deploy/process-group';

/**
 * Runs a command to its end and gives what it printed.
 *
 * @throws Error with the end of that, if the command fails.
 */
export async function runCommand(
  command: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal?: AbortSignal },
): Promise<string> {
  const output = new PassThrough();
  const printed = text(output);
  const group = startProcessGroup(command, args, { ...options, output });
  const stop = () => group.stop();
  options.signal?.addEventListener('abort', stop);
  const how = await group.ended;
  options.signal?.removeEventListener('abort', stop);
  output.end();
  const all = await printed;
  if (how !== '0') {
    throw new Error(
      `${command} ${args.join(' ')} ended with ${how}:\n${all.slice(-4_000)}`,
    );
  }
  return all;
}
