import type { EKSClientConfig } from '@aws-sdk/client-eks';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';

/**
 * Credentials for AWS clients, as the `aws` section of the configuration gives them for an account.
 *
 * @internal
 */
export function createAwsCredentials(
  manager: AwsCredentialsManager,
  accountId?: string,
): NonNullable<EKSClientConfig['credentials']> {
  return async () => {
    const { sdkCredentialProvider } = await manager.getCredentialProvider({
      accountId,
    });
    return sdkCredentialProvider();
  };
}
