import { Value } from '../expressions/values';
import { ActionsHost } from './host';
import { WorkflowRun } from './types';

/** The `github` context of a run. */
export function createGithubContext(
  run: WorkflowRun,
  host: ActionsHost,
  token: string,
): Record<string, Value> {
  const [owner] = run.repository.split('/');
  return {
    actor: run.actor,
    triggering_actor: run.actor,
    api_url: host.apiUrl,
    server_url: host.serverUrl,
    graphql_url: `${host.serverUrl}/api/graphql`,
    event: run.payload,
    event_name: run.event,
    job: '',
    ref: run.ref,
    ref_name: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_type: run.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    base_ref: '',
    head_ref: '',
    repository: run.repository,
    repository_owner: owner,
    run_attempt: String(run.attempt),
    run_id: String(run.id),
    run_number: String(run.number),
    sha: run.sha,
    token,
    workflow: run.name,
    workflow_ref: `${run.repository}/${run.workflowPath}@${run.ref}`,
    workflow_sha: run.sha,
  };
}
