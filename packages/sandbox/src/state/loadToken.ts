import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The token of a state folder, which opens everything of the sandbox: made at the folder's first start, the same at later ones.
 *
 * @remarks
 * Only its owner may read the file.
 */
export function loadToken(stateDir: string): string {
  const file = path.join(stateDir, 'token');
  const known = fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim();
  if (known) return known;
  const token = randomBytes(24).toString('base64url');
  const next = `${file}.next`;
  fs.writeFileSync(next, token, { mode: 0o600 });
  fs.renameSync(next, file);
  return token;
}
