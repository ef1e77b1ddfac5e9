import path from 'node:path';

/** The folder of this package, wherever the code that asks was built to. */
export const PACKAGE_FOLDER = path.dirname(
  require.resolve('@eks-deploy/sandbox/package.json'),
);
