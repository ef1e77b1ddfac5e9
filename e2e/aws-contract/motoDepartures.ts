const EKS = 'https://docs.aws.amazon.com/eks/latest/APIReference';
const ECR = 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference';

/** Where moto is not as AWS documents it, by the behaviour's sentence: what it does instead, and AWS's word for it. */
export const motoDepartures: Record<string, string> = {
  'EKS says InvalidParameterException of a page of more than 100': `takes any page; 1 to 100 by ${EKS}/API_ListClusters.html`,
  'an ECR repository that is not there takes no image': `fails with 500; RepositoryNotFoundException by ${ECR}/API_PutImage.html`,
  'an ECR image stays, untagged, when its tag has gone to a newer one':
    'answers for the older digest with the tag still on it; a tag belongs to one image by https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  'an ECR image keeps its tag where tags stay: ImageTagAlreadyExistsException': `says ImageAlreadyExistsException; that is for the same image by ${ECR}/API_PutImage.html`,
  'an ECR image is listed with the others page by page': `answers all at once; pages of maxResults by ${ECR}/API_DescribeImages.html`,
  'ECR hands out a password for Docker, for twelve hours': `says a day in 2015; 12 hours by ${ECR}/API_GetAuthorizationToken.html`,
  'AWS refuses a request without a signature':
    'checks none; 403 by https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
};
