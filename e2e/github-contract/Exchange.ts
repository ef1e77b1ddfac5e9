/** A request and its answer, as they went over the wire. */
export interface Exchange {
  request: {
    /** In capitals. */
    method: string;
    /** Below the API's root, with its query. */
    target: string;
    contentType?: string;
    body: string;
  };
  answer: {
    status: number;
    contentType?: string;
    body: string;
  };
}

/** Where an exchange departs from the description. */
export interface Problem {
  side: 'request' | 'answer';
  /** e.g. `repos/get`; none where no operation fits. */
  operationId?: string;
  /** JSON pointer into the body, or the parameter's name. */
  at: string;
  message: string;
}

export function formatProblem(
  { request, answer }: Exchange,
  { side, operationId, at, message }: Problem,
): string {
  return `${request.method} ${request.target} → ${answer.status} (${
    operationId ?? 'no operation'
  }): ${side} ${at} ${message}`;
}
