import { valueAt } from '../objects';
import { unknownResource } from '../storage';
import { parseBody, type ApiRequest, type ApiResponse } from './apiRequest';
import { isAllowed } from './authentication';

/** The virtual resources that answer questions about the caller and keep nothing. */
export const reviewResources = [
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
  },
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectrulesreviews',
    kind: 'SelfSubjectRulesReview',
  },
  {
    group: 'authentication.k8s.io',
    plural: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
  },
];

/** Whether a path is one of those. */
export function isReview(group: string, plural: string): boolean {
  return reviewResources.some(
    resource => resource.group === group && resource.plural === plural,
  );
}

/** Answers `kubectl auth can-i`, `auth can-i --list` and `auth whoami`. */
export function review(request: Omit<ApiRequest, 'type'>): ApiResponse {
  const { path, user } = request;
  const body = parseBody(request.body, request.contentType);
  const metadata = { creationTimestamp: null };
  switch (path.plural) {
    case 'selfsubjectaccessreviews': {
      const attributes = (name: string) =>
        String(
          valueAt(body, 'spec', 'resourceAttributes', name) ??
            valueAt(body, 'spec', 'nonResourceAttributes', name) ??
            '',
        );
      const allowed = isAllowed(user, attributes('verb'), attributes('group'));
      return {
        code: 201,
        body: { ...body, metadata, status: { allowed } },
      };
    }
    case 'selfsubjectrulesreviews': {
      const verbs =
        user.access === 'everything' ? ['*'] : ['get', 'list', 'watch'];
      return {
        code: 201,
        body: {
          ...body,
          metadata,
          status: {
            resourceRules: [{ verbs, apiGroups: ['*'], resources: ['*'] }],
            nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
            incomplete: false,
          },
        },
      };
    }
    case 'selfsubjectreviews':
      return {
        code: 201,
        body: {
          kind: 'SelfSubjectReview',
          apiVersion: 'authentication.k8s.io/v1',
          metadata,
          status: { userInfo: { username: user.name, groups: user.groups } },
        },
      };
    default:
      throw unknownResource();
  }
}
