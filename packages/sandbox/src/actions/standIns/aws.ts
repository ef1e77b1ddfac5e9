import { StandIn } from './types';

/** `aws-actions/configure-aws-credentials`: credentials that only the sandbox's AWS takes. */
export const configureAwsCredentials: StandIn = ({ context, inputs }) => {
  const region = inputs['aws-region'];
  if (!region) throw new Error('Input required and not supplied: aws-region');
  if (!inputs['role-to-assume'] && !inputs['aws-access-key-id']) {
    throw new Error(
      'Credentials could not be loaded: set role-to-assume or aws-access-key-id.',
    );
  }
  Object.assign(context.env, {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_SESSION_TOKEN: 'sandbox',
  });
  context.log.write(`Assuming role ${inputs['role-to-assume'] ?? 'by keys'}`);
  return { 'aws-account-id': context.services.images.registry.split('.')[0] };
};

/** `aws-actions/amazon-ecr-login`. */
export const loginToEcr: StandIn = ({ context }) => {
  const { registry } = context.services.images;
  context.log.write(`Logging into registry ${registry}`);
  return { registry };
};
