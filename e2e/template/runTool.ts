import { spawn } from 'node:child_process';

/** How a command ended. */
export interface ToolResult {
  ok: boolean;
  /** What it printed, to either stream. */
  output: string;
}

/** Runs a command in a folder to its end; one that can't be started has not ended well either. */
export function runTool(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string>; input?: string },
): Promise<ToolResult> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    const end = (ok: boolean, text = '') =>
      resolve({ ok, output: `${Buffer.concat(chunks)}${text}`.trim() });
    child.on('error', error => end(false, error.message));
    child.on('close', code => end(code === 0));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input);
  });
}
