import type { AppointmentStatus } from '../../client/generated/graphql.ts';
import type { Tone } from '../ui/Badge.tsx';

/** What became of an appointment, for people. */
export const APPOINTMENT_STATUS: Readonly<Record<AppointmentStatus, { readonly words: string; readonly tone: Tone }>> =
  {
    NEW: { words: 'Not confirmed yet', tone: 'plain' },
    CONFIRMED: { words: 'Confirmed', tone: 'good' },
    CANCELLED: { words: 'Cancelled', tone: 'warn' },
    SHOWED: { words: 'Took place', tone: 'good' },
    NO_SHOW: { words: 'Nobody there', tone: 'bad' },
    COMPLETED: { words: 'Done', tone: 'good' },
    INVALID: { words: 'Not valid', tone: 'plain' },
  };
