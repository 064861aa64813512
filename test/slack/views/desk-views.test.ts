import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/enquiries/enquiry.ts';
import type { Brief } from '../../../src/enquiries/gather-brief.ts';
import { answersMessage, type Part } from '../../../src/slack/views/answers-message.ts';
import { replyMessage } from '../../../src/slack/views/asker-messages.ts';
import { holdingOfferMessage } from '../../../src/slack/views/desk-messages.ts';
import { enquiryCard } from '../../../src/slack/views/enquiry-card.ts';
import { replyModal } from '../../../src/slack/views/enquiry-modals.ts';
import { excessOf, previewModal } from '../../../src/slack/views/preview-modal.ts';
import { nine } from '../../enquiries/an-enquiry.ts';
import { answer, DESK_PEOPLE, enquiry, hostileText, hostileWords, RUNS } from '../arbitraries.ts';
import { expectMessage, expectView } from '../seen.ts';

const zone = 'Asia/Singapore';
const ours = [...DESK_PEOPLE, 'CSHARED'];
const site = 'https://www.agency.gov.sg';

const aDraft = (text: string, more: Partial<Draft> = {}): Draft => ({
  id: '00000000-0000-4000-8000-000000000001',
  by: 'UOWNER',
  at: nine,
  text,
  attribution: 'on-the-record',
  ...more,
});

const aLine = (id: string, words: string) => ({
  id,
  title: words,
  owner: words,
  words: [],
  sectors: [],
  signedBy: words,
  signedAt: nine,
  expires: nine,
  holding: false,
  text: words,
});

describe('whatever people wrote', () => {
  test('the preview of a reply is taken by Slack and harmless, however much the guard found', () => {
    fc.assert(
      fc.property(enquiry, hostileWords, fc.nat(40), fc.boolean(), (given, text, many, holding) => {
        const unsupported = Array.from({ length: many }, () => ({
          kind: 'name' as const,
          words: text,
          from: 0,
          to: 1,
          keys: [],
        }));
        const view = previewModal(given, aDraft(text, { holding }), { checked: many, unsupported });
        expectView(view, ours);
      }),
      RUNS,
    );
  });

  test('what fits the preview is posted whole, to eye and ear', () => {
    fc.assert(
      fc.property(enquiry, hostileWords, (given, text) => {
        if (excessOf(given, text) > 0) return;
        const message = replyMessage(given, aDraft(text));
        expectMessage(message, ours);
        expect(message.text.endsWith('…')).toBe(text.endsWith('…'));
      }),
      RUNS,
    );
  });

  test('the reply modal with many lines to take is taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, hostileText, fc.nat(120), (given, text, many) => {
        const ready = Array.from({ length: many }, (_, at) => aLine(`line-${at}`, text));
        expectView(
          replyModal(given, { text, lines: { ready, notReady: [`${text} is not signed`] } }),
          ours,
        );
      }),
      RUNS,
    );
  });

  test('a card with a brief is taken by Slack, harmless, and heard whole', () => {
    fc.assert(
      fc.property(enquiry, answer, hostileText, (given, found, text) => {
        const brief: Brief = {
          quotes: found.kind === 'answered' || found.kind === 'unsure' ? found.quotes : [],
          isAnswered: found.kind === 'answered',
          sameOutlet: [{ reference: 'ME-26-0001', question: text, status: 'open', at: nine }],
          replies: [{ reference: 'ME-26-0002', text, at: nine }],
        };
        const place = { now: nine, zone, urlOf: () => site, brief };
        expectMessage(enquiryCard(given, place), ours);
      }),
      RUNS,
    );
  });

  test('the offer of a holding line is taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, hostileText, (given, title) => {
        const offer = {
          kind: 'holding-offer' as const,
          enquiryId: given.id,
          userId: 'UOWNER',
          line: 'hold',
          title,
        };
        expectMessage(holdingOfferMessage(given, offer), ours);
      }),
      RUNS,
    );
  });

  test('one reply to several questions is taken by Slack, harmless, and says each once', () => {
    const part = fc.record({ question: hostileWords, answer }) satisfies fc.Arbitrary<Part>;
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 10 }), (parts) => {
        const heard = { by: 'by 5pm', at: nine.toISOString(), said: 'Needed by 5 pm.' };
        const message = answersMessage(parts, { site, mobiles: false, heard });
        expectMessage(message);
        for (const number of parts.keys())
          expect(message.text, message.text).toContain(`\n${number + 1}. `);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
