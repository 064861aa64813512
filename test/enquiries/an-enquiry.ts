import { advance, type Enquiry, type Open } from '../../src/enquiries/enquiry.ts';
import type { NewEvent } from '../../src/enquiries/event.ts';
import type { NewEnquiry } from '../../src/enquiries/open-enquiry.ts';

/** A Monday morning in Singapore. */
export const nine = new Date('2026-03-02T01:00:00.000Z');

export const minutesAfter = (from: Date, minutes: number) =>
  new Date(from.getTime() + minutes * 60_000);

/** The people of the stories: a journalist of another workspace, two contacts of the release, two of the desk. */
export const people = {
  journalist: { userId: 'UJOURNALIST', isStaff: false },
  stranger: { userId: 'USTRANGER', isStaff: false },
  contact: { userId: 'UCONTACT', isStaff: false },
  otherContact: { userId: 'UCONTACT2', isStaff: false },
  officer: { userId: 'UOFFICER', isStaff: true },
  head: { userId: 'UHEAD', isStaff: true },
} as const;

/** What a journalist asks at nine, for noon. */
export const aDraft = (changes: Partial<NewEnquiry> = {}): NewEnquiry => ({
  key: 'V1',
  question: 'How much of the S$500 million is for health?',
  outlet: 'The Daily',
  reach: 'here, or +65 9123 4567',
  asker: {
    userId: 'UJOURNALIST',
    teamId: 'TDAILY',
    name: 'Ada Tan',
    zone: 'Europe/Madrid',
    isStaff: false,
  },
  origin: { channel: 'CSHARED', threadTs: '1772413200.000100', isShared: true },
  deadline: { at: minutesAfter(nine, 180), words: 'noon', zone: 'Asia/Singapore' },
  sectors: ['Healthcare'],
  cited: [{ id: 'ai-strategy', file: '2019-11-19-ai.md', title: 'AI strategy' }],
  route: { who: 'Mary Lim and John Koh', why: 'at the foot of the release', skipped: [] },
  recipients: [
    {
      name: 'Mary Lim',
      role: 'Manager',
      email: 'mary@example.gov.sg',
      phones: [{ e164: '+6561234567', printed: '6123 4567', kind: 'office' }],
      slackId: 'UCONTACT',
    },
    { name: 'John Koh', role: null, email: null, phones: [], slackId: null },
  ],
  ...changes,
});

/** The same as an enquiry, valid in every field. */
export const anEnquiry = (changes: Partial<Open> = {}): Open => {
  const { deadline, sectors = [], ...draft } = aDraft();
  return {
    ...draft,
    sectors,
    id: '5b0c6c1e-7a9f-4b53-8a52-0d5f0c1f7b11',
    reference: 'ME-26-0001',
    version: 1,
    ...(deadline === undefined ? {} : { deadline: { ...deadline, setAt: nine } }),
    colleagues: [],
    copies: [],
    replies: [],
    heard: [],
    steps: [],
    troubles: [],
    createdAt: nine,
    status: 'open',
    ...changes,
  };
};

/** The next version, changed as told. */
export const changed = (enquiry: Enquiry, changes: Partial<Open> = {}): Enquiry =>
  ({ ...enquiry, version: enquiry.version + 1, ...changes }) as Enquiry;

/** The next version in the hands of somebody. */
export const claimedBy = (enquiry: Enquiry, owner: string, at = nine): Enquiry => ({
  ...advance(enquiry),
  status: 'claimed',
  owner,
  claimedAt: at,
});

export const anEvent = (changes: Partial<NewEvent> = {}): NewEvent => ({
  what: 'claimed',
  at: nine,
  details: { who: 'UOFFICER', about: {}, salt: 's' },
  ...changes,
});
