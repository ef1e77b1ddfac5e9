import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_DIR, goTool, pythonTool, type Tool } from '../install';
import { runTool } from '../runTool';
import type { Checker } from './Checker';
import { manifests } from './reads';

const KUBERNETES = '1.36.0';
const CRD_SCHEMAS = join(__dirname, '../crd-schemas');

const kubernetesValidate = pythonTool(
  'checkers/kubernetes-validate-',
  '1.37.0',
  'kubernetes-validate',
);

/** Kubernetes' own schemas as kubernetes-validate ships them, with references that kubeconform follows. */
const kubernetesSchemas: Tool = {
  folder: `checkers/kubernetes-schemas-${KUBERNETES}`,
  async install(dir) {
    const from = await findSchemas(join(CACHE_DIR, kubernetesValidate.folder));
    const to = join(dir, `v${KUBERNETES}-standalone-strict`);
    await mkdir(to);
    for (const file of await readdir(from)) {
      const schema = JSON.parse(await readFile(join(from, file), 'utf8'));
      delete schema.$id;
      const text = JSON.stringify(schema).replaceAll(
        '/api/_definitions.json',
        '_definitions.json',
      );
      await writeFile(join(to, file), text);
    }
  },
};

async function findSchemas(venv: string): Promise<string> {
  const [python] = await readdir(join(venv, 'lib'));
  return join(
    venv,
    'lib',
    python,
    'site-packages/kubernetes_validate/kubernetes-json-schema',
    `v${KUBERNETES}-local-strict`,
  );
}

/** Manifests, strictly: a field that the schema doesn't have is a finding. */
export const kubeconform: Checker = {
  name: 'kubeconform',
  tools: {
    kubeconform: goTool(
      'kubeconform',
      '0.7.0',
      'github.com/yannh/kubeconform/cmd/kubeconform',
    ),
    kubernetesValidate,
    kubernetesSchemas,
  },
  reads: manifests,
  async check({ dir }, toolDirs) {
    const { ok, output } = await runTool(
      join(toolDirs.kubeconform, 'bin/kubeconform'),
      [
        ...['-strict', '-summary', '-kubernetes-version', KUBERNETES],
        '-schema-location',
        join(
          toolDirs.kubernetesSchemas,
          '{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json',
        ),
        '-schema-location',
        join(
          CRD_SCHEMAS,
          '{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json',
        ),
        'deploy',
      ],
      { cwd: dir },
    );
    return ok ? '' : output;
  },
};
