import type { Content, Schema } from './Description';
import { escapePointer } from './findOperation';

/** The entry of a content type, its parameters and GitHub's versioned names aside; `pointer` is its escaped key. */
export function findContent(
  content: Content,
  contentType: string | undefined,
): { schema?: Schema; pointer: string } | undefined {
  const type = contentType?.split(';')[0].trim();
  const key = Object.keys(content).find(
    candidate => candidate === type || candidate === '*/*',
  );
  return key === undefined
    ? undefined
    : { ...content[key], pointer: escapePointer(key) };
}

/** Undefined where the text is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
