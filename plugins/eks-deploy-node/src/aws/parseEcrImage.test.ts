import { parseEcrImage } from './parseEcrImage';

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const digest = `sha256:${'a'.repeat(64)}`;

describe('parseEcrImage', () => {
  it('takes a full reference apart', () => {
    expect(
      parseEcrImage(`${registry}/team/chat-backend:1.2@${digest}`),
    ).toEqual({
      registry,
      accountId: '123456789012',
      region: 'eu-west-1',
      repository: 'team/chat-backend',
      tag: '1.2',
      digest,
    });
  });

  it.each([
    'nginx:1.29',
    'ghcr.io/example-org/chat:1',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.com/chat:1',
    `${registry}/`,
    '$ECR_REPOSITORY:1.52',
  ])('takes nothing from elsewhere: %s', image => {
    expect(parseEcrImage(image)).toBeUndefined();
  });
});
