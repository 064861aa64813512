import { takePictures } from './pictures.ts';

/** Run by `npm run pictures` after a build. */
const FOLDER = '.github/pictures';

for (const file of await takePictures(FOLDER)) console.log(`${FOLDER}/${file}`);
