import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barredFrom, type Move } from '../../../src/enquiries/moves.ts';
import { usualSettings } from '../../../src/enquiries/settings.ts';
import { askModal } from '../../../src/slack/views/ask-modal.ts';
import {
  askerToldMessage,
  receiptMessage,
  replyMessage,
  termsMessage,
} from '../../../src/slack/views/asker-messages.ts';
import {
  askerWroteMessage,
  cardNoteMessage,
  digestMessage,
  personalMessage,
  reminderMessage,
} from '../../../src/slack/views/desk-messages.ts';
import { enquiryCard } from '../../../src/slack/views/enquiry-card.ts';
import {
  colleagueModal,
  duplicateModal,
  handOverModal,
  replyModal,
  termsModal,
} from '../../../src/slack/views/enquiry-modals.ts';
import { helpMessage } from '../../../src/slack/views/help-message.ts';
import { homeTab } from '../../../src/slack/views/home-tab.ts';
import { noticeModal } from '../../../src/slack/views/notice-modal.ts';
import { plainMessage } from '../../../src/slack/views/plain-message.ts';
import { previewModal } from '../../../src/slack/views/preview-modal.ts';
import { anEnquiry, claimedBy, nine } from '../../enquiries/an-enquiry.ts';
import {
  DESK_PEOPLE,
  enquiry,
  hostileText,
  hostileWords,
  openRelease,
  RUNS,
  searchResult,
} from '../arbitraries.ts';
import { expectHarmless, expectMessage, expectView, mrkdwnIn } from '../seen.ts';

const zone = 'Asia/Singapore';
const ours = [...DESK_PEOPLE, 'CSHARED'];
const place = {
  zone,
  now: nine,
  urlOf: () => 'https://www.agency.gov.sg/press/ai',
};
const id = anEnquiry().id;

describe('whatever people wrote', () => {
  test('cards, in the desk and with each contact, are taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, fc.option(fc.constantFrom(...DESK_PEOPLE)), (given, viewer) => {
        expectMessage(enquiryCard(given, viewer === null ? place : { ...place, viewer }), ours);
      }),
      RUNS,
    );
  });

  test('no words of theirs stand where Slack reads marks, so that nothing on a card can be forged', () => {
    const forged = '*Status*\nResolved `x` _y_';
    const given = anEnquiry({ question: forged, outlet: forged, reach: forged });
    expect(mrkdwnIn(enquiryCard(given, place)).join('\n')).not.toContain('Resolved');
  });

  test('what the asker is told is taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, (given) => {
        expectMessage(receiptMessage(given, { zone }), ours);
        expectMessage(termsMessage(given, 'background'), ours);
        for (const event of ['withdrawn', 'reopened', 'deadline'] as const)
          expectMessage(plainMessage(askerToldMessage(given, event, zone)), ours);
        for (const reply of given.replies) expectMessage(replyMessage(given, reply), ours);
      }),
      RUNS,
    );
  });

  test('what the desk is told is taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, hostileText, hostileText, (given, text, file) => {
        for (const change of ['new', 'edited', 'deleted'] as const)
          expectMessage(
            askerWroteMessage({
              kind: 'asker-wrote',
              enquiryId: id,
              messageTs: '1.1',
              change,
              changeTs: '',
              text,
              userId: 'UJOURNALIST',
              files: [file],
            }),
            ours,
          );
        expectMessage(
          cardNoteMessage({
            kind: 'card-note',
            enquiryId: id,
            event: 'reply sent',
            version: 2,
            by: 'UOWNER',
            text,
          }),
          ours,
        );
        const to = { enquiryId: id, userId: 'UCONTACT' };
        expectMessage(
          personalMessage(given, {
            kind: 'personal',
            ...to,
            event: 'offered',
            by: 'UOWNER',
            version: 2,
          }),
          ours,
        );
        expectMessage(
          reminderMessage(given, { kind: 'reminder', ...to, step: 'half', deadline: '' }, zone),
          ours,
        );
      }),
      RUNS,
    );
  });

  test('the digest of a hundred enquiries is one message', () => {
    fc.assert(
      fc.property(enquiry, fc.nat(100), (given, count) => {
        expectMessage(
          digestMessage(
            Array.from({ length: count }, () => given),
            'Wed 25 Nov',
            zone,
            { now: given.createdAt, corrections: count },
          ),
        );
      }),
      { numRuns: 15 },
    );
  });

  test('every modal is taken by Slack and harmless', () => {
    fc.assert(
      fc.property(enquiry, hostileText, (given, text) => {
        expectView(replyModal(given, { text }), ours);
        const draft = {
          id: 'd1',
          by: 'UOWNER',
          at: nine,
          text: `T${text}`.slice(0, 700),
          attribution: 'background' as const,
        };
        const fact = { kind: 'name' as const, words: text, from: 0, to: 1, keys: [] };
        expectView(previewModal(given, draft, { checked: 1, unsupported: [fact] }), ours);
        for (const modal of [handOverModal, colleagueModal, duplicateModal, termsModal])
          expectView(modal(given), ours);
        expectView(
          askModal({
            question: text,
            outlet: text,
            deadline: text,
            reach: text,
            channel: 'CSHARED',
            threadTs: '1.1',
            cited: ['ai-strategy'],
            confirm: { understood: text, value: '2026-11-25T09:00:00.000Z 0123456789abcdef' },
          }),
          ours,
        );
      }),
      RUNS,
    );
  });

  test('the Home tab is taken by Slack, harmless, and offers nothing that works in channels only', () => {
    fc.assert(
      fc.property(
        fc.array(openRelease, { maxLength: 5 }),
        fc.option(searchResult, { nil: undefined }),
        fc.option(fc.array(enquiry, { maxLength: 3 }), { nil: undefined }),
        (latest, result, enquiries) => {
          const home = homeTab({
            site: undefined,
            latest,
            result,
            desk:
              enquiries === undefined
                ? undefined
                : {
                    userId: 'UOWNER',
                    zone,
                    deskZone: 'Asia/Singapore',
                    now: new Date('2026-03-02T01:00:00Z'),
                    enquiries,
                    turns: [],
                    handOver: undefined,
                    corrections: enquiries.length,
                    gaps: enquiries.map(({ question }) => ({
                      question,
                      wordings: [],
                      releases: [],
                      lastAt: new Date('2026-03-02T01:00:00Z'),
                      count: 2,
                      nearest: undefined,
                    })),
                    settings: usualSettings,
                  },
          });
          expectView(home, ours);
          expect(JSON.stringify(home)).not.toContain('release.share');
        },
      ),
      { numRuns: 20 },
    );
  });

  test('words of the bot’s own are complete', () => {
    for (const whom of ['outsider', 'member', 'staff'] as const) expectMessage(helpMessage(whom));
    fc.assert(
      fc.property(hostileWords, (text) => {
        expectMessage(plainMessage(text));
        expectHarmless(noticeModal('Share outside?', text));
      }),
      RUNS,
    );
  });
});

describe('a card', () => {
  const open = anEnquiry();
  const claimed = claimedBy(open, 'UOWNER');
  const resolved = {
    ...open,
    status: 'resolved' as const,
    resolvedBy: 'UOWNER',
    resolvedAt: open.createdAt,
  };
  const withdrawn = { ...open, status: 'withdrawn' as const, withdrawnAt: open.createdAt };

  test.each([
    { state: 'open', given: open, says: 'Open, nobody has it yet' },
    { state: 'claimed', given: claimed, says: 'Claimed' },
    { state: 'resolved', given: resolved, says: 'Resolved' },
    { state: 'withdrawn', given: withdrawn, says: 'Withdrawn by the asker' },
  ])('says in words that it is $state', ({ given, says }) => {
    const card = enquiryCard(given, place);
    expect(card.text).toContain(`Status: ${says}`);
    expect(JSON.stringify(card.blocks)).toContain(says);
  });

  test('holds everything that an officer needs: question, outlet, deadline in both zones, whom to ring', () => {
    const { text } = enquiryCard(open, place);
    for (const words of [
      open.reference,
      open.question,
      'The Daily',
      '12 noon Singapore',
      'here, or +65 9123 4567',
      'AI strategy',
      'Mary Lim and John Koh',
      'Ring: John Koh',
    ])
      expect(text).toContain(words);
  });

  test('tells of what could not be delivered, and why', () => {
    const troubled = anEnquiry({
      troubles: [{ what: 'reply:x:r1', reason: 'channel_not_found', at: open.createdAt }],
    });
    expect(enquiryCard(troubled, place).text).toContain(
      'Not delivered: reply, because of channel not found',
    );
  });

  test('offers its own viewer only the moves that are theirs', () => {
    fc.assert(
      fc.property(enquiry, fc.constantFrom(...DESK_PEOPLE), (given, viewer) => {
        const drawn = JSON.stringify(enquiryCard(given, { ...place, viewer }).blocks);
        const offered = [
          ...[...drawn.matchAll(/"action_id":"enquiry\.move\.([a-z-]+)"/g)].map(([, move]) => move),
          ...[...drawn.matchAll(/"value":"([a-z-]+):/g)].map(([, move]) => move),
        ];
        for (const move of offered)
          expect(
            barredFrom(move as Move, given, { userId: viewer, isStaff: false }),
          ).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('never offers a menu of one choice, which not every Slack takes', () => {
    fc.assert(
      fc.property(enquiry, (given) => {
        for (const block of enquiryCard(given, place).blocks)
          for (const element of block.type === 'actions' ? block.elements : [])
            if (element.type === 'overflow') expect(element.options.length).toBeGreaterThan(1);
      }),
      RUNS,
    );
  });
});

describe('what the asker sees', () => {
  test('tells nothing of who works on the enquiry', () => {
    fc.assert(
      fc.property(enquiry, (given) => {
        const seen = JSON.stringify([
          receiptMessage(given, { zone }),
          termsMessage(given, 'background'),
          ...given.replies.map((reply) => replyMessage(given, reply)),
        ]);
        for (const name of ['UOWNER', 'UOFFERED', 'UCONTACT']) expect(seen).not.toContain(name);
      }),
      RUNS,
    );
  });

  test('a reply that can be undone says until when, to the second, in each reader’s own zone', () => {
    const sendAt = new Date('2026-11-25T06:10:25Z');
    const reply = {
      id: 'r1',
      by: 'UOWNER',
      at: new Date('2026-11-25T06:10:15Z'),
      sendAt,
      text: 'In February.',
      attribution: 'on-the-record' as const,
      delivery: { kind: 'waiting' as const },
    };
    const card = enquiryCard(anEnquiry({ replies: [reply] }), place);
    expect(card.text).toContain('It goes out at 2:10:25 pm. Until then “Undo” stops it.');
    expect(JSON.stringify(card.blocks)).toContain('<!date^1795587025^{time_secs}|2:10:25 pm>');
  });

  test('a reply stands in exactly its words, with its terms, and a correction is called one', () => {
    const [reply] = [
      {
        id: 'r1',
        by: 'UOWNER',
        at: new Date(0),
        sendAt: new Date(0),
        text: 'No *split* has been published.',
        attribution: 'background' as const,
        corrects: 'r0',
        delivery: { kind: 'waiting' as const },
      },
    ];
    const message = replyMessage(anEnquiry(), reply);
    expect(message.text).toContain('No *split* has been published.');
    expect(message.text).toContain('corrects its answer');
    expect(message.text).toContain('Background: not to be named');
    expect(mrkdwnIn(message).join()).not.toContain('split');
  });
});
