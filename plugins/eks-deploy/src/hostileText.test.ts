import { testHostileText } from '@eks-deploy/hostile-text';
import { placeErrors } from './wizard/placeErrors';
import { CLUSTER_ARN_PATTERN } from './wizard/clusterArn';
import { getCauseMessage } from './wording/causes';
import { isProduction } from './wording/environments';
import { getReadErrorMessage } from './wording/errors';
import { getImageVersion } from './wording/images';

describe('hostile text', () => {
  testHostileText({
    folder: __dirname,
    readers: {
      'wizard/clusterArn.ts': text => CLUSTER_ARN_PATTERN.test(text),
      'wizard/placeErrors.ts': text => placeErrors([text, `a[1].b: ${text}`]),
      'wording/causes.ts': text =>
        getCauseMessage({ kind: 'image-pull', message: text }),
      'wording/environments.ts': isProduction,
      'wording/errors.ts': text => getReadErrorMessage(new Error(text)),
      'wording/images.ts': getImageVersion,
    },
  });
});
