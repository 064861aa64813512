import { describe, expect, test } from 'vitest';
import { readIntroduction } from '../../src/releases/contact-introduction.ts';

describe('readIntroduction()', () => {
  test.each([
    'For media enquiries, please contact:',
    'For media enquiries please contact:',
    'For media inquiries, please contact:',
    'For media queries, please contact',
    'For media clarifications, contact:',
    'For media clarification',
    'FOR MEDIA ENQUIRIES, CONTACT',
    'For all media-related queries, kindly contact:',
    'For media and public enquiries on the scheme, please contact:',
    'For media enquiries, please contact the following officers:',
    'Media Contacts:',
    'Media contact',
    'Press Contacts:',
    'Media Enquiries:',
    '6. For media queries, please contact:',
  ])('knows that "%s" announces press contacts', (line) => {
    expect(readIntroduction(line)).toEqual({ audience: 'media', topic: null, rest: '' });
  });

  test.each([
    'For enquiries please contact:',
    'For more information, please contact:',
    'FOR FURTHER INFORMATION CONTACT:',
    'Contact Details',
    'Contact Persons',
    'Agency Contact:',
  ])('takes "%s" for an announcement of contacts of any kind', (line) => {
    expect(readIntroduction(line)).toEqual({ audience: 'general', topic: null, rest: '' });
  });

  test('keeps what stands behind it on its line, and the organisation that it names', () => {
    expect(readIntroduction('For media queries, please contact Ann Poe at 6123 4567.')?.rest).toBe(
      'Ann Poe at 6123 4567.',
    );
    expect(readIntroduction('For further information on the DPGA, contact:')?.topic).toBe('DPGA');
    expect(readIntroduction('For further information on this, contact:')?.topic).toBeNull();
  });

  test.each([
    'MDDI’s reply to media queries on scams',
    'Media relations are good.',
    'The media contacted us about the parks.',
    'For further queries, law firms may contact us at a@example.sg.',
    'For more information, please visit example.sg.',
    'Contact: 9123 4567',
    'Please find the contact details below.',
    'Press release',
    '',
  ])('is not misled by "%s"', (line) => {
    expect(readIntroduction(line)).toBeUndefined();
  });
});
