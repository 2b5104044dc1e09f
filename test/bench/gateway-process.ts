import { createLogger } from '../../src/base/logger.ts';
import { startGateway } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { SourceDefinition } from '../../src/sources/source.ts';
import { monotonic } from './time.ts';

/** When a webhook about that record had come in whole: its body is at hand and nothing of it is checked yet. */
export type Receipt = readonly [recordId: string, at: number];

/** What the gateway under measurement says to the bench: its address once it answers, the webhooks it got when asked. */
export type FromGateway = { readonly url: string } | { readonly receipts: readonly Receipt[] };

/** What the bench asks of it. */
export type ToGateway = 'receipts' | 'end';

/** More than any simulator can answer. */
const NO_LIMITS = { calls: 1_000_000, perMs: 1000, concurrency: 64 };

const receipts: Receipt[] = [];
const isLifted = process.argv.includes('lifted');
const observed = definitions.map((definition) => tapped(isLifted ? { ...definition, limits: NO_LIMITS } : definition));
const result = readConfig(process.env, observed);
if ('errors' in result) throw new Error(result.errors.join('\n'));
const running = await startGateway(result.config, {
  definitions: observed,
  log: createLogger(result.config.logLevel),
});

process.on('message', (wish: ToGateway) => {
  if (wish === 'receipts') return tell({ receipts: receipts.splice(0) });
  // Ended here and not by a signal, so that a profile is written.
  void running.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(1));
tell({ url: running.url });

function tell(message: FromGateway): void {
  process.send?.(message);
}

/** The same source, whose webhooks leave a note of when they came in. */
function tapped(definition: SourceDefinition): SourceDefinition {
  return {
    ...definition,
    connect(settings, tools) {
      const source = definition.connect(settings, tools);
      const { webhooks } = source;
      if (!webhooks) return source;
      let at = 0;
      const verify: typeof webhooks.verify = (rawBody, headers) => {
        at = monotonic();
        return webhooks.verify(rawBody, headers);
      };
      // Asked right behind `verify`, before any other webhook's turn.
      const notices: typeof webhooks.notices = (body) => {
        const found = webhooks.notices(body);
        receipts.push(...found.map(({ id }): Receipt => [id, at]));
        return found;
      };
      return { ...source, webhooks: { ...webhooks, verify, notices } };
    },
  };
}
