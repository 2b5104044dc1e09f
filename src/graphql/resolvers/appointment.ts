import { APPOINTMENT_STATUSES } from '../../model/appointment.ts';
import { text } from '../../model/kind.ts';
import type { Entity } from '../../store/shapes.ts';
import type { AppointmentStatus, CreateAppointmentInput, Resolvers } from '../generated/resolvers.ts';
import { byTime, entityList, restrict } from '../lists.ts';
import { type Written, write } from '../mutation.ts';
import { childWish, updateWish } from '../wishes.ts';
import { at, contactOf, instant, synced, textFields } from './synced.ts';

const HOUR_MS = 3_600_000;

/** Appointments and the mutations on them. */
export const appointmentResolvers: Resolvers = {
  Appointment: {
    ...synced,
    ...textFields('endsAt', 'location', 'notes', 'assignee'),
    title: (appointment) => text(appointment.fields, 'title') ?? '',
    startsAt: (appointment) => text(appointment.fields, 'startsAt') ?? instant(appointment.createdAt),
    status: statusOf,
    contact: contactOf,
    at,
  },
  Query: {
    appointments: (_, { filter, ...args }, context) => {
      const parts = {
        contactId: filter?.contactId,
        from: filter?.from?.getTime(),
        to: filter?.to?.getTime(),
        state: filter?.status,
        system: filter?.system,
      };
      return entityList(context, restrict(byTime('appointment', 'asc'), parts), args);
    },
  },
  Mutation: {
    createAppointment: (_, { input }, context) =>
      write(context, 'createAppointment', input, () => childWish(context, 'appointment', withEnd(input))).then(
        asPayload,
      ),
    updateAppointment: (_, { input }, context) =>
      write(context, 'updateAppointment', input, () => updateWish('appointment', input)).then(asPayload),
    cancelAppointment: (_, { input }, context) =>
      write(context, 'cancelAppointment', input, () =>
        updateWish('appointment', { id: input.id, status: 'CANCELLED' }),
      ).then(asPayload),
  },
};

/** A system that keeps no status keeps only appointments that stand. */
function statusOf(appointment: Entity): AppointmentStatus {
  const status = text(appointment.fields, 'status');
  return APPOINTMENT_STATUSES.find((known) => known === status) ?? 'CONFIRMED';
}

function withEnd(input: CreateAppointmentInput): CreateAppointmentInput {
  return { ...input, endsAt: input.endsAt ?? new Date(input.startsAt.getTime() + HOUR_MS) };
}

function asPayload({ entity, ...rest }: Written) {
  return { appointment: entity, ...rest };
}
