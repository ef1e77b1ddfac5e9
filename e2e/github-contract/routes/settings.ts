import sodium from 'libsodium-wrappers';
import type { GithubScene } from '../GithubScene';
import { chatOf, type RouteCalls } from './RouteCalls';

const environment_name = 'staging';

function inStaging(scene: GithubScene) {
  return { ...chatOf(scene), environment_name };
}

async function seal(key: string): Promise<string> {
  await sodium.ready;
  const sealed = sodium.crypto_box_seal('hush', Buffer.from(key, 'base64'));
  return Buffer.from(sealed).toString('base64');
}

async function putSecret(scene: GithubScene, secret_name: string) {
  const { actions } = scene.octokit;
  const { data } = await actions.getRepoPublicKey(chatOf(scene));
  return actions.createOrUpdateRepoSecret({
    ...{ ...chatOf(scene), secret_name, key_id: data.key_id },
    encrypted_value: await seal(data.key),
  });
}

async function putEnvironmentSecret(scene: GithubScene, secret_name: string) {
  const { actions } = scene.octokit;
  const { data } = await actions.getEnvironmentPublicKey(inStaging(scene));
  return actions.createOrUpdateEnvironmentSecret({
    ...{ ...inStaging(scene), secret_name, key_id: data.key_id },
    encrypted_value: await seal(data.key),
  });
}

const REPOSITORY = '/repos/:owner/:repo/actions';
const ENVIRONMENT = '/repos/:owner/:repo/environments/:environment';

export const settings: RouteCalls = {
  [`GET ${REPOSITORY}/variables`]: scene =>
    scene.octokit.actions.listRepoVariables(chatOf(scene)),
  [`POST ${REPOSITORY}/variables`]: scene =>
    scene.octokit.actions.createRepoVariable({
      ...chatOf(scene),
      name: 'POSTED',
      value: '1',
    }),
  [`GET ${REPOSITORY}/variables/:name`]: scene =>
    scene.octokit.actions.getRepoVariable({
      ...chatOf(scene),
      name: 'SERVICE',
    }),
  [`PATCH ${REPOSITORY}/variables/:name`]: scene =>
    scene.octokit.actions.updateRepoVariable({
      ...chatOf(scene),
      name: 'SERVICE',
      value: 'chat',
    }),
  [`DELETE ${REPOSITORY}/variables/:name`]: async scene => {
    const variable = { ...chatOf(scene), name: 'DELETED' };
    await scene.octokit.actions.createRepoVariable({ ...variable, value: '' });
    await scene.octokit.actions.deleteRepoVariable(variable);
  },
  [`GET ${REPOSITORY}/secrets/public-key`]: scene =>
    scene.octokit.actions.getRepoPublicKey(chatOf(scene)),
  [`GET ${REPOSITORY}/secrets`]: async scene => {
    await putSecret(scene, 'LISTED');
    await scene.octokit.actions.listRepoSecrets(chatOf(scene));
  },
  [`GET ${REPOSITORY}/secrets/:name`]: async scene => {
    await putSecret(scene, 'GOTTEN');
    await scene.octokit.actions.getRepoSecret({
      ...chatOf(scene),
      secret_name: 'GOTTEN',
    });
  },
  [`PUT ${REPOSITORY}/secrets/:name`]: async scene => {
    await putSecret(scene, 'PUT');
    await putSecret(scene, 'PUT');
  },
  [`DELETE ${REPOSITORY}/secrets/:name`]: async scene => {
    await putSecret(scene, 'DELETED');
    await scene.octokit.actions.deleteRepoSecret({
      ...chatOf(scene),
      secret_name: 'DELETED',
    });
  },

  [`GET ${ENVIRONMENT}/variables`]: scene =>
    scene.octokit.actions.listEnvironmentVariables(inStaging(scene)),
  [`POST ${ENVIRONMENT}/variables`]: scene =>
    scene.octokit.actions.createEnvironmentVariable({
      ...inStaging(scene),
      name: 'POSTED',
      value: '1',
    }),
  [`GET ${ENVIRONMENT}/variables/:name`]: scene =>
    scene.octokit.actions.getEnvironmentVariable({
      ...inStaging(scene),
      name: 'EKS_CLUSTER',
    }),
  [`PATCH ${ENVIRONMENT}/variables/:name`]: scene =>
    scene.octokit.actions.updateEnvironmentVariable({
      ...inStaging(scene),
      name: 'EKS_CLUSTER',
      value: 'staging',
    }),
  [`DELETE ${ENVIRONMENT}/variables/:name`]: async scene => {
    const variable = { ...inStaging(scene), name: 'DELETED' };
    const { actions } = scene.octokit;
    await actions.createEnvironmentVariable({ ...variable, value: '' });
    await actions.deleteEnvironmentVariable(variable);
  },
  [`GET ${ENVIRONMENT}/secrets/public-key`]: scene =>
    scene.octokit.actions.getEnvironmentPublicKey(inStaging(scene)),
  [`GET ${ENVIRONMENT}/secrets`]: async scene => {
    await putEnvironmentSecret(scene, 'LISTED');
    await scene.octokit.actions.listEnvironmentSecrets(inStaging(scene));
  },
  [`GET ${ENVIRONMENT}/secrets/:name`]: async scene => {
    await putEnvironmentSecret(scene, 'GOTTEN');
    await scene.octokit.actions.getEnvironmentSecret({
      ...inStaging(scene),
      secret_name: 'GOTTEN',
    });
  },
  [`PUT ${ENVIRONMENT}/secrets/:name`]: scene =>
    putEnvironmentSecret(scene, 'PUT'),
  [`DELETE ${ENVIRONMENT}/secrets/:name`]: async scene => {
    await putEnvironmentSecret(scene, 'DELETED');
    await scene.octokit.actions.deleteEnvironmentSecret({
      ...inStaging(scene),
      secret_name: 'DELETED',
    });
  },
};
