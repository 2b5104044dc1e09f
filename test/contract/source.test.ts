import { describe } from 'vitest';
import { describeSource } from './source.contract.ts';
import { findSubjects } from './subject.ts';

const subjects = await findSubjects();

for (const subject of subjects) describe(subject.definition.id, () => describeSource(subject));
