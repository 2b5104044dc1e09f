import { describe } from 'vitest';
import { describeDefinition } from './definition.contract.ts';
import { describeDescribing } from './describing.contract.ts';
import { describeFailing } from './failing.contract.ts';
import { describeOAuth } from './oauth.contract.ts';
import { describeReading } from './reading.contract.ts';
import type { Subject } from './subject.ts';
import { describeWebhooks } from './webhook.contract.ts';
import { describeWriting } from './writing.contract.ts';

/** What every source folder must do, whichever system it speaks to. */
export function describeSource(subject: Subject): void {
  describe('settings and mapping', () => describeDefinition(subject));
  describe('reads', () => describeReading(subject));
  describe('descriptions of fields', () => describeDescribing(subject));
  describe('writes', () => describeWriting(subject));
  describe('failures', () => describeFailing(subject));
  if (subject.definition.oauth) describe('oauth', () => describeOAuth(subject));
  if (subject.hasWebhooks) describe('webhooks', () => describeWebhooks(subject));
}
