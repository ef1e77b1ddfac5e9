import { Json } from './store';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** An error in GitHub's shape. */
export class GithubError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    readonly errors?: Json[],
  ) {
    super(message);
    this.name = 'GithubError';
  }

  toJSON() {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: DOCUMENTATION,
      status: String(this.statusCode),
    };
  }
}

export function notFound(): GithubError {
  return new GithubError(404, 'Not Found');
}

/** 422 for a field of the body. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
): GithubError {
  return new GithubError(422, 'Validation Failed', [
    { resource, field, code, ...(message && { message }) },
  ]);
}
