import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedCall, Simulator } from '../../src/sources/simulator.ts';
import { monotonic } from './time.ts';

/** A call to a simulator that has been answered. */
export interface AnsweredCall {
  readonly system: string;
  readonly call: SimulatedCall;
  readonly status: number;
  /** When the answer was handed over. */
  readonly at: number;
  readonly tookMs: number;
}

interface UnderWay {
  readonly system: string;
  readonly call: SimulatedCall;
  readonly since: number;
  readonly answered: (call: AnsweredCall) => void;
}

/** The headers are what a simulator's record of a call and the server's request have in common. */
const underWay = new WeakMap<object, UnderWay>();

subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const found = underWay.get(request.headers);
  if (!found) return;
  const { system, call, since, answered } = found;
  const at = monotonic();
  answered({ system, call, status: response.statusCode, at, tookMs: at - since });
});

/** Tells of every call to a simulator of this process from now on when it has been answered. */
export function watchCalls(system: string, simulator: Simulator, answered: (call: AnsweredCall) => void): void {
  const { calls } = simulator;
  const push = calls.push.bind(calls);
  calls.push = (...added) => {
    for (const call of added) underWay.set(call.headers, { system, call, since: monotonic(), answered });
    return push(...added);
  };
}
