const title =
  /\b(?:manager|director|executive|officer|head|lead|chief|president|chairman|secretary|assistant|associate|deputy|senior|principal|specialist|consultant|partner|analyst|engineer|editor|strategist|coordinator|counsel|representative|spokesperson|advisor|adviser|VP|AVP|SVP|CEO|COO|CFO|CTO|founder)\b/i;
const department =
  /\b(?:communications?|marketing|media|public|corporate|relations|affairs|engagement|outreach|branding|publicity|partnerships?|events|adoption|strategic|strategy|policy|planning|press)\b/i;
const organisation =
  /\b(?:ministry|authority|agency|office|board|council|institute|university|centre|center|association|society|bank|company|group|foundation|commission|corporation|congress+|federation|department of|division|pte|ltd|limited|inc|llp|singapore|college|school|hospital|products|customs|alliance|network|services|solutions|technologies|chamber|trust)\b/i;

/** Whether a line reads as a job: it has a word that only titles of people have. */
export const isTitle = (line: string): boolean => title.test(line);

/** Whether a line reads as a part of an organisation, such as `Communications and Marketing Group`. */
export const isDepartment = (line: string): boolean => department.test(line);

/** Whether a line reads as the name of an organisation. */
export const isOrganisation = (line: string): boolean => organisation.test(line) && !isTitle(line);
