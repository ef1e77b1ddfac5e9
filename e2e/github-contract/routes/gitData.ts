import type { GithubScene } from '../GithubScene';
import { chatOf, type RouteCalls } from './RouteCalls';

const ref = 'main';

export const gitData: RouteCalls = {
  'GET /repos/:owner/:repo/contents': scene =>
    scene.octokit.request('GET /repos/{owner}/{repo}/contents', chatOf(scene)),
  'GET /repos/:owner/:repo/contents/*': async scene => {
    for (const path of ['README.md', 'docs']) {
      await scene.octokit.repos.getContent({ ...chatOf(scene), path });
    }
  },
  'PUT /repos/:owner/:repo/contents/*': async ({
    octokit,
    createRepository,
  }) => {
    const repository = await createRepository();
    const file = { ...repository, path: 'docs/new.md', content: btoa('new') };
    const { data } = await octokit.repos.createOrUpdateFileContents({
      ...file,
      message: 'Add',
    });
    await octokit.repos.createOrUpdateFileContents({
      ...file,
      content: btoa('newer'),
      message: 'Change',
      sha: data.content?.sha,
    });
  },
  'GET /repos/:owner/:repo/tarball': scene =>
    scene.octokit.request('GET /repos/{owner}/{repo}/tarball', chatOf(scene)),
  'GET /repos/:owner/:repo/tarball/*': scene =>
    scene.octokit.repos.downloadTarballArchive({ ...chatOf(scene), ref }),
  'GET /repos/:owner/:repo/readme': scene =>
    scene.octokit.repos.getReadme(chatOf(scene)),
  'GET /repos/:owner/:repo/branches': scene =>
    scene.octokit.repos.listBranches(chatOf(scene)),
  'GET /repos/:owner/:repo/branches/*': scene =>
    scene.octokit.repos.getBranch({ ...chatOf(scene), branch: 'main' }),
  'GET /repos/:owner/:repo/commits': scene =>
    scene.octokit.repos.listCommits(chatOf(scene)),
  'GET /repos/:owner/:repo/commits/*/status': scene =>
    scene.octokit.repos.getCombinedStatusForRef({ ...chatOf(scene), ref }),
  'GET /repos/:owner/:repo/commits/*': scene =>
    scene.octokit.repos.getCommit({ ...chatOf(scene), ref }),
  'GET /repos/:owner/:repo/compare/:range': async scene => {
    const { data } = await scene.octokit.repos.listCommits(chatOf(scene));
    await scene.octokit.repos.compareCommitsWithBasehead({
      ...chatOf(scene),
      basehead: `${data[data.length - 1].sha}...main`,
    });
  },
  'GET /repos/:owner/:repo/git/trees/:sha': scene =>
    scene.octokit.git.getTree({
      ...chatOf(scene),
      tree_sha: 'main',
      recursive: 'true',
    }),
  'GET /repos/:owner/:repo/git/blobs/:sha': async scene => {
    const { data } = await scene.octokit.git.getTree({
      ...chatOf(scene),
      tree_sha: 'main',
    });
    const file_sha = data.tree.find(({ type }) => type === 'blob')?.sha ?? '';
    await scene.octokit.git.getBlob({ ...chatOf(scene), file_sha });
  },
  'GET /repos/:owner/:repo/git/commits/:sha': async scene => {
    const commit_sha = await readHead(scene);
    await scene.octokit.git.getCommit({ ...chatOf(scene), commit_sha });
  },
  'GET /repos/:owner/:repo/git/ref/*': scene =>
    scene.octokit.git.getRef({ ...chatOf(scene), ref: 'heads/main' }),
  'POST /repos/:owner/:repo/git/refs': async scene =>
    scene.octokit.git.createRef({
      ...chatOf(scene),
      ref: 'refs/heads/feature/one',
      sha: await readHead(scene),
    }),
};

async function readHead(scene: GithubScene): Promise<string> {
  const { data } = await scene.octokit.git.getRef({
    ...chatOf(scene),
    ref: 'heads/main',
  });
  return data.object.sha;
}
