import { downloadArtifact, uploadArtifact } from './artifacts';
import { configureAwsCredentials, loginToEcr } from './aws';
import { checkout } from './checkout';
import { buildAndPush, describeImage } from './docker';
import { succeed, succeedWith } from './succeed';
import { StandIn } from './types';

const STAND_INS: Record<string, StandIn> = {
  'actions/attest': succeed,
  'actions/attest-build-provenance': succeed,
  'actions/cache': succeedWith({ 'cache-hit': 'false' }),
  'actions/checkout': checkout,
  'actions/create-github-app-token': ({ context }) => {
    const { host } = context.services;
    const token = host.issueToken(context.run.repository, 'sandbox-app[bot]');
    context.log.mask(token);
    return { token, 'app-slug': 'sandbox-app' };
  },
  'actions/download-artifact': downloadArtifact,
  'actions/setup-java': succeedWith({ distribution: 'sandbox' }),
  'actions/setup-node': succeedWith({ 'cache-hit': 'false' }),
  'actions/upload-artifact': uploadArtifact,
  'anchore/sbom-action': succeed,
  'aquasecurity/trivy-action': succeed,
  'aws-actions/amazon-ecr-login': loginToEcr,
  'aws-actions/configure-aws-credentials': configureAwsCredentials,
  'docker/build-push-action': buildAndPush,
  'docker/login-action': succeed,
  'docker/metadata-action': describeImage,
  'docker/setup-buildx-action': succeed,
  'github/codeql-action/analyze': succeed,
  'github/codeql-action/init': succeed,
  'gradle/actions/setup-gradle': succeed,
  'gradle/actions/wrapper-validation': succeed,
  'step-security/harden-runner': succeed,
};

/** What stands in for an action; an unknown one succeeds and says that it was not run. */
export function findStandIn(action: string): StandIn {
  return (
    STAND_INS[action] ??
    (({ context }) => {
      context.log.write(
        `##[warning]The sandbox does not run ${action}; this step only succeeds.`,
      );
      return {};
    })
  );
}
