import assert from 'node:assert/strict';
import { paginateDescribeImages } from '@aws-sdk/client-ecr';
import { behaviours } from '../../contract/Behaviour';
import { ACCOUNT, putImage, type AwsScene } from '../AwsScene';

type Mutability = 'MUTABLE' | 'IMMUTABLE';

/** Creates the scene's repository; answers it as the parameter of what is asked next. */
async function begin(
  { ecr, repository: repositoryName }: AwsScene,
  imageTagMutability: Mutability = 'MUTABLE',
) {
  await ecr.createRepository({ repositoryName, imageTagMutability });
  return { repositoryName };
}

export const images = behaviours<AwsScene>('an ECR image', {
  'is found by its tag and by its digest': async scene => {
    const repository = await begin(scene);
    const digest = await putImage(scene, 'one', '1.0');
    assert.match(digest, /^sha256:[0-9a-f]{64}$/);
    for (const id of [{ imageTag: '1.0' }, { imageDigest: digest }]) {
      const { imageDetails } = await scene.ecr.describeImages({
        ...repository,
        imageIds: [id],
      });
      const [image] = imageDetails ?? [];
      assert.equal(imageDetails?.length, 1);
      assert.equal(image.imageDigest, digest);
      assert.deepEqual(image.imageTags, ['1.0']);
      assert.equal(image.registryId, ACCOUNT);
      assert.equal(image.repositoryName, scene.repository);
      assert.ok(image.imagePushedAt instanceof Date);
      assert.equal(
        image.imageManifestMediaType,
        'application/vnd.oci.image.manifest.v1+json',
      );
    }
  },
  'that is not there is named by ImageNotFoundException': async scene => {
    const repository = await begin(scene);
    await assert.rejects(
      scene.ecr.describeImages({
        ...repository,
        imageIds: [{ imageTag: 'none' }],
      }),
      {
        name: 'ImageNotFoundException',
        message: `The image with imageId {imageDigest:'null', imageTag:'none'} does not exist within the repository with name '${scene.repository}' in the registry with id '${ACCOUNT}'`,
      },
    );
  },
  'that is not there is a failure among those that are': async scene => {
    const repository = await begin(scene);
    await putImage(scene, 'one', '1.0');
    const got = await scene.ecr.batchGetImage({
      ...repository,
      imageIds: [{ imageTag: '1.0' }, { imageTag: 'none' }],
    });
    assert.equal(got.images?.length, 1);
    assert.deepEqual(got.failures, [
      {
        imageId: { imageTag: 'none' },
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      },
    ]);
  },
  'gives its manifest back as it was put': async scene => {
    const repository = await begin(scene);
    const imageDigest = await putImage(scene, 'one', '1.0');
    const got = await scene.ecr.batchGetImage({
      ...repository,
      imageIds: [{ imageDigest }],
    });
    const [image] = got.images ?? [];
    const { config } = JSON.parse(image.imageManifest ?? '{}');
    assert.equal(config.size, 'one'.length);
    assert.equal(image.imageId?.imageDigest, imageDigest);
  },
  'has as many tags as it was put with': async scene => {
    const repository = await begin(scene);
    const digest = await putImage(scene, 'one', '1.0');
    assert.equal(await putImage(scene, 'one', 'latest'), digest);
    const { imageDetails } = await scene.ecr.describeImages(repository);
    assert.deepEqual(
      imageDetails?.map(({ imageTags }) => imageTags?.sort()),
      [['1.0', 'latest']],
    );
    const { imageIds } = await scene.ecr.listImages(repository);
    assert.deepEqual(imageIds?.map(({ imageTag }) => imageTag).sort(), [
      '1.0',
      'latest',
    ]);
  },
  'is put with the same tag once: ImageAlreadyExistsException': async scene => {
    await begin(scene);
    const digest = await putImage(scene, 'one', '1.0');
    await assert.rejects(putImage(scene, 'one', '1.0'), {
      name: 'ImageAlreadyExistsException',
      message: `Image with digest '${digest}' and tag '1.0' already exists in the repository with name '${scene.repository}' in registry with id '${ACCOUNT}'`,
    });
  },
  'loses its tag to a newer one': async scene => {
    const repository = await begin(scene);
    await putImage(scene, 'one', 'latest');
    const newer = await putImage(scene, 'two', 'latest');
    const { imageDetails } = await scene.ecr.describeImages({
      ...repository,
      imageIds: [{ imageTag: 'latest' }],
    });
    assert.equal(imageDetails?.[0].imageDigest, newer);
  },
  'stays, untagged, when its tag has gone to a newer one': async scene => {
    const repository = await begin(scene);
    const older = await putImage(scene, 'one', 'latest');
    await putImage(scene, 'two', 'latest');
    const { imageDetails } = await scene.ecr.describeImages({
      ...repository,
      imageIds: [{ imageDigest: older }],
    });
    assert.equal(imageDetails?.length, 1);
    assert.equal(imageDetails[0].imageTags, undefined);
  },
  'keeps its tag where tags stay: ImageTagAlreadyExistsException':
    async scene => {
      const repository = await begin(scene, 'IMMUTABLE');
      const first = await putImage(scene, 'one', '1.0');
      await assert.rejects(putImage(scene, 'two', '1.0'), {
        name: 'ImageTagAlreadyExistsException',
      });
      const { imageDetails } = await scene.ecr.describeImages({
        ...repository,
        imageIds: [{ imageTag: '1.0' }],
      });
      assert.equal(imageDetails?.[0].imageDigest, first);
    },
  'needs a media type in its manifest': async scene => {
    const repository = await begin(scene);
    await assert.rejects(
      scene.ecr.putImage({
        ...repository,
        imageTag: '1.0',
        imageManifest: '{"schemaVersion":2,"layers":[]}',
      }),
      { name: 'InvalidParameterException' },
    );
  },
  'is listed with the others page by page': async scene => {
    const repository = await begin(scene);
    for (const content of ['one', 'two', 'three']) {
      await putImage(scene, content, content);
    }
    const sizes: number[] = [];
    for await (const { imageDetails } of paginateDescribeImages(
      { client: scene.ecr, pageSize: 2 },
      repository,
    )) {
      sizes.push(imageDetails?.length ?? 0);
    }
    assert.deepEqual(sizes, [2, 1]);
  },
  'is left out for having no tag, where only tagged ones are asked for':
    async scene => {
      const repository = await begin(scene);
      await putImage(scene, 'one', 'latest');
      await putImage(scene, 'two', 'latest');
      const { imageDetails } = await scene.ecr.describeImages({
        ...repository,
        filter: { tagStatus: 'TAGGED' },
      });
      assert.deepEqual(
        imageDetails?.map(({ imageTags }) => imageTags),
        [['latest']],
      );
    },
});
