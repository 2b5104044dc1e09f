import { afterEach, describe, expect, it } from 'vitest';
import { type Engine, engines, type Place } from '../support/databases.ts';
import { T0 } from './things.ts';

describe.each(engines)('the workspaces of a database on $name', (engine: Engine) => {
  let place: Place | null = null;
  afterEach(async () => place?.remove());

  it.skipIf(!engine.available)('are added once each and listed by their ids', async () => {
    place = await engine.place();
    const { workspaces } = await place.open();
    const [acme, zeta] = ['acme', 'zeta'].map((id) => ({ id, name: `${id} Ltd`, createdAt: T0 }));
    if (!acme || !zeta) throw new Error('two workspaces were made');
    await workspaces.add(zeta);

    const added = await Promise.all([acme, { ...acme, name: 'Another' }].map((one) => workspaces.add(one)));

    expect(added.filter(Boolean)).toHaveLength(1);
    expect((await workspaces.all()).map(({ id }) => id)).toEqual(['acme', 'zeta']);
    expect(await workspaces.get('zeta')).toEqual(zeta);
    expect(await workspaces.get('acme')).toMatchObject({ name: added[0] ? 'acme Ltd' : 'Another' });
    expect(await workspaces.get('nobody')).toBeNull();
  });
});
