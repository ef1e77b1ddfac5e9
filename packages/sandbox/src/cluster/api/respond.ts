import type { Response } from 'express';
import type { ApiResponse } from './apiRequest';

/** Sends a handler's answer as JSON. */
export function send(response: Response, { code, body }: ApiResponse): void {
  response.status(code).set('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
