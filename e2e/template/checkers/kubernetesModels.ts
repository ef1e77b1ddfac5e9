import Ajv from 'ajv';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Checker } from './Checker';
import { manifests } from './reads';

const CRD_SCHEMAS = join(__dirname, '../crd-schemas');

/** What of an object decides the schema it has to keep to. */
interface Typed {
  apiVersion: string;
  kind: string;
}

/** Manifests, by the types of kubernetes-models; unlike kubeconform it lets unknown fields pass. */
export const kubernetesModels: Checker = {
  name: 'kubernetes-models',
  tools: {},
  reads: manifests,
  quick: true,
  async check({ files }) {
    const problems: string[] = [];
    for (const [path, { content }] of Object.entries(files)) {
      for (const document of parseAllDocuments(content.toString())) {
        const problem = await validate(document.toJS()).catch(String);
        if (problem) problems.push(`${path}: ${problem}`);
      }
    }
    return problems.join('\n');
  },
};

/** Custom resources' patterns are Go's, which says in the pattern what JavaScript says in a flag. */
const goRegExp = Object.assign(
  (pattern: string, flags: string) =>
    new RegExp(
      pattern.replace('(?i)', ''),
      pattern.includes('(?i)') ? `${flags}i` : flags,
    ),
  { code: 'goRegExp' },
);

async function validate(object: Typed): Promise<string> {
  const [version, group] = object.apiVersion.split('/').reverse();
  const schema = group && (await readCrdSchema(group, version, object.kind));
  if (schema) {
    const ajv = new Ajv({
      strict: false,
      validateFormats: false,
      code: { regExp: goRegExp },
    });
    return ajv.validate(schema, object) ? '' : ajv.errorsText();
  }
  const models = await import(`kubernetes-models/${object.apiVersion}`);
  const Model = models[object.kind];
  if (!Model) {
    return `${object.apiVersion} has no ${object.kind}`;
  }
  new Model(object).validate();
  return '';
}

async function readCrdSchema(group: string, version: string, kind: string) {
  const file = join(
    CRD_SCHEMAS,
    group,
    `${kind.toLowerCase()}_${version}.json`,
  );
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text && JSON.parse(text);
}
