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
  later: 'Later on the same subject:',
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
  claim: 'Claim',
  release: 'Release',
  reply: 'Reply',
  undo: 'Undo',
  resolve: 'Resolve',
  reopen: 'Reopen',
  withdraw: 'Withdraw my question',

  // Releases
  readTitle: 'Press release',
  contactsTitle: 'Media contacts',
  noneprinted: 'This release prints no media contact. “Ask the press office” reaches the desk.',
  gone: 'This release can no longer be shown.',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  shareTitle: 'Share outside?',
  shareAsk: (channel: string) =>
    `People of another organisation are in <#${channel}>. They will see this release. Share it there?`,
  shareSubmit: 'Share',
  sharedBy: (user: string) => `Shared by <@${user}>`,
  shared: 'Shared.',
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
  askDeadlinePlaceholder: 'by 5pm today',
  askReach: 'How else can we reach you?',
  askReachHint: 'A phone number or an e-mail address. Only the press office sees it.',
  askTooShort: 'Write your question in a few words at least.',
  receipt: (reference: string) => `Your question is with the press office: ${reference}.`,
  receiptNoDeadline: 'No deadline given.',
  receiptDeadline: (deadline: string) => `Answer needed by ${deadline}.`,
  receiptNext: 'The answer comes here, in this thread.',
  deadlineUnclear: (ask: string) => ask,

  // Unexpected
  sorry:
    'Something went wrong on my side, and it has been noted. Please try again, or ask the press office directly.',
  outOfDate: 'This button is out of date. Ask again to get a new one.',
  tooMany: 'That was a lot at once. I will answer again in a minute.',
  stillReading: (read: number, total: number) =>
    `I am still reading the releases (${read} of ${total}). The answer may be missing some.`,

  // Help
  help: [
    'I look things up in the press releases, quote them word for word with date and link, and carry what they do not answer to the press office.',
    '• “/release AI strategy” finds releases. “/release latest” lists the newest.',
    '• “@Media Desk which sectors does the AI strategy cover?” asks a question, in a channel or in a direct message to me.',
    '• “Ask the press office”, under every answer, sends your question to a person, with your deadline.',
  ],
  welcome:
    'Hello. I quote the press releases word for word, and carry what they do not answer to the press office. Mention me with a question, such as “@Media Desk which sectors does the AI strategy cover?”',
} as const;
