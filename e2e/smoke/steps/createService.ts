import { eventually } from '../eventually';
import type { Loop } from './loop';

/**
 * Has the scaffolder create a service, as the wizard does, and finds its entry in the catalog.
 *
 * @throws Error with the task's last words, if it fails, or the catalog's answer, if the entry is not there
 */
export async function createService(
  { api }: Loop,
  values: { name: string },
): Promise<void> {
  // The catalog reads its locations in the first seconds after it is ready.
  await eventually('the template in the catalog', () =>
    api.request('/catalog/entities/by-name/template/default/fullstack-eks'),
  );
  const { id } = await api.request<{ id: string }>('/scaffolder/v2/tasks', {
    templateRef: 'template:default/fullstack-eks',
    values,
  });
  await eventually(
    'the end of the scaffolder task',
    async () => {
      const task = await api.request<{ status: string }>(
        `/scaffolder/v2/tasks/${id}`,
      );
      if (task.status === 'failed') {
        throw new Error(await lastWords(api, id));
      }
      return task.status === 'completed';
    },
    90_000,
  );
  // The task itself waits for this, so that the links of its result page work.
  await api.request(
    `/catalog/entities/by-name/component/default/${values.name}`,
  );
}

async function lastWords(api: Loop['api'], task: string): Promise<string> {
  const events = await api.request<Array<{ body: { message: string } }>>(
    `/scaffolder/v2/tasks/${task}/events`,
  );
  return events
    .slice(-5)
    .map(({ body }) => body.message)
    .join('\n');
}
