import { AwsError } from '../types';
import { getAuthorizationToken } from './authorization';
import { batchGetImage, describeImages, listImages } from './images';
import { putImage } from './putImage';
import { createRepository, describeRepositories } from './repositories';
import { EcrContext, EcrRequest, Operation } from './types';

const OPERATIONS: Record<string, Operation> = {
  DescribeRepositories: describeRepositories,
  CreateRepository: createRepository,
  DescribeImages: describeImages,
  ListImages: listImages,
  BatchGetImage: batchGetImage,
  PutImage: putImage,
  GetAuthorizationToken: getAuthorizationToken,
};

/** Answers an operation of ECR's JSON 1.1 protocol. */
export function answerEcr(
  operation: string,
  request: EcrRequest,
  context: EcrContext,
): object {
  const answer = OPERATIONS[operation];
  if (!answer) {
    throw new AwsError(
      'UnknownOperationException',
      `The sandbox's ECR has no operation ${operation}`,
    );
  }
  return answer(request, context);
}
