import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listedForContact, shownEvent, writtenEvent } from './appointment-shapes.ts';
import { parseBody, time } from './body.ts';
import { calendarOf, eventRow, eventsIn } from './booking.ts';
import { contactOf } from './contacts.ts';
import { missing, unprocessable } from './refusal.ts';
import type { World } from './world.ts';

type OfContact = { Params: { contactId: string } };
type OneEvent = { Params: { eventId: string } };
type Query = { Querystring: Record<string, string | undefined> };

const optional = z.string().optional();
const flag = z.boolean().optional();
const fields = {
  title: optional,
  meetingLocationType: z.enum(['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google']).optional(),
  meetingLocationId: optional,
  overrideLocationConfig: flag,
  appointmentStatus: z.enum(['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid']).optional(),
  assignedUserId: optional,
  description: optional,
  address: optional,
  ignoreDateRange: flag,
  toNotify: flag,
  ignoreFreeSlotValidation: flag,
  rrule: optional,
  endTime: time.optional(),
};
const createBody = z.strictObject({
  ...fields,
  calendarId: z.string(),
  locationId: z.string(),
  contactId: z.string(),
  startTime: time,
});
const updateBody = z.strictObject({ ...fields, calendarId: optional, startTime: time.optional() });

/** Adds the calendars, their events, and the list of a contact's appointments. */
export function addAppointmentRoutes(api: FastifyInstance, world: World): void {
  const { appointments } = world.shelves;
  const eventOf = ({ eventId }: OneEvent['Params']) => {
    const row = appointments.find(eventId);
    if (!row) throw missing('Appointment', eventId);
    return row;
  };

  api.get<OfContact>('/contacts/:contactId/appointments', ({ params }) => ({
    events: appointments.of(String(contactOf(world, params.contactId).id)).map((row) => listedForContact(world, row)),
  }));
  api.get<Query>('/calendars/', ({ query }) => {
    if (!query.locationId) throw unprocessable('locationId should not be empty');
    return { calendars: world.calendars };
  });
  api.get<{ Params: { calendarId: string } }>('/calendars/:calendarId', ({ params }) => ({
    calendar: calendarOf(world, params.calendarId),
  }));
  api.get<Query>('/calendars/events', ({ query }) => ({ events: eventsIn(world, query).map(shownEvent) }));
  api.get<Query>('/calendars/blocked-slots', () => ({ events: [] }));
  api.get<OneEvent>('/calendars/events/appointments/:eventId', ({ params }) => ({
    event: shownEvent(eventOf(params)),
  }));
  api.post('/calendars/events/appointments', (request) => {
    const body = parseBody(createBody, request.body);
    contactOf(world, body.contactId);
    return writtenEvent(appointments.table.add(eventRow(world, body)));
  });
  api.put<OneEvent>('/calendars/events/appointments/:eventId', ({ params, body }) => {
    const row = eventOf(params);
    return writtenEvent(
      appointments.table.change(String(row.id), eventRow(world, parseBody(updateBody, body), row)) ?? row,
    );
  });
  api.delete<OneEvent>('/calendars/events/:eventId', ({ params }, reply) =>
    reply.code(201).send({ succeeded: appointments.table.remove(String(eventOf(params).id)) }),
  );
}
