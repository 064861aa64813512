import { EMBARGO_SAY } from './embargo-wording.ts';
import { SURGE_SAY } from './surge-wording.ts';

/**
 * Every word that the bot says of its own accord, in one place to read and to weigh. Plain English, short, kind, never
 * cute, and never without a next step. What stands in releases or is typed by people is not here.
 */
export const SAY = {
  // Look-ups
  found: (shown: number, total: number, query: string) =>
    total === 1
      ? `1 release matches “${query}”.`
      : shown === total
        ? `${total} releases match “${query}”, best first.`
        : `${total} releases match “${query}”. The ${shown} best:`,
  latest: (shown: number) =>
    shown === 1 ? 'The latest release:' : `The ${shown} latest releases, newest first:`,
  noMatch: (query: string) => `No release matches “${query}”.`,
  noReleases:
    'There are no releases to search yet. The press office adds them as files in the releases folder.',
  nearest: 'The nearest release:',
  didYouMean: (query: string) => `Did you mean “${query}”?`,
  tryOther: 'Try other words, or ask the press office.',

  // Answers
  answered: (releases: number) =>
    releases === 1 ? 'From the release:' : `From ${releases} releases:`,
  unsure: 'Closest in the releases. They may not answer this:',
  notFound: 'The releases do not say.',
  noContact: 'No media contact is printed in the releases that match.',
  contacts: (title: string) => `Media contacts printed in “${title}”:`,
  sameRelease: 'The same release',
  later: 'Later on the same subject:',
  severalAnswered: (answered: number, all: number) =>
    answered === all
      ? `All ${all} questions, from the releases:`
      : answered === 0
        ? `The releases do not answer any of the ${all} questions.`
        : `${answered} of ${all} questions, from the releases. The others are for the press office.`,
  forPressOffice: 'For the press office: the releases do not say.',
  forPressOfficeNear: 'For the press office. Closest in the releases, may not answer this:',
  askOpenOffer: (open: number) =>
    open === 1
      ? 'Press “Ask the press office” to send the open question.'
      : `Press “Ask the press office” to send the ${open} open questions.`,
  deadlineHeard: (deadline: string) =>
    `Read from your message: needed by ${deadline}. “Ask the press office” takes it along, and you can change it there.`,
  deadlineHeardUnsure: (deadline: string) =>
    `Do you need it by ${deadline}? “Ask the press office” asks you once more.`,
  deadlineHeardUnclear: (question: string) =>
    `${question} “Ask the press office” has a place for it.`,
  askOffer: 'The press office can answer: press “Ask the press office”.',
  searched: (count: number, from?: string, to?: string) =>
    count === 0
      ? 'There are no releases to search yet.'
      : count === 1
        ? `Searched 1 release${from === undefined ? '' : `, of ${from}`}.`
        : `Searched ${count.toLocaleString('en-SG')} releases${from === undefined ? '' : `, ${from} to ${to ?? from}`}.`,
  smallTalk:
    'Hello. I look things up in the press releases and quote them word for word. Ask me something that a release may say.',
  thanks: 'You are welcome. Ask again at any time.',
  private:
    'I only quote press releases, and give nobody’s private address or numbers. For the press contacts of a release, ask “Who do I contact about …?”',
  opinion:
    'I only quote what the releases say, and give no opinion. The press office can answer for itself.',
  instructions: 'I only look things up in the press releases. Ask me something that one may say.',
  empty:
    'Ask me something that a release may say, such as “Which sectors does the AI strategy cover?”',
  mobileInPrivate: 'mobile: press “Contacts”',

  // Buttons
  read: 'Read',
  contactsButton: 'Contacts',
  share: 'Share in channel',
  ask: 'Ask the press office',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  previous: 'Previous page',
  next: 'Next page',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  moves: {
    claim: 'Claim',
    'take-over': 'Take over',
    release: 'Give back',
    'hand-over': 'Hand over',
    accept: 'Accept',
    decline: 'Decline',
    'add-colleague': 'Ask a colleague',
    reply: 'Reply',
    hold: 'Send a holding line',
    'propose-terms': 'Propose other terms',
    agree: 'Agreed',
    'set-deadline': 'Change deadline',
    snooze: 'Snooze 1 hour',
    resolve: 'Resolve',
    'mark-duplicate': 'Same as another',
    reopen: 'Reopen',
    withdraw: 'Withdraw my question',
  },

  feedback: {
    helpful: 'Thank you. That is noted, without your name.',
    'not-helpful':
      'Thank you. That is noted, without your name. “Ask the press office” gets you an answer from a person.',
  },

  // Releases
  readTitle: 'Press release',
  onSite: 'Open on the website',
  contactsTitle: 'Media contacts',
  noneprinted: 'This release prints no media contact. “Ask the press office” reaches the desk.',
  gone: 'This release can no longer be shown.',
  withdrawnOn: (day: string) => `This release was withdrawn on ${day}.`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  shareTitle: 'Share outside?',
  shareAsk: (channel: string) =>
    `People of another organisation are in <#${channel}>. They will see this release. Share it there?`,
  shareSubmit: 'Share',
  sharedBy: (user: string) => `Shared by <@${user}>`,
  cannotShare:
    'I could not post here. Add me to the channel with “/invite @Media Desk”, then press again.',
  staffOnly: 'This is for the press office only.',

  // Asking a person
  askTitle: 'Ask the press office',
  askSubmit: 'Send',
  askQuestion: 'Your question',
  askOutlet: 'Whom do you write for?',
  askDeadline: 'When do you need the answer?',
  askDeadlineHint: 'In your own words, such as “by 5pm today” or “Friday noon London time”.',
  askDeadlineUnread: 'I cannot read a time in this. Give a day and a time, or leave it empty.',
  askDeadlinePlaceholder: 'by 5pm today',
  askReach: 'How else can we reach you?',
  askReachHint: 'A phone number or an e-mail address. Only the press office sees it.',
  askConfirm: 'Is this the time you mean?',
  askConfirmYes: 'Yes, by then',
  askConfirmHint: 'If not, write the deadline in other words, with day and time.',
  askedByYou: (question: string) => `You asked the press office: ${question}`,
  askTooShort: 'Write your question in a few words at least.',
  receipt: (reference: string) => `Your question is with the press office: ${reference}.`,
  receiptNoDeadline: 'No deadline given.',
  receiptDeadline: (deadline: string) => `Answer needed by ${deadline}.`,
  receiptNext: 'The answer comes here, in this thread.',
  // Enquiries
  statusOpen: 'Open, nobody has it yet',
  statusOpenHeld: 'Open, a holding line was sent',
  statusClaimed: 'Claimed',
  statusHeld: 'Claimed, a holding line was sent',
  statusSending: 'Claimed, a reply is about to be sent',
  statusAnswered: 'Answered',
  statusResolved: 'Resolved',
  statusDuplicate: (reference: string) => `Resolved, same as ${reference}`,
  statusWithdrawn: 'Withdrawn by the asker',
  noDeadline: 'No deadline given',
  timeLeft: (time: string, at: string) => `${time} left at ${at}`,
  timeOver: (time: string, at: string) => `passed ${time} before ${at}`,
  briefReleased: 'Released on this:',
  briefNearest: 'Nearest in the releases, may not answer this:',
  briefReplies: 'Replied earlier on this subject:',
  briefOutlet: 'Asked earlier by the same outlet:',
  claimed: 'This enquiry is yours.',
  taken: (by: string) => `<@${by}> has this one already.`,
  notYours: (owner: string | undefined) =>
    owner === undefined
      ? 'This is for the press office and the people asked.'
      : `<@${owner}> has this enquiry. Ask them, or press “Take over”.`,
  wrongState: (status: string) => `This is not possible any more: the enquiry is ${status}.`,
  unknownEnquiry: 'This enquiry no longer exists.',
  released: 'Given back. It is open for others again.',
  replyTitle: 'Reply',
  replySubmit: 'Preview',
  replyLabel: 'Your reply',
  correctTitle: 'Correct the reply',
  correct: 'Correct the reply',
  previewTitle: 'Send this?',
  previewLead: 'This is posted, word for word:',
  previewSubmit: 'Send',
  previewBack: 'Back',
  previewUndo: 'After “Send” you have 10 seconds to undo it.',
  guardClean: 'Every figure, date and name in it stands in the releases.',
  guardNoFacts: 'It holds no figure, date or name to check.',
  guardFound: (count: number) =>
    count === 1
      ? 'No release near this subject says the following. Check it before you send:'
      : 'No release near this subject says the following. Check them before you send:',
  guardKind: { figure: 'figure', date: 'date', name: 'name' },
  guardMore: (count: number) => `and ${count} more`,
  replyTooLong: (characters: number) =>
    `This is too long for one message by about ${characters} characters. Shorten it, or send it in two.`,
  replyHint:
    'Posted in the name of Media Desk. Nothing else you write about this enquiry leaves the desk.',
  replyWhere: (asker: string, channel: string, shared: boolean) =>
    !channel.startsWith('C') && !channel.startsWith('G')
      ? `It will be posted to ${asker} in a direct message.`
      : `It will be posted to ${asker} in the thread in <#${channel}>${shared ? ', which people of other organisations read' : ''}.`,
  attributionLabel: 'Attribution',
  attribution: {
    'on-the-record': 'On the record',
    background: 'Background: not to be named',
    'not-for-quotation': 'Not for quotation',
  },
  lineLabel: 'A line to take',
  lineHint: 'Signed and in date. Its words come first, and what you write above after them.',
  linePlaceholder: 'None',
  lineNot: {
    unsigned: (title: string, owner: string) =>
      `“${title}” is not signed off, so it cannot be sent. Ask ${owner}.`,
    'not-yet': (title: string, owner: string) =>
      `“${title}” may not be said yet, so it cannot be sent. Ask ${owner}.`,
    expired: (title: string, owner: string) =>
      `“${title}” has expired, so it cannot be sent. Ask ${owner}.`,
  },
  lineChanged:
    'This line to take was changed or taken away meanwhile, so nothing was sent. Go back and choose again.',
  holdingPreview:
    'This is a holding line. The enquiry stays open, and its reminders go on until you answer it.',
  promiseLabel: 'Next update by',
  promiseHint:
    'Told to the asker in both zones, and kept as a promise: you are reminded of it. Leave it empty to promise nothing.',
  promisePlaceholder: '9pm',
  promiseUnread: 'Write a time, such as “9pm” or “tomorrow 10am”.',
  promisePast: 'That time has passed. Write a later one.',
  promiseSaid: (at: string) => `Next update by ${at}.`,
  promised: (at: string, late: string | undefined) =>
    `next update by ${at}${late === undefined ? '' : `; late by ${late}`}`,
  promiseNear: {
    soon: 'The update that was promised is near:',
    due: 'The update that was promised is due now, and nothing was sent:',
  },
  promisesKept: (kept: number, of: number, late: readonly string[]) =>
    `${kept} of ${of} promised updates came in time${late.length === 0 ? '' : `; late by ${late.join(', ')}`}.`,
  promisesBroken: (count: number) =>
    count === 1 ? '1 promised update has not come.' : `${count} promised updates have not come.`,
  signatureWanted: ({
    title,
    owner,
    file,
    isThem,
    deadline,
  }: {
    title: string;
    owner: string;
    file: string;
    isThem: boolean;
    deadline: string;
  }) =>
    `wants to send “${title}”, which is not signed off. ${isThem ? 'Please look at it now' : `${owner} signs it and is not found in Slack: please reach them`}. Needed by: ${deadline}. To sign it off, write signedBy and signedAt into desk/lines/${file}.md.`,
  holdingOffer: (reference: string, title: string) =>
    `*${reference}*: Nothing has been sent yet. The holding line “${title}” is signed and can go out now, so that the asker knows you are on it.`,
  holdingButton: 'Preview the holding line',
  holdingLead: (reference: string) => `The press office on ${reference}:`,
  replyEmpty: 'Write the reply first, or choose a line to take.',
  draftGone:
    'These words were replaced by later ones, so nothing was sent. Go back, preview again, and press “Send” there.',
  replyGoesOut: (at: string) => `It goes out at ${at}. Until then “Undo” stops it.`,
  replySending: 'Another reply is on its way. Wait until it is sent, or undo it.',
  termsNotAgreed:
    'The asker has not agreed to these terms yet. Press “Propose other terms” first, or reply on the record.',
  undone: 'Stopped. Nothing was sent. Your words are below, to go on from:',
  tooLate: 'It is too late to stop it: the reply has been sent.',
  resolved: 'Resolved.',
  reopened: 'Reopened.',
  replyLead: (reference: string) => `The press office answers ${reference}:`,
  correctionLead: (reference: string) => `The press office corrects its answer to ${reference}:`,
  replyTerms: (terms: string) => `Terms: ${terms}.`,
  handOverTitle: 'Hand over',
  handOverSubmit: 'Offer',
  handOverLabel: 'To whom?',
  handOverWhy: 'Until they accept, you both have it.',
  notSuitable: 'Choose somebody of the press office other than yourself.',
  accepted: 'It is yours now.',
  declined: 'Declined. It stays with the one who offered it.',
  colleagueTitle: 'Ask a colleague',
  colleagueSubmit: 'Ask',
  colleagueLabel: 'Whom?',
  duplicateTitle: 'Same as another',
  duplicateSubmit: 'Link and resolve',
  duplicateLabel: 'Reference of the other enquiry',
  duplicatePlaceholder: 'ME-26-0007',
  duplicateUnknown: 'There is no other enquiry of that reference.',
  snoozed: 'No reminder for an hour.',
  termsTitle: 'Propose terms',
  termsSubmit: 'Propose',
  termsAsk: (terms: string) =>
    `The press office can answer on these terms: ${terms}. Press “Agreed” to accept them and get the answer.`,
  termsAgreed: 'Agreed. The press office has been told.',
  withdrawn: (reference: string) => `${reference} is withdrawn, as you asked.`,
  passedOn: (reference: string) =>
    `That is with the press office, on ${reference}. To ask me something else, begin a new message.`,
  reopenedForAsker: (reference: string) => `${reference} is open again.`,
  personal: {
    offered: (by: string) =>
      `<@${by}> offers you this enquiry. Press “Accept” or “Decline” on its card.`,
    accepted: (by: string) => `<@${by}> has taken the enquiry over from you.`,
    declined: (by: string) => `<@${by}> declined. The enquiry is still yours.`,
    'taken-over': (by: string) => `<@${by}> has taken the enquiry over from you.`,
    'asked-to-help': (by: string) => `<@${by}> asks for your help with this enquiry.`,
    reopened: (by: string) => `<@${by}> has reopened the enquiry.`,
    withdrawn: (_by: string) => 'The asker has withdrawn the enquiry. Nothing more is needed.',
  },
  reminder: {
    half: 'Half of the time is gone.',
    'three-quarters': 'Three quarters of the time are gone.',
    'nine-tenths': 'The deadline is near.',
    overdue: 'The deadline has passed without a reply.',
  },
  askerWrote: {
    new: 'The asker writes:',
    edited: 'The asker changed a message to:',
    deleted: 'The asker deleted a message.',
  },
  files: (names: string) => `With files: ${names}`,
  digestTitle: (day: string) => `Open enquiries, ${day}`,
  digestNone: 'No enquiry is open.',
  apology:
    'Sorry, I could not answer this. It has been noted. Please ask the press office directly, or try again.',

  // Following
  following: (query: string) =>
    `This conversation follows “${query}”: new releases on it are told here. “unfollow ${query}” ends it.`,
  unfollowed: (query: string) => `This conversation no longer follows “${query}”.`,
  notFollowed: (query: string) =>
    `This conversation does not follow “${query}”. “following” lists what it follows.`,
  followsNothing:
    'This conversation follows nothing yet. “follow healthcare” tells you of new releases here.',
  followsThese: (queries: string) => `This conversation follows ${queries}.`,
  alert: (query: string) => `A new release on “${query}”:`,

  // Corrections
  corrected: (title: string) => `A sentence quoted to you from “${title}” has changed.`,
  withdrawnSource: (title: string) =>
    `“${title}”, from which you were quoted, can no longer be quoted: it was withdrawn. Ask the press office before you use it.`,
  removedSentence: (title: string) =>
    `A sentence quoted to you from “${title}” no longer stands in it.`,
  was: 'It was:',
  isNow: 'It now reads:',
  noLonger: 'It no longer stands there.',
  gotIt: 'Got it',
  gotItThanks: 'Thank you. The press office knows that you have seen it.',
  gotItNotYours: 'This note is for whoever was quoted the words. Thank you all the same.',
  correctionTitle: (title: string) => `Words that people were quoted have changed in “${title}”`,
  correctionWithdrawn: (title: string) => `“${title}”, from which people were quoted, is gone`,
  correctionWho: (people: number, channels: number) =>
    `${people === 1 ? '1 person was' : `${people} people were`} given these words, in ${channels === 1 ? '1 conversation' : `${channels} conversations`}. Nobody has been told yet.`,
  correctionAsk:
    'What is it? *Material*: everybody who was given the words is told, after a sign-off. *Minor*: later answers say that it was corrected. *Format*: nothing is said.',
  correctionAskGone:
    'Tell everybody who was given the words, after a sign-off? Choose “Tell nobody” where only a file was moved.',
  correctionClass: { material: 'Material', minor: 'Minor', format: 'Format' },
  correctionTell: 'Tell them',
  correctionTellNobody: 'Tell nobody',
  correctionPreview: (people: number, channels: number) =>
    `This goes to ${people === 1 ? '1 person' : `${people} people`} in ${channels === 1 ? '1 conversation' : `${channels} conversations`}, each in the thread of their question:`,
  correctionSign: (people: number) =>
    people === 1 ? 'Sign off and tell 1 person' : `Sign off and tell ${people} people`,
  correctionSigner: (officer: string | undefined, second: boolean) =>
    `${second ? 'A second pair of eyes signs it off' : 'Anybody of the desk signs it off'}${officer === undefined ? '' : `: <@${officer}> is on duty, and after 15 minutes any colleague may`}.`,
  correctionClassed: (what: string, by: string, at: string) =>
    `Classed as ${what} by <@${by}> at ${at}.`,
  correctionSigned: (by: string, at: string) => `Signed off by <@${by}> at ${at}.`,
  correctionTold: (told: number, of: number, seen: number) =>
    `Told: ${told} of ${of}. Known to have seen it: ${seen}.`,
  correctionFailed: (user: string, reason: string) =>
    `Could not be told: <@${user}>, because of ${reason}.`,
  correctionQuiet: 'Nobody is told.',
  correctionReverted: 'The words are back as they were before anybody was told.',
  correctionUnseen: 'Who has not seen it',
  correctionWaits: {
    asked: 'A correction waits: what is the change?',
    classed: 'A correction waits for its sign-off.',
  },
  correctionWaitsDigest: (count: number) =>
    count === 1
      ? '1 correction waits for the desk: its card stands above in this channel.'
      : `${count} corrections wait for the desk: their cards stand above in this channel.`,
  unseenTitle: (count: number) =>
    count === 0
      ? 'Everybody is known to have seen the correction.'
      : `${count === 1 ? '1 person is' : `${count} people are`} not known to have seen the correction:`,
  unseenHonest:
    'Slack does not tell who has read a message. Known is whoever pressed “Got it”, wrote in the thread, or was reached by a colleague.',
  unseenTold: (at: string) => `told at ${at}`,
  unseenNotTold: 'could not be told in Slack',
  unseenReach: (reach: string) => `reach: ${reach}`,
  unseenNoReach: 'no other way to reach them is known',
  reached: 'Reached',
  reachedNoted: 'Noted: you have reached them.',
  seenBefore: 'It was known already.',
  correctionOver: 'This was decided already. The card shows how.',
  correctionNotClassed: 'First say what the change is.',
  correctionChanged:
    'The release was changed once more. The card shows what people would be told now; please look again.',
  signOwnWork: 'You classed this yourself. Somebody else of the desk signs it off.',
  signNotOnDuty: (officer: string) =>
    `<@${officer}> is on duty and signs it off. After 15 minutes any colleague may.`,
  signedNow: (people: number) =>
    people === 1
      ? 'Signed off. 1 note is on its way.'
      : `Signed off. ${people} notes are on their way.`,
  classedNow: {
    material: 'Noted as material. It waits for a sign-off.',
    minor: 'Noted as minor. Nobody is told; later answers say that it was corrected.',
    format: 'Noted as a change of form. Nobody is told.',
  },
  correctedAt: (time: string) => `corrected ${time}`,
  quoteBeforeCorrection: (time: string) =>
    `Matches the version before the correction of ${time}. It no longer stands so:`,

  // Duty
  dutyTitle: 'On duty',
  dutyNobody: 'The rota in desk.yml names nobody for the next three weeks. Add turns under “rota”.',
  dutyNow: 'Now',
  dutyUntil: (day: string) => `until the end of ${day}`,
  dutyUntilTime: (time: string) => `until ${time}`,
  dutyUnnamed: 'nobody is named',
  dutySwap: (person: string) => `, in a swap with ${person}`,
  openTitle: (count: number) =>
    count === 1 ? '1 enquiry is open:' : `${count} enquiries are open, most urgent first:`,
  swapButton: 'Swap a shift',
  leaveButton: 'Take leave',
  swapTitle: 'Swap a shift',
  swapSubmit: 'Offer',
  swapShift: 'Which of your shifts?',
  swapWith: 'Who takes it?',
  swapHint: 'Until they accept, it stays yours.',
  swapInReturn: 'What of theirs do you take in return?',
  swapNone: 'The rota names you for no shift in the next eight weeks.',
  swapNotStaff: 'Choose somebody of the press office other than yourself.',
  swapNotTheirs: 'This shift is not theirs. Choose one of theirs, or none.',
  swapNoLonger: 'This shift is not yours any more. “/release duty” tells whose it is.',
  leaveTitle: 'Take leave',
  leaveSubmit: 'I am away',
  leaveFrom: 'First day',
  leaveTo: 'Last day',
  leaveHint: 'Both days count. No enquiry is routed to you meanwhile, and the desk is told.',
  leaveOrder: 'The last day is before the first.',
  swapOffered: (name: string, time: string, inReturn: string | undefined) =>
    `${name} asks you to take the duty of ${time}${inReturn === undefined ? '' : `, and takes yours of ${inReturn} in return`}. Until you accept, nothing changes.`,
  swapAgreed: (to: string, name: string, time: string, inReturn: string | undefined) =>
    `${to} takes the duty of ${time} from ${name}${inReturn === undefined ? '' : `, who takes that of ${inReturn} in return`}.`,
  swapDeclined: (to: string, time: string) =>
    `${to} cannot take your duty of ${time}. It stays yours: “/release duty” offers it to somebody else.`,
  swapCalledOff: (to: string, name: string, time: string) =>
    `Called off: ${to} does not take the duty of ${time} from ${name}.`,
  leaveTold: (name: string, time: string, duty: string | undefined) =>
    `${name} is away: ${time}.${duty === undefined ? '' : ` The rota has them on duty then (${duty}), and nobody takes it yet: “/release duty” swaps it.`}`,
  leaveCalledOff: (name: string, time: string) => `Called off: the leave of ${name}, ${time}.`,
  swapAccept: 'Accept',
  swapDecline: 'Decline',
  callOff: 'Call off',
  dutyOffered: (name: string, time: string, to: string) =>
    `Offered: ${name} to ${to}, ${time}. Not accepted yet.`,
  dutySwapped: (name: string, time: string, to: string, by: string) =>
    `Swapped: ${to} for ${name}, ${time} (agreed ${by}).`,
  dutyLeave: (name: string, time: string) => `Away: ${name}, ${time}.`,
  dutyDone: {
    offered: 'Offered. You are told what they say.',
    leave: 'Noted. The desk is told.',
    agreed: 'It is yours. The desk is told.',
    declined: 'Declined. They are told.',
    'called-off': 'Called off.',
  },
  dutyOver: 'This was settled already, or its time is over. “/release duty” tells who is on duty.',
  dutyNotYours: 'This is for somebody else to decide.',
  dutyFromTo: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  shiftBegan: (officer: string, before: string | undefined) =>
    `${officer}, you are on duty now${before === undefined ? '' : `, after ${before}`}.`,
  shiftOpen: (open: number, soon: number) =>
    open === 0
      ? 'Nothing is open. Press “Accept”, so that it is known who has the desk.'
      : `Open: ${open}, of which ${soon} due in the next 12 hours or overdue. Press “Accept” to take them on.`,
  shiftAccept: 'Accept',
  shiftTaken: (by: string, at: string) => `Accepted by <@${by}> at ${at}.`,
  shiftAccepted: (officer: string) => `${officer} has accepted the hand-over. You are off duty.`,
  shiftNotAccepted: (officer: string, at: string, before: string | undefined) =>
    `Nobody has accepted the hand-over of ${at} to ${officer}. ${before === undefined ? '' : `${before}, keep an eye on the desk until it is accepted. `}${officer}, press “Accept” on the list, or hand over to somebody else.`,
  acceptShift: {
    accepted: 'Accepted. You have the desk.',
    'accepted-before': 'This hand-over was accepted already.',
    over: 'Somebody else is on duty by now. “/release duty” tells who.',
    unknown: 'This hand-over no longer exists. “/release duty” tells who is on duty.',
  },

  // Released words
  saidTitle: (count: number, words: string) =>
    count === 1
      ? `1 released sentence has “${words}” in it:`
      : `${count} released sentences have “${words}” in them, oldest first:`,
  saidBetween: (count: number) => `${count} more between these. “media-desk said” lists them all.`,
  saidLatest: 'Latest mention:',
  saidNoneLater: 'No later release here has these words.',
  neverSaid: (words: string) => `No released sentence has “${words}” in it.`,
  quoteExact: 'Word for word as released:',
  quoteEarlier: 'Word for word from an earlier version of this release. It no longer stands there:',
  quoteAltered: 'Not word for word. The nearest released sentence is:',
  quoteAdded: (words: string) => `Not in the release: ${words}`,
  quoteMissing: (words: string) => `Left out: ${words}`,
  quoteNeverSaid: 'No release says this, nor anything near it.',

  // Releases under embargo
  embargo: EMBARGO_SAY,

  // Many enquiries on one subject
  surge: SURGE_SAY,

  // Reports, for the desk
  reportTitle: (from: string, to: string) => `Enquiries of the week ${from} to ${to}`,
  reportNone: 'Nobody asked the press office.',
  reportVolume: (asked: number, answered: number, waiting: number) =>
    `${asked} asked, ${answered} answered, ${waiting} still waiting.`,
  reportFirstReply: (time: string) => `Half of the first replies came within ${time}.`,
  reportNoDeadlines: 'No deadline came due.',
  reportDeadlines: (met: number, of: number) =>
    `${met} of ${of} deadlines met (${Math.round((met / of) * 100)} %).`,
  reportBySector: 'By sector:',
  reportByOutlet: 'By outlet:',
  reportOthers: (count: number) => `and ${count} more.`,
  chartOf: 'Chart:',
  chartAsked: 'asked',
  chartAnswered: 'answered',
  chartFirstReply: 'first reply',
  chartDeadlines: 'deadlines met',
  chartComment: 'The same as a picture. Every figure in it stands in words above.',
  gapsTitle: 'What people asked last week and the releases do not answer:',
  gapTimes: (count: number) => (count === 1 ? 'once' : `${count} times`),
  gapNearest: (title: string) => `nearest: ${title}`,
  gapsNext: '“media-desk gaps” lists them all, with the wordings.',

  // Trouble, for the desk
  cannotPull: (reason: string) =>
    `New releases cannot be fetched from the repository: ${reason}. What was fetched last is still served.`,
  pullsAgain: 'New releases are fetched from the repository again.',
  degraded: (minutes: number, isSlack: boolean) =>
    isSlack
      ? `Slack has not taken what I say for ${minutes} min. Nothing is lost: it will follow.`
      : `I am behind by ${minutes} min. Nothing is lost: it will follow.`,
  wellAgain: (minutes: number) =>
    `For ${minutes} min I could not keep up. What waited has been said now, and nothing was lost.`,
  storeUnwritten: (why: string) =>
    `I can keep nothing at this moment: my database takes nothing (${why}). I look things up as before; questions and replies wait in Slack, which tries again for some minutes. Please have it looked at.`,
  storeWritten: 'My database takes what I give it again. Questions and replies go on as before.',
  folderGone:
    'The folder of releases is gone. I go on answering from what I read last, so that later releases, corrections and withdrawals are not seen.',
  folderBack: 'The folder of releases is there again, and I have read it anew.',
  notTold: (kind: string) =>
    `A message could not be written, by a fault of mine, and was given up: ${kind.replaceAll('-', ' ')}. The log says why. Whoever asked was told that it failed.`,
  setAside: (user: string, channel: string) =>
    `What <@${user}> wrote in <#${channel}> could not be worked off, by a fault of mine. The log says why. Please look whether they need something.`,
  eventSetAside:
    'Something that Slack told me could not be worked off, by a fault of mine. The log says why.',

  // Unexpected
  outOfDate: 'This button is out of date. Ask again to get a new one.',
  tooMany: 'That was a lot at once. I will answer again in a minute.',
  stillReading: (read: number, total: number) =>
    `I am still reading the releases (${read} of ${total}). The answer may be missing some.`,

  // Home
  homeTitle: 'Media Desk',
  homeSearch: 'Find a press release',
  homeSearchPlaceholder: 'AI strategy',
  homeNoDuty: 'The rota names nobody. “/release duty” shows it.',
  homeHandOver: (officer: string, at: string) =>
    `The hand-over of ${at} to ${officer} is not accepted yet.`,
  homeGaps: 'Asked this week, and not in the releases',
  homeSettings: 'Your settings',
  homeSettingsLead: 'They hold for you alone, from now on.',
  settingZone: '*Time zone* in which times are said to you here, and yours are read',
  settingAsInSlack: 'As in my Slack profile',
  settingAlerts: '*Alerts* of releases that you follow in your direct messages with me',
  settingAtOnce: 'At once',
  settingMorning: 'Next working morning',
  settingReminders: '*Reminders* of deadlines',
  settingInHours: 'In the desk’s hours',
  settingAnyTime: 'At any hour',
  homeMine: 'Your enquiries',
  homeNoneMine: 'You have none.',
  homeOpen: 'Open enquiries',
  homeNoneOpen: 'None is open.',

  // Help: how each thing is asked for, and what it does
  helpLead:
    'I look things up in the press releases, quote them word for word with date and link, and carry what they do not answer to the press office.',
  helpMentions: [
    ['@Media Desk which sectors does the AI strategy cover?', 'answers with exact quotes'],
    ['@Media Desk check “words of a quote”', 'tells whether they are word for word as released'],
    ['@Media Desk said “S$500 million”', 'lists every released sentence with these words'],
    ['@Media Desk follow healthcare', 'tells you of new releases on it'],
  ],
  helpCommands: [
    ['/release AI strategy', 'finds releases, for your eyes only'],
    ['/release latest', 'lists the newest'],
  ],
  helpStaff: [
    ['/release duty', 'tells who is on duty'],
    ['/release open', 'lists the enquiries that are open'],
  ],
  helpAsk:
    '“Ask the press office”, under every answer, sends your question to a person, with your deadline. In a direct message to me, leave out “@Media Desk”.',
  welcome:
    'Hello. I quote the press releases word for word, and carry what they do not answer to the press office. Mention me with a question, such as “@Media Desk which sectors does the AI strategy cover?”',
} as const;
