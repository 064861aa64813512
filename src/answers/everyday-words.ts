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
international countries
lean rely depend collaborate collaboration cooperation
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
hacker hackers attackers cyberattack threat-actor perpetrators
cyber cybersecurity
loophole flaw flaws vulnerability vulnerabilities bug hole
patch patched update updates fix remediate
power electricity energy
telco telcos telecommunications telecom operator operators
lockdown circuit-breaker
spare buffer
giveup renounce renounced
country countries jurisdiction jurisdictions
treaty convention agreement pact
wrong error mistake fault lapse
admit admitted acknowledge acknowledged
sorry apologise regret
husband wife spouse spouses couple couples partner
marriage married wedding weddings marriages
split separated estranged divorce divorced
mum mother mothers maternity
dad father fathers paternity
baby birth births newborn
income earnings salary pay
poor poorer needy lower-income vulnerable disadvantaged
rich wealthy higher-income
judge judges judicial judiciary bench
court courts tribunal tribunals
jail jailed imprisonment prison imprisoned
sue lawsuit proceedings litigation
probe investigation investigations inquiry investigate investigated
crime crimes offence offences
criminal criminals offender offenders perpetrator
victim victims
refund return reimburse reimbursement
volunteer volunteers
foreigner foreigners non-residents transnational
migrant migrants immigrant immigrants immigration
citizenship citizens
rocket space
blast explosion fire
accident incident incidents
killed deaths fatal fatalities
warn warning warned advisory caution cautioned
complain complained feedback
plan planned intend intends propose proposed
want wants seek seeks hope
allow allows allowed permit permitted let
required compulsory mandatory
stop prevent prevented curb
fight combat tackle
protect safeguard safeguards guard guards secure
check verify verified verification
look study studied examine examined review reviewed
panel committee taskforce task-force council
outsider outsiders external independent
watchdog regulator regulatory authority
rulebook code guidelines guideline framework
leaflet guide advisory guidance
boost strengthen enhance enhanced support
tougher stricter tighter tighten stiffer
loosen relax relaxed ease eased
scrap scrapped abolish abolished remove removed discontinue discontinued
delay delayed postpone postponed defer deferred
speed accelerate
cheap cheaper affordable
expensive costly
fee fees charge charges
discount rebate rebates subsidy subsidies
handout handouts payout payouts voucher vouchers grant
tax taxes levy levies
loan loans lend lending borrow borrowing
debt debts insolvency bankruptcy bankrupt
landlord landlords lessor
tenant tenants lessee rent rental
owner owners proprietor
collective-sale en-bloc
lift lifts elevator
road highway
lamp lamppost
plane planes aircraft flight flights aviation
ship ships vessel vessels maritime
port ports seaport psa logistics
haulage trucking trucks logistics freight
drain drains drainage
flood flooding floods
rain rainfall rainstorm
climate carbon emissions greenhouse
pollution haze emissions
recycle recycled recycling recyclables
landfill semakau
plastic packaging
food meals meal
hawker hawkers stallholders stall stalls
vegetables vegetable produce crops farming
egg eggs poultry
fish seafood aquaculture
pet pets animals animal
pest mosquito mosquitoes
tree trees planting planted
park parks garden gardens
disease illness infection virus
jab vaccine vaccines vaccination
clinic clinics polyclinic polyclinics
nurse nurses caregiver caregivers
disabled disability disabilities
teacher teachers educators lecturers
pupil pupils student
university universities campus varsity
exam exams examination
course courses training programme
scholarship scholarships bursary bursaries
childcare preschool pre-school kindergarten
after-school student-care
nanny babysitter infant-care
leave time-off
retire retired retirement
pension pensions gratuity
resign resigned stepped-down step-down
die died passed-away demise
birthday anniversary
speech address remarks keynote
letter letters reply
newspaper newspapers media press
journalist journalists reporter reporters
film films movie documentary feature
song music
prize prizes award awards
contest competition challenge hackathon
show exhibition showcase
website site portal
app application
password passwords credentials login
face facial
fingerprint biometric biometrics
cheque cheques
online internet web digital
robot robots robotics
drone drones unmanned
self-driving autonomous driverless
deepfake deepfakes synthetic
troll harassment harms
sensor sensors cctv camera cameras
map maps geospatial spatial
leak leaked leaks breach
delete deleted purge purged erase
keep kept retain retained stored store
track tracked trace traced monitor monitored
inform informed notify notified notification
hand-out distribute distributed distribution
pick-up collect collected collection
swap replace exchange
test testing trial
bigger larger
biggest largest highest maximum most
smallest lowest minimum least
double doubled
extra additional
soon shortly
quick fast swift
again repeat repeated reoffend
together joint jointly
nearby adjacent neighbouring
abroad overseas
outfit company firm companies firms
startup startups start-up
supermarket supermarkets retail
restaurant restaurants f&b
tourist tourists visitors tourism
insurer insurers insurance
broker brokers agent agents
fintech financial
invest investment investments
export exports trade
tariff tariffs duties
factory factories manufacturing
builder builders construction contractors contractor
architect architects designer designed
engineer engineers engineering
scientist scientists researchers researcher research
inventor inventions patent patents
trademark trademarks
copyright intellectual-property ip
mediator mediators mediation
arbitrator arbitration
lawyer lawyers solicitors
inherit inheritance estate
dispute disputes row rows
neighbour neighbours
adopt adoption adopted
teen teens youth youths teenagers young
grandparents seniors
single unmarried
census survey
forecast projection projected expected
unemployment jobless retrenchment retrenched
hire hired recruit recruitment
civil-servant public-officer
mps parliamentarians
parliament house
vote election elections polls
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
