import { z } from 'zod';
import { LIMIT } from './block-kit.ts';

/** Every name that Slack sends back to us. Listeners match on these and views emit them. */
export const ID = {
  command: '/release',
  routeShortcut: 'enquiry.route',

  readButton: 'release.read',
  pageButton: 'release.page',
  contactsButton: 'release.contacts',
  shareButton: 'release.share',
  shareModal: 'release.share-confirm',

  askButton: 'enquiry.ask',
  askModal: 'enquiry.open',
  helpfulButton: 'answer.helpful',
  notHelpfulButton: 'answer.not-helpful',

  /** Each move on an enquiry has a button of this name and the move's: `enquiry.move.claim`. */
  move: 'enquiry.move',
  undoButton: 'enquiry.undo',
  correctButton: 'enquiry.correct',
  holdingButton: 'enquiry.holding',
  replyModal: 'enquiry.reply',
  sendModal: 'enquiry.send',
  handOverModal: 'enquiry.hand-over',
  colleagueModal: 'enquiry.add-colleague',
  duplicateModal: 'enquiry.mark-duplicate',
  termsModal: 'enquiry.propose-terms',

  acceptShiftButton: 'duty.accept',
  swapButton: 'duty.swap',
  leaveButton: 'duty.leave',
  swapModal: 'duty.swap-offer',
  leaveModal: 'duty.leave-take',
  agreeSwapButton: 'duty.swap-agree',
  declineSwapButton: 'duty.swap-decline',
  /** One button a change: `duty.call-off.0`. */
  callOffButton: 'duty.call-off',

  embargoShowButton: 'embargo.show',
  advanceGiveButton: 'advance.give',
  advanceModal: 'advance.offer',
  advancePromiseButton: 'advance.promise',
  advancePageButton: 'advance.page',

  surgeAcknowledgeButton: 'surge.acknowledge',
  surgeSendButton: 'surge.send',
  surgeUndoButton: 'surge.undo',
  surgeTaskButton: 'surge.task',
  surgeAgreeButton: 'surge.agree',
  surgeDismissButton: 'surge.dismiss',
  surgeSendModal: 'surge.draft',
  surgeConfirmModal: 'surge.confirm',
  surgeTaskModal: 'surge.add-task',

  /** One button a class: `correction.class.material`. */
  classButton: 'correction.class',
  signButton: 'correction.sign',
  unseenButton: 'correction.unseen',
  gotItButton: 'correction.got-it',
  /** One button a person: `correction.reached.0`. */
  reachedButton: 'correction.reached',

  homeSearch: 'home.search',
  /** One menu a setting: `home.set.zone`. */
  homeSettingButton: 'home.set',
} as const;

/** Blocks of modals whose values are read on submission, and whose errors are shown under them. */
export const INPUT = {
  question: 'question',
  outlet: 'outlet',
  deadline: 'deadline',
  reach: 'reach',
  confirm: 'confirm',
  reply: 'reply',
  attribution: 'attribution',
  line: 'line',
  promise: 'promise',
  person: 'person',
  shift: 'shift',
  inReturn: 'in-return',
  fromDay: 'from-day',
  toDay: 'to-day',
  reference: 'reference',
  also: 'also',
  /** The one element inside each of these blocks. */
  value: 'value',
} as const;

const packed = <T extends z.ZodType>(schema: T) => ({
  encode: (value: z.infer<T>): string => JSON.stringify(value),
  /** @returns `undefined` where the value was tampered with or is of another version of the app */
  decode: (value: string | undefined): z.infer<T> | undefined => {
    try {
      const parsed = schema.safeParse(JSON.parse(value ?? 'null'));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  },
});

/** Which release, and for a long one which page of it. */
export const ReleaseValue = packed(
  z.object({ id: z.string().max(1000), page: z.int().min(0).optional() }),
);

/** A deadline that stood in the question itself, in the asker's words, and when it was said (ISO 8601). */
const Heard = { by: z.string().max(200).optional(), at: z.string().max(40).optional() };

/** A question on its way to the press office, with the releases that were quoted for it. */
export const AskValue = packed(
  z.object({
    q: z.string().max(3000),
    cited: z.array(z.string().max(400)).max(3),
    ...Heard,
  }),
);

/** Whether an answer helped. The question goes along and nobody's name. */
export const FeedbackValue = packed(
  z.object({ q: z.string().max(3000), kind: z.string().max(20) }),
);

/** Which enquiry, and where a button is about one reply of it, which. */
export const EnquiryValue = packed(
  z.object({ enquiry: z.uuid(), reply: z.string().max(300).optional() }),
);

/** Where the question was asked, kept in the modal until it is submitted. */
export const AskMetadata = packed(
  z.object({
    channel: z.string().max(40),
    threadTs: z.string().max(40).optional(),
    cited: z.array(z.string().max(400)).max(3),
    ...Heard,
  }),
);

/** Which release under embargo, by a mark that tells nothing of it. */
export const EmbargoValue = packed(z.object({ mark: z.string().max(64) }));

/** Which advance copy, and which page of it. */
export const AdvanceValue = packed(
  z.object({ advance: z.uuid(), page: z.int().min(0).optional() }),
);

/** Which surge, and where it is about one statement, draft or task of it, which. */
export const SurgeValue = packed(z.object({ surge: z.uuid(), detail: z.uuid().optional() }));

/** Which change of duty a list belongs to. */
export const ShiftValue = packed(z.object({ seq: z.int().positive() }));

/** Which swap or leave. */
export const DutyChangeValue = packed(z.object({ change: z.uuid() }));

/** Which correction, and where a button is about one person's note, which. */
export const CorrectionValue = packed(
  z.object({ correction: z.string().max(80), note: z.string().max(400).optional() }),
);

export const ShareMetadata = packed(
  z.object({ id: z.string().max(1000), channel: z.string().max(40) }),
);

/** Which enquiry a modal is about, kept in it until it is submitted. */
export const EnquiryMetadata = packed(
  z.object({
    enquiry: z.uuid(),
    /** The reply that the words in the modal put right. */
    corrects: z.string().max(300).optional(),
    /** The draft that is shown. Its words stay with the enquiry: a modal remembers fewer than a reply may have. */
    draft: z.uuid().optional(),
  }),
);

/** The value of a button about a release; `undefined` for an id too long for any button, which then has none. */
export function releaseValue(id: string): string | undefined {
  const value = ReleaseValue.encode({ id });
  return value.length <= LIMIT.buttonValue && id.length <= 1000 ? value : undefined;
}

/**
 * The value of *Ask the press office*: the question, and as many of the releases cited as leave room for it.
 *
 * @param heard a deadline that stood in the question
 */
export function askValue(
  question: string,
  cited: readonly string[],
  heard: { readonly by?: string; readonly at?: string } = {},
): string {
  const known = cited.filter((id) => id.length <= 400).slice(0, 3);
  const room = LIMIT.buttonValue / 2;
  while (known.length > 0 && AskValue.encode({ q: '', cited: known, ...heard }).length > room)
    known.pop();
  return encodeQuestion((q) => AskValue.encode({ q, cited: known, ...heard }), question);
}

/** Packs a question so that the whole value still fits a button, whatever escapes JSON needs. */
export function encodeQuestion(
  encode: (question: string) => string,
  question: string,
  limit: number = LIMIT.buttonValue,
): string {
  let kept = question.toWellFormed();
  for (;;) {
    const value = encode(kept);
    if (value.length <= limit || kept === '') return value;
    kept = kept.slice(0, Math.floor(kept.length * 0.8)).toWellFormed();
  }
}
