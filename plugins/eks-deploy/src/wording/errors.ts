import { ResponseError, toError } from '@backstage/errors';

export interface ErrorWording {
  /** What happened. */
  title: string;
  /** What the backend said, and what to do next. */
  description: string;
}

interface ErrorAdvice {
  title: string;
  advice: string;
}

const commandErrors: Partial<Record<number, ErrorAdvice>> = {
  400: {
    title: 'The backend does not accept this',
    advice: 'Correct what it names, then send it again.',
  },
  401: {
    title: 'You are signed out',
    advice: 'Sign in again in another tab, then send it again.',
  },
  403: {
    title: 'You are not allowed to do this',
    advice:
      'Ask the component’s owner to do it, or the portal’s operator for the right.',
  },
  404: {
    title: 'It is not there any more',
    advice: 'Close this dialog and look at what runs now.',
  },
  409: {
    title: 'Something changed in the meantime',
    advice: 'Nothing was done. See what runs now, then decide again.',
  },
  422: {
    title: 'The cluster rejects this change',
    advice:
      'Nothing was changed. What it names has to be changed first: by whoever is responsible for it, or in the manifest in git.',
  },
  504: {
    title: 'It is not known whether the change was made',
    advice:
      'Wait before you try again: the history below will say what became of it.',
  },
};

/** What went wrong with a command, and what the user can do about it. */
export function getCommandErrorWording(error: unknown): ErrorWording {
  if (!(error instanceof ResponseError)) {
    return {
      title: 'The portal’s backend can’t be reached',
      description:
        'No answer came. Before you try again, look at the history below: the command may have arrived.',
    };
  }
  const said = getReadErrorMessage(error);
  const known = commandErrors[error.statusCode];
  return known
    ? { title: known.title, description: `${said} ${known.advice}` }
    : {
        title: 'The command failed',
        description: `${said} Before you try again, look at the history below: it says what became of it.`,
      };
}

/** What went wrong with reading something; what a browser or a proxy calls it is nobody's language. */
export function getReadErrorMessage(error: unknown): string {
  if (error instanceof ResponseError) {
    return isOurs(error)
      ? asSentence(error.cause.message)
      : `The portal’s backend, or something on the way to it, answered ${error.statusCode} ${error.statusText}.`;
  }
  const { name, message } = toError(error);
  switch (name) {
    case 'NotAllowedError':
      return asSentence(message);
    case 'AbortError':
    case 'TimeoutError':
      return 'Nothing came from the portal’s backend for too long.';
    case 'TypeError':
      return 'The portal’s backend can’t be reached, or the connection to it broke.';
    default:
      return 'The answer of the portal’s backend can’t be read.';
  }
}

/** Whether the backend itself answered, rather than a proxy with a page of its own. */
function isOurs({ cause }: ResponseError): boolean {
  return !cause.message.startsWith('Request failed with status ');
}

function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
