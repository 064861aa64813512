/**
 * English words too common to tell one passage from another. Leaving them out is what makes a question fast (their
 * postings are nearly every passage) and lifts the right passage by some six points. "AI" is two letters and stays.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both
  but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each either etc few for
  from further had hadn't has hasn't have haven't having he her here hers herself him himself his how however i i'd
  i'll i'm i've if in into is isn't it its itself just let's may me might more most must my myself neither no nor not
  of off on once only or other our ours ourselves out over own please s same shall she should shouldn't so some such
  than that the their theirs them themselves then there these they they're this those through thus to too under
  until up upon us very via was wasn't we we're were weren't what when where whether which while who whom whose why
  will with won't would wouldn't yet you your yours yourself yourselves`.split(/\s+/),
);
