import { redactMessage } from '../messages';

/** What the control of admission says against a write. */
export interface Rejection {
  /** Who it is: what denies the write, or a webhook that has to be asked and can't be. */
  by: 'policy' | 'webhook-failure';
  /** As it continues "Cluster 'staging' did not carry out PATCH …:". */
  explanation: string;
}

/** Longest text that is matched; names and reasons come first in it. */
const LONGEST = 2_000;

/** As `apiserver/pkg/admission/plugin/webhook/errors` writes it, with whatever status the webhook chose. */
const WEBHOOK_DENIED =
  /^admission webhook "([^"]{1,253})" denied the request(?:: | without explanation)?/;

/** As `apiserver/pkg/util/webhook` writes it, as a 500. */
const WEBHOOK_FAILED =
  /^Internal error occurred: failed calling webhook "([^"]{1,253})"[:;] /;

/** The webhook's address, which is no news to anybody. */
const WEBHOOK_CALL = /^(?:failed to call webhook: )?(?:Post "[^"]{0,1000}": )?/;

/** As `apiserver/pkg/admission/plugin/policy` writes it, with the status of the policy's choice: 401, 403, 413 or 422. */
const POLICY_DENIED =
  /^(?:ValidatingAdmissionPolicy|policy) ["']([^"']{1,253})["'](?: with binding ["'][^"']{1,253}["'])? denied request: /;

/** How every 403 of the API server begins: `deployments.apps "chat" is forbidden: …`. */
const FORBIDDEN = /^\S{1,300}(?: "[^"]{0,300}")? is forbidden: /;

/** How a 403 goes on where a right is missing, in every authorizer; all others come from admission. */
const RIGHT_MISSING = /^User "/;

/**
 * Explains an API server's refusal that no right of the portal's role would change; undefined if it is none of these.
 *
 * @param body - The answer's body, parsed.
 * @internal
 */
export function explainRejection(body: unknown): Rejection | undefined {
  const message = getMessage(body);
  if (message === undefined) {
    return undefined;
  }
  const failed = WEBHOOK_FAILED.exec(message);
  if (failed) {
    const reason = message.slice(failed[0].length).replace(WEBHOOK_CALL, '');
    return {
      by: 'webhook-failure',
      explanation: `it failed calling its admission webhook "${
        failed[1]
      }", which is the cluster's fault and not the change's; let whoever runs the webhook look at it: ${redactMessage(
        reason,
      )}`,
    };
  }
  const denied = WEBHOOK_DENIED.exec(message);
  if (denied) {
    return deny(`its admission webhook "${denied[1]}"`, rest(message, denied));
  }
  const forbidden = FORBIDDEN.exec(message);
  const reason = rest(message, forbidden);
  const policy = POLICY_DENIED.exec(reason);
  if (policy) {
    return deny(`its policy '${policy[1]}'`, rest(reason, policy));
  }
  return forbidden && !RIGHT_MISSING.test(reason)
    ? deny("the cluster's admission control", reason)
    : undefined;
}

function deny(by: string, reason: string): Rejection {
  const why = redactMessage(reason);
  return {
    by: 'policy',
    explanation: `${by} denies it${why ? `: ${why}` : ' and does not say why'}`,
  };
}

function rest(message: string, match: RegExpExecArray | null): string {
  return match ? message.slice(match[0].length) : message;
}

/** Only an API server's own answer counts: proxies in front of it have 403s of their own. */
function getMessage(body: unknown): string | undefined {
  return typeof body === 'object' &&
    body !== null &&
    'kind' in body &&
    body.kind === 'Status' &&
    'message' in body &&
    typeof body.message === 'string'
    ? body.message.slice(0, LONGEST)
    : undefined;
}
