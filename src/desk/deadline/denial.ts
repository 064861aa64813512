const DENIAL =
  /(?:\b(?:no need|don'?t|do not|doesn'?t|does not|needn'?t|isn'?t|is not|not|no longer|instead of|rather than|forget|scrap|ignore|cancel|never mind|nvm|unlikely|cannot make|can'?t make)\b(?: (?:about|have|to|be|need|needed|required|it|this|that|a|an|reply|answer|necessarily|urgent|you|get|back|send|do|wait|due|on|for|really|the|respond|anything|deadline|so|is|it's))*(?: (?:by|before|at|on|until|till))?)\s*$/;

/** Whether the words just before a time say that it is not the one: "no need by", "not today but". */
export const isDenied = (before: string): boolean => DENIAL.test(before);
