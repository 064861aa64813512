/** What the bot says of releases under embargo: to staff, and to a reporter who may promise. */
export const EMBARGO_SAY = {
  loaded:
    'A release under embargo has been loaded. Look at what was understood of it before it is public: press the button. “/release embargoed” lists them all.',
  none: 'Nothing is under embargo.',
  list: (count: number) =>
    count === 1
      ? '1 release is under embargo. Only you see this.'
      : `${count} releases are under embargo. Only you see this.`,
  show: 'Show what was understood',
  title: 'Under embargo',
  until: (until: string) => `Public from ${until}. Until then it is shown to nobody but here.`,
  noDate: 'No date given. Begin the file name with one, or add “date:” to the front matter.',
  date: (day: string, source: string) => `${day}, from the ${source}.`,
  noContacts: 'No media contact is printed in it.',
  noLink: 'No address: it has no permalink.',
  fields: {
    release: 'Title',
    file: 'File',
    date: 'Date',
    embargo: 'Embargo',
    contacts: 'Contacts',
    link: 'Address',
    sectors: 'Sectors',
    passages: 'Understood',
    problems: 'To look at',
  },
  passages: (count: number) => (count === 1 ? '1 passage' : `${count} passages`),
  noProblems: 'Nothing is wrong with the file.',
  problem: (level: string, line: number, message: string) => `${level}, line ${line}: ${message}`,
  lifted: 'This is no longer under embargo, or another version was loaded meanwhile.',

  give: 'Give an advance copy',
  giveTitle: 'Advance copy',
  giveSubmit: 'Offer',
  giveTo: 'To which reporter?',
  giveHint:
    'Of an outlet that desk.yml names. They read it only after they have promised to keep the embargo.',
  notVerified:
    'desk.yml names no outlet for the workspace of this person, so they get no advance copy. Add it under “outlets” first.',
  notOutside: 'Choose a reporter of an outlet. Colleagues read it from the desk.',

  offer: (until: string) =>
    `The press office offers you an advance copy of a release that is under embargo until ${until}. To read it, promise to keep the embargo. Your promise is written down first.`,
  promise: (until: string) =>
    `I promise that nothing of it is published or passed on before ${until}.`,
  promiseButton: 'I promise, show it',
  copyTitle: 'Advance copy',
  mark: (until: string, name: string, at: string) =>
    `ADVANCE COPY, UNDER EMBARGO UNTIL ${until.toUpperCase()}. For ${name}, who promised at ${at} to keep the embargo.`,
  notYours: 'This advance copy is for somebody else.',
  public: 'The embargo has lifted. Ask for the release like any other.',

  offered: (by: string, to: string, until: string) =>
    `<@${by}> offered <@${to}> an advance copy of a release under embargo until ${until}.`,
  promised: (to: string, at: string, until: string) =>
    `<@${to}> promised at ${at} to keep the embargo until ${until}, and may read the advance copy.`,
} as const;
