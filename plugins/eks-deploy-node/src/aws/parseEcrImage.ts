const ECR_IMAGE =
  /^(?<registry>(?<accountId>\d{12})\.dkr\.ecr\.(?<region>[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?)\/(?<repository>[a-z0-9][a-z0-9._/-]*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?$/;

/**
 * The parts of a reference to an image in ECR.
 *
 * @public
 */
export interface EcrImageReference {
  /** e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  registry: string;
  /** The registry's, 12 digits. */
  accountId: string;
  /** e.g. `eu-west-1`. */
  region: string;
  /** e.g. `chat-backend`. */
  repository: string;
  /** e.g. `1.42`. */
  tag?: string;
  /** `sha256:` and 64 digits. */
  digest?: string;
}

/**
 * Takes a reference to an image in ECR apart; undefined when the image is somewhere else.
 *
 * @public
 */
export function parseEcrImage(image: string): EcrImageReference | undefined {
  const groups = ECR_IMAGE.exec(image)?.groups;
  if (!groups) {
    return undefined;
  }
  const { registry, accountId, region, repository, tag, digest } = groups;
  return { registry, accountId, region, repository, tag, digest };
}
