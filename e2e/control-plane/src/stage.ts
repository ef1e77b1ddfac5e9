/** One step in the life of a simulated object; {@link formatKwokConfig} writes it as KWOK reads it. */
export interface Stage {
  name: string;
  kind: 'Node' | 'Pod';
  /** jq expressions by what they must give; all must hold. */
  when: Array<{ key: string; in?: string[]; exists?: boolean }>;
  /** Milliseconds until it happens. */
  afterMs?: number;
  /** jq expression of a duration such as `30s`, which wins over `afterMs`. */
  afterFrom?: string;
  event?: { type: 'Normal' | 'Warning'; reason: string; message: string };
  /** Go template of the status, merged strategically into the object's. */
  status?: string;
  deletes?: true;
}
