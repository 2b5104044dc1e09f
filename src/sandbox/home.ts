import { join } from 'node:path';
import type { Config } from '../config.ts';

/** What decides whether systems are simulated. */
type Circumstances = Pick<Config, 'sandbox' | 'systems' | 'apps' | 'databaseUrl' | 'publicUrl'>;

/** True where systems are simulated: asked for, or because nothing says that this is more than a try. A real one may have all its connections from the graph. */
export function isSandbox({ sandbox, systems, apps, databaseUrl, publicUrl }: Circumstances): boolean {
  if (sandbox !== 'auto') return sandbox === 'on';
  return systems.size === 0 && apps.size === 0 && databaseUrl === undefined && publicUrl === undefined;
}

/** The folder of a gateway's data; a sandbox has its own. */
export function homeOf(config: Circumstances & Pick<Config, 'dataDir'>): string {
  return isSandbox(config) ? join(config.dataDir, 'sandbox') : config.dataDir;
}
