import type { ServingRevision } from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Whether all available pods run the same images, so that the backend knows which one is meant. */
export function hasOneImage(serving: ServingRevision[]): boolean {
  const [first, ...others] = serving.map(({ images }) =>
    JSON.stringify(images.map(({ container, image }) => [container, image])),
  );
  return first !== undefined && others.every(other => other === first);
}

/** The image that all available pods run, where they have one container: what the user saw is what is sent. */
export function getOnlyImage(serving: ServingRevision[]): string | undefined {
  const [{ images } = { images: [] }] = serving;
  return hasOneImage(serving) && images.length === 1
    ? images[0].image
    : undefined;
}
