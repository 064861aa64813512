import { describe, expect, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const TITLE = 'Singapore Sets Sights To Be A Global Hub';

describe('a member of staff looks up a release', () => {
  test('/release AI strategy answers privately, with what matched and three buttons', async () => {
    const { slack, settle } = await aPressOffice();
    await slack.as(PEOPLE.mei).command('/release', 'AI strategy', CHANNEL.newsroom);
    await settle();

    const [reply] = slack.ephemerals(PEOPLE.mei);
    expect(reply?.text).toContain(TITLE);
    expect(reply?.text).toContain('19 Nov 2019');
    expect(JSON.stringify(reply?.blocks)).toContain('"bold":true');
    for (const button of ['Read', 'Contacts', 'Share in channel'])
      expect(JSON.stringify(reply?.blocks)).toContain(`"${button}"`);
    expect(slack.messages(CHANNEL.newsroom)).toEqual([]);
    expect(slack.faults).toEqual([]);
  });

  test('Read opens the whole release, and Contacts the people at its foot', async () => {
    const { slack, settle } = await aPressOffice();
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'AI strategy', CHANNEL.newsroom);
    await settle();
    const [reply] = slack.ephemerals(PEOPLE.mei);
    if (reply === undefined) throw new Error('no reply');

    await mei.press(reply, 'release.read');
    const read = await mei.opened();
    expect(JSON.stringify(read.view)).toContain('Singapore has invested over S$500 million');
    await mei.close(read);

    await mei.press(reply, 'release.contacts');
    const contacts = await mei.opened();
    expect(JSON.stringify(contacts.view)).toContain('+65 9644 1674');
    expect(JSON.stringify(contacts.view)).toContain('Terry_Lim@pmo.gov.sg');
    expect(slack.faults).toEqual([]);
  });

  test('Share posts at once where only our own people read, and asks first where others do', async () => {
    const { slack, settle } = await aPressOffice();
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'AI strategy', CHANNEL.newsroom);
    await mei.command('/release', 'AI strategy', CHANNEL.shared);
    await settle();
    const [inside, outside] = slack.ephemerals(PEOPLE.mei);
    if (inside === undefined || outside === undefined) throw new Error('no reply');

    await mei.press(inside, 'release.share');
    await settle();
    expect(slack.messages(CHANNEL.newsroom).at(-1)?.text).toContain(TITLE);

    await mei.press(outside, 'release.share');
    const asked = await mei.opened();
    expect(JSON.stringify(asked.view)).toContain('another organisation');
    expect(slack.messages(CHANNEL.shared)).toEqual([]);
    await mei.submit(asked);
    await settle();
    expect(slack.messages(CHANNEL.shared).at(-1)?.text).toContain(TITLE);
    expect(slack.faults).toEqual([]);
  });

  test.each([
    { typed: '', says: '/release latest' },
    { typed: 'help', says: '/release latest' },
    { typed: 'latest', says: TITLE },
    { typed: 'qzxv', says: 'No release matches' },
  ])('/release $typed says what can be done', async ({ typed, says }) => {
    const { slack, settle } = await aPressOffice();
    await slack.as(PEOPLE.mei).command('/release', typed, CHANNEL.newsroom);
    await settle();
    expect(slack.ephemerals(PEOPLE.mei).at(-1)?.text).toContain(says);
    expect(slack.faults).toEqual([]);
  });
});
