import { PartOfRetention, type Retention, readRetention, setRetention } from '../retention.ts';
import { type ConfigSection, isMapping } from './section.ts';

/** For how many days things are kept; null: for ever. */
export const retentionSection: ConfigSection = {
  name: 'retention',
  read: readRetention,
  check(data) {
    if (!isMapping(data)) return [{ path: [], message: 'must be a mapping of things to days' }];
    const read = PartOfRetention.safeParse(data);
    if (read.success) return [];
    return read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  },
  async write(tx, data) {
    await setRetention(tx, { ...(await readRetention(tx)), ...(data as Partial<Retention>) });
  },
};
