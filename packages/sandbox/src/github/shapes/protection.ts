import { Json } from '../store';

/** What a protected branch's settings are sent as: on or off. */
const SWITCHES = [
  'required_linear_history',
  'allow_force_pushes',
  'allow_deletions',
  'block_creations',
  'required_conversation_resolution',
  'lock_branch',
  'allow_fork_syncing',
];

/** Protection of a branch: sent with switches and lists, answered with an object for each that is set. */
export function toProtectionJson(body: Json, url: string): Json {
  const { required_status_checks: checks, restrictions } = body;
  const reviews = body.required_pull_request_reviews;
  const switches = SWITCHES.filter(name => typeof body[name] === 'boolean');
  return {
    url,
    ...(isObject(checks) && {
      required_status_checks: toChecksJson(
        checks,
        `${url}/required_status_checks`,
      ),
    }),
    ...(isObject(reviews) && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: reviews.dismiss_stale_reviews === true,
        require_code_owner_reviews: reviews.require_code_owner_reviews === true,
        required_approving_review_count:
          reviews.required_approving_review_count ?? 1,
        require_last_push_approval: reviews.require_last_push_approval === true,
      },
    }),
    ...(isObject(restrictions) && {
      restrictions: toRestrictionsJson(`${url}/restrictions`),
    }),
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: body.enforce_admins === true,
    },
    ...Object.fromEntries(
      switches.map(name => [name, { enabled: body[name] }]),
    ),
  };
}

function toChecksJson({ strict, contexts, checks }: Json, url: string) {
  const named = Array.isArray(checks) ? checks.filter(isObject) : [];
  const names = Array.isArray(contexts)
    ? contexts
    : named.map(({ context }) => context);
  return {
    url,
    contexts_url: `${url}/contexts`,
    strict: strict === true,
    contexts: names,
    checks: names.map(context => ({ context, app_id: null })),
  };
}

/** Who may push is kept by nobody here, so the lists are empty. */
function toRestrictionsJson(url: string) {
  return {
    url,
    users_url: `${url}/users`,
    teams_url: `${url}/teams`,
    apps_url: `${url}/apps`,
    users: [],
    teams: [],
    apps: [],
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
