import type { EKSClientConfig } from '@aws-sdk/client-eks';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsConfig } from '../config';

/** By itself the SDK waits for ever. */
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 15_000 };

/**
 * What every AWS client is made with; its credentials are those that the `aws` section of the configuration gives for
 * the account.
 *
 * @internal
 */
export function createAwsClientConfig(options: {
  region: string;
  aws?: Pick<AwsConfig, 'endpoint' | 'accountId'>;
  credentials: AwsCredentialsManager;
}) {
  const { region, aws, credentials } = options;
  return {
    region,
    endpoint: aws?.endpoint,
    requestHandler: TIMEOUTS,
    credentials: async () => {
      const { sdkCredentialProvider } = await credentials.getCredentialProvider(
        { accountId: aws?.accountId },
      );
      return sdkCredentialProvider();
    },
  } satisfies EKSClientConfig;
}
