import { testHostileText } from '@eks-deploy/hostile-text';
import { parseEcrImage } from './aws/parseEcrImage';
import { toAwsError } from './aws/toAwsError';
import { explainRejection } from './clusters/explainRejection';
import { isConnectionRefused } from './clusters/isConnectionRefused';
import { ItemSplitter } from './clusters/ItemSplitter';
import { parseRetryAfter } from './clusters/parseRetryAfter';
import { getDefaultEnvironments } from './config/getDefaultEnvironments';
import { getRetryTime } from './github/errors';
import { explainDispatchRejection } from './github/explainDispatchRejection';
import { toGithubError } from './github/toGithubError';
import { redactMessage } from './messages';
import { cutMessage } from './messages/cutMessage';
import { redactCommands } from './messages/redactCommands';
import { redactPairs } from './messages/redactPairs';
import { redactUrl } from './messages/redactUrl';

const anHttpError = (text: string, status: number) =>
  Object.assign(new Error(text), {
    name: 'HttpError' as const,
    status,
    response: {
      headers: { 'retry-after': text, 'x-ratelimit-reset': text },
    },
  });
const now = new Date('2026-01-01T00:00:00Z');

describe('hostile text', () => {
  testHostileText({
    folder: __dirname,
    readers: {
      'aws/parseEcrImage.ts': parseEcrImage,
      'aws/toAwsError.ts': text =>
        toAwsError(Object.assign(new Error(text), { name: text }), text),
      'clusters/ItemSplitter.ts': text =>
        new ItemSplitter(2 ** 20).push(Buffer.from(`{"metadata":{${text}`)),
      'clusters/parseRetryAfter.ts': text => parseRetryAfter(text),
      'clusters/explainRejection.ts': text => [
        explainRejection({ message: text }),
        explainRejection({ message: `admission webhook "x" denied ${text}` }),
      ],
      'clusters/isConnectionRefused.ts': isConnectionRefused,
      'config/getDefaultEnvironments.ts': text =>
        getDefaultEnvironments([text]),
      'github/errors.ts': text => getRetryTime(anHttpError(text, 403), now),
      'github/toGithubError.ts': text =>
        toGithubError(Object.assign(anHttpError(text, 422), { response: {} }), {
          doing: 'starting',
          repository: { host: 'github.com', owner: 'o', name: 'n' },
          now,
        }),
      'github/explainDispatchRejection.ts': text =>
        explainDispatchRejection(text, {
          ...{ workflow: 'deploy.yml', branch: 'main' },
          inputs: {},
        }),
      'messages/cutMessage.ts': cutMessage,
      'messages/redactCommands.ts': redactCommands,
      'messages/redactMessage.ts': redactMessage,
      'messages/redactPairs.ts': redactPairs,
      'messages/redactUrl.ts': redactUrl,
    },
    // The operator's configuration, cut to short texts by its own forms.
    ownText: ['config/schema.ts'],
  });
});
