import { z } from 'zod';
import { path } from '../../base/path.ts';
import type { Call, Client } from './client.ts';
import { text } from './wire.ts';

const Location = z.object({ location: z.object({ timezone: text }) });

/** The location (sub-account) everything stands in. */
export interface Location {
  /** Reads the location; rejects where the token does not open it. */
  check(): Promise<void>;
  /** The IANA name of its time zone, read once; UTC where it has none. */
  timeZone(): Promise<string>;
}

/** Makes the reader of the client's own location. */
export function createLocation(client: Client): Location {
  const call: Call = {
    method: 'GET',
    path: path`/locations/${client.locationId}`,
    version: '2021-07-28',
    about: 'the location',
  };
  let zone: string | null = null;

  async function readZone(): Promise<string> {
    const { location } = await client.call(call, Location);
    return location.timezone || 'UTC';
  }

  return {
    async check() {
      await client.call(call, Location);
    },
    async timeZone() {
      zone ??= await readZone();
      return zone;
    },
  };
}
