import { testHostileText } from '@eks-deploy/hostile-text';
import { findProblemsWithin } from './answers/environmentRules';
import { parseEksClusterArn } from './answers/parseEksClusterArn';

describe('hostile text', () => {
  testHostileText({
    folder: __dirname,
    readers: {
      'answers/environmentRules.ts': text =>
        findProblemsWithin(
          { cluster: text, frontendHost: text, certificateArn: text },
          'environments[0]',
        ),
      'answers/parseEksClusterArn.ts': parseEksClusterArn,
    },
  });
});
