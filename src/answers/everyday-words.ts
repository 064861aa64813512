import { termsOf } from '../search/terms.ts';

/**
 * Words that people use for what releases call by another name, one group a line. Only everyday words of one meaning:
 * a wide thesaurus was measured to change nothing.
 */
const groups = `
kid kids child children youngster
baby newborn infant
boss bosses employer employers
staff employee employees worker workers workforce manpower personnel
officer official civil-servant public-officer officers officials
rubbish waste trash garbage refuse litter
condo condominium condominiums private-apartment
maid helper helpers domestic fdw mdw
phone phones mobile smartphone handphone
hack hacked cyberattack cyber-attack breach intrusion breached
chatbot chatbots gpt llm chatgpt virtual-assistant
limit limits cap caps maximum ceiling threshold
deadline closes closing closing-date
fine fined penalty penalties punishment sentenced jail imprisonment
cost costs price expenditure spending
spend spent invest invested investment
money funding funds fund budget grant grants
pay salary wage wages remuneration stipend allowance
help helped support assist assistance aid
start started begin began commence commenced launch launched
end ended cease ceased stop stopped lift lifted conclude
buy bought purchase purchased procure procured procurement
choose chose chosen pick picked select selected appoint appointed name named
replace replaced succeed succeeded take-over takes-over successor
lead led head headed chair chaired chairs chairman helm
run runs operate operates operated administer administering
build built construct constructed construction develop developed
old elderly senior seniors older
school schools education student students
hospital hospitals healthcare medical
doctor doctors physician clinician consultation
police policing law-enforcement spf
bank banks financial lender lenders
firm firms company companies business businesses enterprise enterprises
small-firm sme smes
shop shops shopkeeper retailer retailers retail merchants
car cars vehicle vehicles
driverless self-driving autonomous
bus buses public-transport
train trains rail mrt
home homes flat flats house household households
tree trees greenery
sick ill illness patient patients
dead died death passed-away killed
jobs job employment career careers
law act bill legislation
rule rules regulation regulations
money-lender moneylender moneylenders
lawyer lawyers legal
farm farms farming
aim aims target targets goal goals objective objectives
join joined participate participated take-part part
sign-up signed register registers registered registration
attend attended attendance attendees turnout participants visitors
vote votes voting
winner winners won win awarded award
ban banned prohibit prohibited disallow
share sharing
meeting met dialogue
foreign overseas international abroad
world worldwide global globally
yearly annual annually year
monthly month
survey study poll respondents
people persons individuals members-of-the-public residents
visitors visits visited
place places venue venues location locations site sites
scam scams fraud
fake falsehood false misinformation
gadget device devices
photo photos photograph picture image images
film movie documentary
deal agreement mou memorandum partnership
new newly newest latest
increase rise grow growth raised higher
reduce reduction decrease decline fell lower drop cut savings
speed fast faster
free free-of-charge no-charge
apply application applications
test trial trials pilot piloted pilots
reply response responses replies
complaint complaints feedback
`;

const alternatives = new Map<string, Set<string>>();
for (const line of groups.trim().split('\n')) {
  const terms = line.split(' ').flatMap((words) => {
    const [term, ...rest] = termsOf(words);
    return term === undefined || rest.length > 0 ? [] : [term];
  });
  for (const term of terms) {
    const others = alternatives.get(term) ?? new Set();
    for (const other of terms) if (other !== term) others.add(other);
    alternatives.set(term, others);
  }
}

const none: ReadonlySet<string> = new Set();

/** Terms (stems) that may stand for a term in a release; empty for most. */
export const alternativesTo = (term: string): ReadonlySet<string> => alternatives.get(term) ?? none;
