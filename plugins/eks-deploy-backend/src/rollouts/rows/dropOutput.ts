import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';

const PROBE =
  /^\w+ probe (?:failed|errored|warning)(?: and resulted in \w+ state)?/;
const HOOK =
  /(?:PostStart|PreStart|PreStop)Hook(?:Error\b| failed)|\blifecycle hook \(/i;
const HOOK_REASON = /^(?:Failed)?(?:PostStart|PreStart|PreStop)Hook/;
const LONGEST = 4_000;

/**
 * What the kubelet itself says of a probe. What begins alike but goes on otherwise is what a command or a program wrote, so
 * only what an expression matches is kept.
 */
const KUBELETS_WORDS = [
  /^: HTTP probe failed with statuscode: \d{1,3}/,
  /^: (?:Get "https?:\/\/[\d.:a-f[\]]{2,60}(?:[/?][^\s"@]{0,500})?": )?(?:(?:dial|read|write) tcp [\d.:a-f[\]>-]{2,120}: )?(?:(?:connect|read|write): )?(?:connection refused|connection reset by peer|broken pipe|i\/o timeout|no route to host|network is unreachable|EOF|context deadline exceeded(?: \(Client\.Timeout exceeded while awaiting headers\))?|net\/http: TLS handshake timeout|net\/http: request canceled(?: while waiting for connection)?)/,
  /^: service unhealthy \(responded with "(?:UNKNOWN|NOT_SERVING|SERVICE_UNKNOWN)"\)/,
  /^: timeout: (?:failed to connect service "[\d.:a-f[\]]{2,60}"|health rpc did not complete) within \d{1,6}m?s(?:: context deadline exceeded)?/,
  /^: rpc error: code = (?:Canceled|DeadlineExceeded|FailedPrecondition|Internal|NotFound|Unavailable|Unknown) desc = (?:failed to exec in container: )?(?:timeout \d{1,6}m?s exceeded: )?(?:context deadline exceeded|container is not created or running|container not running)/,
  // `redactMessage` drops the command.
  /^: command (?:timed out: )?"(?:[^"\\]|\\.){0,2000}" timed out(?: after \d{1,6}m?s)?/,
];

/**
 * A message of the kubelet, by `redactMessage` and without what the commands of probes and hooks wrote: that may hold
 * anything, and is not kept.
 *
 * @param reason - Of the event, or for which a container waits.
 */
export function dropOutput(
  reason: string | undefined,
  message: string,
): string {
  if (HOOK_REASON.test(reason ?? '') || HOOK.test(message.slice(0, LONGEST))) {
    return 'a lifecycle hook failed';
  }
  const probe = PROBE.exec(message.slice(0, LONGEST))?.[0];
  if (probe === undefined) {
    return redactMessage(message);
  }
  const rest = message.slice(probe.length, LONGEST);
  const said = KUBELETS_WORDS.flatMap(words => words.exec(rest)?.[0] ?? [])[0];
  return redactMessage(probe + (said ?? ''));
}
