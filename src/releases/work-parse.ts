import { answerBatches } from './work-batches.ts';

/** The program of a thread that reads releases and works out nothing besides. */
answerBatches();
