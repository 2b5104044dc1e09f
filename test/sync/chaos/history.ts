import type { World } from '../../support/world.ts';
import type { Held } from './vendor-shapes.ts';

/** What the gateway and its systems went through with the things that such sentences are about: for whoever must find out why. */
export async function historyOf(world: World, held: readonly Held[], sentences: readonly string[]): Promise<string> {
  const { store } = world.running.gateway.sync;
  const about = held.filter(
    (thing) => thing.place === 'graph' && sentences.some((text) => text.startsWith(`${thing.kind} ${thing.marker}:`)),
  );
  const lines: string[] = [];
  for (const { id, kind, marker } of about) {
    const conflicts = (await store.conflicts.of([id])).get(id) ?? [];
    const told = await store.events.after(0, {}, 100_000);
    lines.push(
      `${kind} ${marker} (${id})`,
      ...(await store.versions.page(id, { limit: 100, forward: true, from: null })).items.map(
        ({ at, origin, changes, why }) => `  ${at} version by ${origin} (${why}): ${JSON.stringify(changes)}`,
      ),
      ...conflicts.map((conflict) => `  conflict ${JSON.stringify(conflict)}`),
      ...told
        .filter((event) => event.entityId === id)
        .map((event) => `  ${event.at} ${event.kind} ${event.system ?? event.origin}: ${event.message ?? ''}`),
      ...held.flatMap((copy) =>
        copy.kind === kind && copy.marker === marker
          ? [`  ${copy.place} ${copy.id} ${JSON.stringify(copy.fields)}`]
          : [],
      ),
    );
  }
  return lines.join('\n');
}
