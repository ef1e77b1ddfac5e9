/** What a state means to its reader; always shown with an icon and a word, never by colour alone. */
export type Tone =
  | 'positive'
  | 'announcement'
  | 'warning'
  | 'negative'
  | 'neutral';
