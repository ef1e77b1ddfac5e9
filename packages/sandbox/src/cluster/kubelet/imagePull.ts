import type { Container } from '../objects';
import type { PodHandle } from './podHandle';

/** Answers whether an image can be pulled. */
export interface ImageSource {
  has(reference: string): boolean | Promise<boolean>;
}

/** A kubelet's back-off, ten times faster, so that a demo shows it. */
const BACKOFF_MS = { first: 1000, most: 30_000 };
const IMAGE_SIZE = 83_886_080;

/** Pulls a container's image, again and again until it is there. */
export async function pullImage(
  pod: PodHandle,
  container: Container,
  images: ImageSource,
): Promise<void> {
  const { image } = container;
  for (let backoff = BACKOFF_MS.first; ; ) {
    const started = Date.now();
    pod.note(container, {
      reason: 'Pulling',
      message: `Pulling image "${image}"`,
    });
    const isFound = await images.has(image);
    pod.throwIfEnded();
    if (isFound) {
      const took = `${Date.now() - started + 180}ms`;
      pod.note(container, {
        reason: 'Pulled',
        message: `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: ${IMAGE_SIZE} bytes.`,
      });
      return;
    }
    const failure = reportFailure(pod, container);
    await pod.pause(Math.min(backoff, 1000));
    reportBackOff(pod, container, failure);
    await pod.pause(backoff);
    backoff = Math.min(backoff * 2, BACKOFF_MS.most);
  }
}

function reportFailure(pod: PodHandle, container: Container): string {
  const { image } = container;
  const failure = `rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
  fail(pod, container, `Failed to pull image "${image}": ${failure}`);
  fail(pod, container, 'Error: ErrImagePull');
  wait(pod, container, 'ErrImagePull', failure);
  return failure;
}

function reportBackOff(pod: PodHandle, container: Container, failure: string) {
  const message = `Back-off pulling image "${container.image}"`;
  pod.note(container, { reason: 'BackOff', message });
  fail(pod, container, 'Error: ImagePullBackOff');
  wait(
    pod,
    container,
    'ImagePullBackOff',
    `${message}: ErrImagePull: ${failure}`,
  );
}

function fail(pod: PodHandle, container: Container, message: string): void {
  pod.note(container, { type: 'Warning', reason: 'Failed', message });
}

function wait(
  pod: PodHandle,
  container: Container,
  reason: string,
  message: string,
): void {
  pod.update(container, status => ({
    ...status,
    state: { waiting: { reason, message } },
  }));
}
