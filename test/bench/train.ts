import { train } from './learn.ts';

await train(process.argv.slice(2));
