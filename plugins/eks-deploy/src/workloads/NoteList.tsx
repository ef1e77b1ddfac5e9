import { Text } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import type { RolloutStatus } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useNow } from '../time';
import { getNoteSentence, getPaceSentence } from '../wording';
import styles from './NoteList.module.css';

export interface NoteListProps {
  status: RolloutStatus;
}

/** What is worth knowing of a Rollout and nothing wrong, and how long it still takes. */
export function NoteList({ status: { notes = [], pace } }: NoteListProps) {
  const now = useNow();
  const sentences = [
    ...notes.map(getNoteSentence),
    ...(pace ? [getPaceSentence(pace, now)] : []),
  ];
  return sentences.length === 0 ? null : (
    <ul className={styles.list} aria-label="Good to know">
      {sentences.map(sentence => (
        <li key={sentence} className={styles.item}>
          <RiInformationLine size={16} aria-hidden="true" />
          <Text variant="body-small">{sentence}</Text>
        </li>
      ))}
    </ul>
  );
}
