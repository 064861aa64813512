/** Words that only jobs have. */
const title =
  /\b(?:manager|director|executive|officer|head|lead|leader|chief|president|chairman|chairperson|secretary|assistant|asst|associate|assoc|deputy|dy|senior|snr|principal|specialist|consultant|partner|analyst|engineer|editor|strategist|co-?ordinator|counsel|representative|spokes(?:person|man|woman)|advis[eo]r|VP|AVP|SVP|EVP|CEO|COO|CFO|CTO|CMO|founder|co-founder|intern|fellow|scientist|professor|dean|registrar|commissioner|controller|superintendent|planner|administrator|supervisor|liaison|attorney|trainee|managing|general manager)\b/i;
/** What a department is concerned with. */
const topic =
  /\b(?:communications?|comms|marketing|media|publicity|public (?:affairs|relations|communications?|education|engagement|and international)|corporate|relations|affairs|engagement|outreach|brand(?:ing)?|partnerships?|events|adoption|strategic|strategy|policy|policies|planning|press|international|human resources?|customer|stakeholder|programmes?|projects?|operations|research|legal|digital marketing|PR)\b/i;
const unit =
  /\b(?:division|directorate|department|dept|branch|unit|section|team|cluster|desk|group|office|centre|services)\b/i;
/** Heads of the names of organisations, whatever else stands in them. */
const strong =
  /\b(?:ministry|authority|agency|board|council|institute|university|polytechnic|association|society|bank|company|foundation|commission|corporation|congress+|federation|pte|ltd|limited|inc|llp|llc|plc|gmbh|college|school|hospital|customs|alliance|chamber|trust|club|museum|library|statutory board|singapore|prime minister[’']s office|government|parliament|academy|consortium|holdings|airport|court|police|force)\b/i;
/** Heads of organisations and of departments alike; what the department is concerned with tells them apart. */
const weak =
  /\b(?:office|group|centre|center|division|department of|products|network|services|solutions|technologies|technology|labs?|laborator(?:y|ies)|systems|ventures|capital|partners|media|studios?|enterprises?|international|healthcare|asia|global|nation|bureau|registry|secretariat|committee|panel|tribunal|fund|scheme|trustee|assignee|help ?desk|service|feedback|support)\b/i;
/** Some bodies are called a group or a division, and are no part of another that is printed beside them. */
const national = /^(?:the )?(?:national|singapore|public service|smart nation|strategy group\b)\b/i;
/** `SPH Media`: behind initials these words are part of a name. */
const initialled = /^[A-Z]{2,5} (?:Communications|Media|PR)$/;
/** `Centre for …`, `Department of …`: whatever follows, the head makes it a body of its own. */
const headed =
  /^(?:the )?(?:centre|center|office|department|agency|institute|council|bureau) (?:for|of)\b/i;
const place =
  /^(?:(?:the )?republic of singapore|singapore|usa|u\.s\.a?\.?|united states|united kingdom|uk|australia|china|hong kong|malaysia|asia(?: pacific)?|apac|southeast asia|(?:south[- ]?)?east asia)$/i;

/** What a printed phrase reads as, told from the words that only such phrases have. */
export type PhraseKind =
  /** A job, such as `Senior Manager`. */
  | 'title'
  /** A part of an organisation, such as `Communications and Marketing Group`. */
  | 'department'
  | 'organisation'
  /** A country behind an organisation. */
  | 'place'
  | 'unknown';

/** Reads one phrase, without commas, of a contact's description. */
export const phraseKind = (phrase: string): PhraseKind => {
  if (place.test(phrase)) return 'place';
  if (title.test(phrase)) return 'title';
  if ([strong, national, initialled, headed].some((name) => name.test(phrase)))
    return 'organisation';
  if (topic.test(phrase)) return 'department';
  if (weak.test(phrase)) return 'organisation';
  return unit.test(phrase) ? 'department' : 'unknown';
};

/** A printed line cut at its commas; commas inside brackets do not count. */
export const phrasesOf = (line: string): string[] =>
  line
    .split(/,(?![^()]{0,200}\))/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** `CSA`, `GovTech`, `A*STAR`: one word that is written as only names of organisations are. */
export const isBrand = (phrase: string): boolean =>
  /^[A-Z][A-Za-z0-9&*.-]*[A-Z][A-Za-z0-9&*.-]*$/.test(phrase);
