import { answerBatches } from './releases/work-batches.ts';
import { readForSearch } from './search/release-reading.ts';

/** The program of a thread that reads releases for the app: what search needs of them is worked out there too. */
answerBatches(readForSearch);
