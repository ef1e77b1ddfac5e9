/** What a form has against a value, and against the values within it. */
export interface Errors {
  __errors?: string[];
  [name: string]: Errors | string[] | undefined;
}

const aboutAnItem = /^\w+\[(?<index>\d+)\]\.(?<name>\w+): (?<sentence>.*)$/s;

/**
 * Puts sentences beside the answers they are about. The scaffolder lets a field of an array say something of the whole array
 * only; `environments[1].frontendHost: …` says which item's answer it means.
 *
 * @param sentences - about the array
 * @param given - what the form has against the items by itself
 */
export function placeErrors(sentences: string[], given: object = {}): Errors {
  return sentences.reduce<Errors>(
    (errors, text) => {
      const { index, name, sentence } = aboutAnItem.exec(text)?.groups ?? {};
      if (!sentence) {
        return errors;
      }
      const item = errorsOf(errors, index);
      const answer = errorsOf(item, name);
      return {
        ...errors,
        [index]: {
          ...item,
          [name]: {
            ...answer,
            __errors: [...(answer.__errors ?? []), sentence],
          },
        },
      };
    },
    { ...given },
  );
}

function errorsOf(errors: Errors, name: string): Errors {
  const within = errors[name];
  return within && !Array.isArray(within) ? within : {};
}
