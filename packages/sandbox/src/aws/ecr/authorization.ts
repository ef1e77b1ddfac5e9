import { Operation } from './types';

const VALID_S = 12 * 60 * 60;

export const getAuthorizationToken: Operation = (_request, { images }) => ({
  authorizationData: [
    {
      authorizationToken: Buffer.from('AWS:sandbox').toString('base64'),
      expiresAt: Date.now() / 1000 + VALID_S,
      proxyEndpoint: `https://${images.registry}`,
    },
  ],
});
