/** What is read of an OpenAPI 3.0 description. */
export interface Description {
  paths: Record<string, Record<string, DescribedOperation>>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
  };
}

export type Reference = { $ref: string };
export type Schema = Record<string, unknown>;

export interface DescribedOperation {
  operationId: string;
  parameters?: Array<Parameter | Reference>;
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Response | Reference>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema: Schema;
  /** GitHub's own mark of a path parameter that may hold slashes. */
  'x-multi-segment'?: boolean;
}

export interface Response {
  content?: Content;
}

/** By media type. */
export type Content = Record<string, { schema?: Schema }>;
