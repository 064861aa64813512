import { expect, test } from 'vitest';
import { languageOf } from '../../src/releases/language.ts';
import { kindFromPlace } from '../../src/releases/release-kind.ts';

test.each([
  ['media-hub/press-releases/_posts/x.md', undefined, 'T', 'press-release'],
  ['news/---speeches/_posts/x.md', undefined, 'T', 'speech'],
  ['news/-parliament-Q-&-A/_posts/x.md', undefined, 'T', 'parliamentary-reply'],
  [
    'news/parliamentary-speeches/_posts/x.md',
    undefined,
    'Written Answer by Minister',
    'parliamentary-reply',
  ],
  ['news/parliamentary-speeches/_posts/x.md', undefined, 'Second Reading Speech', 'speech'],
  ['newsroom/forum-letter-replies/x.md', undefined, 'T', 'forum-reply'],
  ['news/public-consultations/x.md', undefined, 'T', 'consultation'],
  ['x.md', '/media-hub/speeches/x', 'T', 'speech'],
  ['x.md', '/x', 'T', 'press-release'],
  ['media/events/x.md', undefined, 'T', 'other'],
])('%s with permalink %s is a %4$s', (file, permalink, title, kind) => {
  expect(kindFromPlace(file, permalink, title)).toBe(kind);
});

test.each([
  ['Singapore will invest in research.', 'en'],
  ['In a word, 洋货店 means “foreign goods store”.', 'en'],
  ['新加坡将继续投资于人工智能研究，与各国合作。AI 很重要。', 'zh'],
  ['Kerajaan akan membantu rakyat yang bekerja di negara ini untuk masa depan mereka.', 'ms'],
  ['சிங்கப்பூர் அரசாங்கம் புதிய திட்டத்தை அறிவித்தது', 'ta'],
])('%s is in %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
