// Stands in for curl: reaches the sandbox by the real one; what lies outside is not called.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const urls = args
  .filter(arg => /^https?:\/\//.test(arg))
  .map(arg => new URL(arg));
const inside =
  urls.length > 0 &&
  urls.every(url => ['localhost', '127.0.0.1'].includes(url.hostname));

if (inside) {
  process.exitCode =
    spawnSync('/usr/bin/curl', args, { stdio: 'inherit' }).status ?? 1;
} else {
  const hosts = urls.map(url => url.hostname).join(', ');
  console.error(
    `curl: the sandbox has no network; not sent to ${hosts || 'anyone'}`,
  );
}
