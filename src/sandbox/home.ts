import { join } from 'node:path';
import type { Config } from '../config.ts';

/** True where systems are simulated: asked for, or because none is configured. */
export function isSandbox({ sandbox, systems, apps }: Pick<Config, 'sandbox' | 'systems' | 'apps'>): boolean {
  return sandbox === 'on' || (sandbox === 'auto' && systems.size === 0 && apps.size === 0);
}

/** The folder of a gateway's data; a sandbox has its own. */
export function homeOf(config: Pick<Config, 'sandbox' | 'systems' | 'apps' | 'dataDir'>): string {
  return isSandbox(config) ? join(config.dataDir, 'sandbox') : config.dataDir;
}
