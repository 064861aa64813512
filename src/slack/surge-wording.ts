/** What the bot says of many enquiries on one subject: to the desk, and of it nothing outside. */
export const SURGE_SAY = {
  lead: (enquiries: number, outlets: number, subject: string) =>
    `${enquiries} enquiries from ${outlets === 1 ? 'one outlet' : `${outlets} outlets`} seem to be on one subject${subject === '' ? '' : `: ${subject}`}`,
  over: 'Summed up. Later questions stand for themselves.',
  dismissed: (by: string) => `<@${by}> says that these are not on one subject.`,
  waiting: (count: number, all: number) =>
    count === 0 ? 'Nobody waits any more.' : `${count} of ${all} wait for an answer.`,
  oldest: (reference: string, at: string) => `Oldest: ${reference}, since ${at}.`,
  earliest: (reference: string, deadline: string) =>
    `Earliest deadline: ${deadline} (${reference}).`,
  noDeadline: 'None of them named a deadline.',
  nobody: 'Nobody has acknowledged this yet.',
  acknowledged: (who: string) => `Acknowledged by ${who}.`,
  only: 'Only the desk sees this line. Each asker sees only their own receipt, and each enquiry stays its own.',
  more: (count: number) => `and ${count} more.`,

  statement: {
    waiting: (line: string, to: number, at: string) =>
      `“${line}” goes to ${to} at ${at} unless it is undone.`,
    sending: (line: string, sent: number, to: number) => `“${line}” was sent to ${sent} of ${to}.`,
    stopped: (line: string, sent: number) =>
      `“${line}” was sent to ${sent}. It may not be said any more, so nobody else gets it.`,
  },
  also: (until: string) => `It also goes to those who ask before ${until}.`,
  without: (count: number) =>
    count === 1
      ? '1 who waits has not had it: press “Send one line to all”.'
      : `${count} who wait have not had it: press “Send one line to all”.`,

  acknowledge: 'I have seen this',
  send: 'Send one line to all',
  undo: 'Undo',
  addTask: 'A task for two',
  dismiss: 'Not one subject',

  done: {
    acknowledged: 'Noted: you have seen it. Nobody else is rung.',
    before: 'You had acknowledged this already.',
    dismissed: 'Closed. The enquiries are as they were.',
    sending: 'A line was sent to them already, so this stays.',
    undone: 'Stopped. Nobody got it.',
    'too-late': 'It is too late to stop it: it is being sent.',
    unknown: 'This is no longer there.',
    over: 'This is over. Reply to each enquiry on its own card.',
  },

  sendTitle: 'Send one line to all',
  sendSubmit: 'Preview',
  sendLine: 'Which line?',
  sendLineHint: 'Signed holding lines that are in date. Their words go out as they stand.',
  sendTo: 'To whom?',
  sendAlso: 'And to those who ask later?',
  sendAlsoHint:
    'They get it at once, for so long. Without that, the line above tells you who has not had it.',
  hours: (hours: number) =>
    hours === 0 ? 'No' : hours === 1 ? 'For the next hour' : `For the next ${hours} hours`,
  noLines:
    'There is no signed holding line that is in date. Add one to desk/lines, with “holding: true”, and have it signed.',
  noneWaiting: 'Nobody waits who has not had a line from here. Reply to each on its own card.',
  previewTitle: 'Send this to all?',
  previewTo: (count: number) =>
    count === 1
      ? 'It is posted to 1 asker, in the thread of the question.'
      : `It is posted to ${count} askers, each in the thread of their own question, in an order drawn by lot. None of them sees that there are others.`,
  previewAlso: (hours: number) =>
    `${hours === 1 ? 'For an hour' : `For ${hours} hours`} it also goes, at once, to those who ask the same.`,
  gone: 'This preview was replaced by a later one, so nothing was sent.',
  another: 'Another line is about to be sent. Wait until it is out, or undo it.',

  taskTitle: 'A task for two',
  taskSubmit: 'Add',
  taskLabel: 'What must two people both acknowledge?',
  taskLead: (by: string) => `<@${by}> asks two people to acknowledge:`,
  taskOpen: (who: string) =>
    who === '' ? 'Nobody has yet. It needs two.' : `${who} has. It needs one more.`,
  taskDone: (who: string) => `Acknowledged by both: ${who}.`,
  taskButton: 'Acknowledge',
  task: {
    first: 'Noted. It needs one more person.',
    done: 'Noted: two people have acknowledged it.',
    before: 'You have acknowledged this already. It needs somebody else too.',
    unknown: 'This task is no longer there.',
    empty: 'Write what is to be acknowledged.',
  },

  word: {
    duty: (lead: string) =>
      `You are on duty. ${lead}. Press “I have seen this” on the desk’s line.`,
    again: (minutes: number, lead: string) =>
      `For ${minutes} min nobody has acknowledged this. ${lead}. Press “I have seen this” on its line.`,
    ring: (minutes: number) =>
      `For ${minutes} min nobody has acknowledged this. Please ring or write:`,
    nobodyToRing:
      'desk.yml names nobody to ring: add a rota, people and a fallbackContact with a phone.',
    stopped: (line: string) =>
      `“${line}” was changed, withdrawn or has expired, so it goes to nobody else.`,
  },

  summaryTitle: (subject: string) =>
    `Summed up: the enquiries${subject === '' ? '' : ` on ${subject}`}`,
  summaryAsked: (asked: number, outlets: number, from: string, to: string) =>
    `${asked} enquiries from ${outlets === 1 ? 'one outlet' : `${outlets} outlets`}, ${from} to ${to}.`,
  summaryFirst: (time: string) => `First word sent ${time} after the first question.`,
  summaryNothing: 'Nothing was sent to any of them.',
  summarySpread: (time: string) => `Between the first and the last to get one line: ${time}.`,
  summaryLater: (time: string) => `Whoever asked later waited ${time} for it at most.`,
  summaryAnswered: (answered: number, closed: number) => `${answered} answered, ${closed} closed.`,
  summaryOpen: (open: number) =>
    open === 0 ? 'Nothing is open.' : open === 1 ? '1 is open:' : `${open} are open:`,

  released: (reference: string) => `Released since you asked (${reference}):`,

  notVerified: 'not verified',
  onDuty: 'on duty',
  unverified:
    'not verified: desk.yml does not name it for this workspace. Public words only, and ring back first',
  unverifiedTerms:
    'This outlet is not verified in desk.yml, so it is answered on the record only. Ring back, and add it there first.',
  callBack:
    'So that the press office can ring you back, write the number of your newsroom here, in this thread.',
} as const;
