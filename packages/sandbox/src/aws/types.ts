/** What the AWS stand-in knows of one of the sandbox's clusters. */
export interface EksCluster {
  name: string;
  endpoint: string;
  /** PEM text of the certificate authority. */
  ca: string;
  createdAt: Date;
}

/** Where the stand-in pretends to be. */
export interface AwsAccount {
  accountId: string;
  region: string;
}

/** An error in AWS's words; each protocol has its own way to write it. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly statusCode = 400,
  ) {
    super(message);
    this.name = code;
  }
}
