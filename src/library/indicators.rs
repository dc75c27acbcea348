//! The national indicator set of 2008, by its own numbers 1 to 199.
//!
//! Numbers and subjects marked as found were seen in a published list; the wording of every
//! other title, the units, the direction and the block are from memory or judged from the title,
//! so that the picker must show them as suggestions. Sources are in `tests/fixtures/README.md`.

use crate::library::blocks::{
    CHILDREN as C, ECONOMIC_DEVELOPMENT as E, HEALTHIER_AND_OLDER as H, SAFER_AND_STRONGER as S,
};
use crate::library::short;
pub use crate::model::Better;

/// One indicator of the national set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct National {
    /// Its number in the set, 1 to 199, which is also its library number.
    pub number: u16,
    /// Its title in full, without "NI" or the number.
    pub title: &'static str,
    /// The block under which the picker lists it, 1 to 4 (see [`crate::library::blocks`]).
    pub block: u8,
    /// Which way is better; `None` where the definition has to be read first.
    pub better: Option<Better>,
    /// A guess at the unit of its published figures.
    pub unit: &'static str,
    marks: u8,
}

impl National {
    /// The name that it goes by: its title, or a shorter one where the title exceeds the 80 bytes
    /// of a name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let shorter = short::NAMES.binary_search_by_key(&self.number, |(number, _)| *number);
        shorter.map_or(self.title, |at| short::NAMES[at].1)
    }

    /// Whether it is one of the sixteen statutory early years and attainment indicators.
    #[must_use]
    pub const fn statutory(&self) -> bool {
        self.marks & STATUTORY != 0
    }

    /// Whether areas commonly chose it among their designated targets, as we judge it.
    #[must_use]
    pub const fn common(&self) -> bool {
        self.marks & COMMON != 0
    }

    /// Whether it was in force in April 2008.
    #[must_use]
    pub const fn in_force(&self) -> bool {
        self.marks & DROPPED == 0
    }

    /// Whether its number and subject were seen in a published list.
    #[must_use]
    pub const fn found(&self) -> bool {
        self.marks & FOUND != 0
    }
}

/// The indicator of that number, if the set has one.
#[must_use]
pub fn national(number: u16) -> Option<&'static National> {
    SET.get(usize::from(number).checked_sub(1)?)
}

/// The whole set in the order of its numbers.
pub fn all() -> impl Iterator<Item = &'static National> {
    SET.iter()
}

/// The indicators in force that carry every word of `query`, in the order of their numbers.
///
/// Letter case is ignored. A number, alone or after "NI", finds the indicator of that number.
/// An empty query finds all.
pub fn search(query: &str) -> impl Iterator<Item = &'static National> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    SET.iter().filter(move |indicator| {
        let title = format!(
            "ni {} ni{} {}",
            indicator.number, indicator.number, indicator.title
        )
        .to_lowercase();
        indicator.in_force()
            && words.iter().all(|word| match word.parse::<u16>() {
                Ok(number) => indicator.number == number,
                Err(_) => title.contains(word.as_str()),
            })
    })
}

const PLAIN: u8 = 0;
const STATUTORY: u8 = 1;
const COMMON: u8 = 2;
const FOUND: u8 = 4;
const DROPPED: u8 = 8;

const UP: Option<Better> = Some(Better::Higher);
const DOWN: Option<Better> = Some(Better::Lower);
const CHECK: Option<Better> = None;

const PERCENT: &str = "%";
const POINTS: &str = "percentage points";
const NUMBER: &str = "number";
const PER_1000: &str = "per 1,000";
const PER_10000: &str = "per 10,000";
const PER_100000: &str = "per 100,000";
const SCORE: &str = "score";
const LEVEL: &str = "level";
const RATE: &str = "rate";
const DAYS: &str = "days";
const MINUTES: &str = "minutes";
const YEARS: &str = "years";
const POUNDS: &str = "£";
const KG: &str = "kg";

const fn ni(
    number: u16,
    title: &'static str,
    block: u8,
    better: Option<Better>,
    unit: &'static str,
    marks: u8,
) -> National {
    National {
        number,
        title,
        block,
        better,
        unit,
        marks,
    }
}

#[rustfmt::skip] // one indicator to a line
static SET: [National; 199] = [
    ni(1, "% of people who believe people from different backgrounds get on well together in their local area", S, UP, PERCENT, COMMON | FOUND),
    ni(2, "% of people who feel that they belong to their neighbourhood", S, UP, PERCENT, FOUND),
    ni(3, "Civic participation in the local area", S, UP, PERCENT, FOUND),
    ni(4, "% of people who feel they can influence decisions in their locality", S, UP, PERCENT, COMMON | FOUND),
    ni(5, "Overall/general satisfaction with local area", S, UP, PERCENT, COMMON | FOUND),
    ni(6, "Participation in regular volunteering", S, UP, PERCENT, COMMON | FOUND),
    ni(7, "Environment for a thriving third sector", S, UP, PERCENT, COMMON | FOUND),
    ni(8, "Adult participation in sport and active recreation", S, UP, PERCENT, COMMON),
    ni(9, "Use of public libraries", S, UP, PERCENT, PLAIN),
    ni(10, "Visits to museums and galleries", S, UP, PERCENT, PLAIN),
    ni(11, "Engagement in the arts", S, UP, PERCENT, PLAIN),
    ni(12, "Refused and deferred HMO licence applications leading to immigration enforcement activity", S, CHECK, NUMBER, PLAIN),
    ni(13, "Migrants' English language skills and knowledge", S, UP, PERCENT, PLAIN),
    ni(14, "Avoidable contact", S, DOWN, PERCENT, COMMON),
    ni(15, "Serious violent crime rate", S, DOWN, PER_1000, COMMON | FOUND),
    ni(16, "Serious acquisitive crime rate", S, DOWN, PER_1000, COMMON | FOUND),
    ni(17, "Perceptions of anti-social behaviour", S, DOWN, PERCENT, COMMON | FOUND),
    ni(18, "Adult re-offending rates for those under probation supervision", S, DOWN, PERCENT, COMMON | FOUND),
    ni(19, "Rate of proven re-offending by young offenders", S, DOWN, RATE, COMMON | FOUND),
    ni(20, "Assault with injury crime rate", S, DOWN, PER_1000, COMMON | FOUND),
    ni(21, "Dealing with local concerns about anti-social behaviour and crime issues by the local council and police", S, UP, PERCENT, COMMON | FOUND),
    ni(22, "Perceptions of parents taking responsibility for the behaviour of their children in the area", S, UP, PERCENT, PLAIN),
    ni(23, "Perceptions that people in the area treat one another with respect and consideration", S, CHECK, PERCENT, PLAIN),
    ni(24, "Satisfaction with the way the police and local council dealt with anti-social behaviour", S, UP, PERCENT, PLAIN),
    ni(25, "Satisfaction of different groups with the way the police and local council dealt with anti-social behaviour", S, UP, PERCENT, PLAIN),
    ni(26, "Specialist support to victims of a serious sexual offence", S, UP, SCORE, PLAIN),
    ni(27, "Understanding of local concerns about anti-social behaviour and crime issues by the local council and police", S, UP, PERCENT, PLAIN),
    ni(28, "Serious knife crime rate", S, DOWN, PER_1000, PLAIN),
    ni(29, "Gun crime rate", S, DOWN, PER_1000, PLAIN),
    ni(30, "Re-offending rate of prolific and other priority offenders", S, DOWN, PERCENT, COMMON | FOUND),
    ni(31, "Re-offending rate of registered sex offenders (dropped before April 2008)", S, DOWN, PERCENT, DROPPED),
    ni(32, "Repeat incidents of domestic violence", S, DOWN, PERCENT, COMMON | FOUND),
    ni(33, "Arson incidents", S, DOWN, PER_10000, PLAIN),
    ni(34, "Domestic violence - murder", S, DOWN, PER_1000, PLAIN),
    ni(35, "Building resilience to violent extremism", S, UP, LEVEL, COMMON | FOUND),
    ni(36, "Protection against terrorist attack", S, UP, LEVEL, PLAIN),
    ni(37, "Awareness of civil protection arrangements in the local area", S, UP, PERCENT, PLAIN),
    ni(38, "Drug-related (Class A) offending rate", S, DOWN, PERCENT, FOUND),
    ni(39, "Rate of hospital admissions for alcohol related harm", S, DOWN, PER_100000, COMMON | FOUND),
    ni(40, "Number of drug users recorded as being in effective treatment", S, UP, NUMBER, COMMON | FOUND),
    ni(41, "Perceptions of drunk or rowdy behaviour as a problem", S, DOWN, PERCENT, PLAIN),
    ni(42, "Perceptions of drug use or drug dealing as a problem", S, DOWN, PERCENT, PLAIN),
    ni(43, "Young people within the youth justice system receiving a conviction in court who are sentenced to custody", S, DOWN, PERCENT, FOUND),
    ni(44, "Ethnic composition of offenders on youth justice system disposals", S, CHECK, PERCENT, PLAIN),
    ni(45, "Young offenders' engagement in suitable education, training and employment", S, UP, PERCENT, PLAIN),
    ni(46, "Young offenders' access to suitable accommodation", S, UP, PERCENT, PLAIN),
    ni(47, "People killed or seriously injured in road traffic accidents", S, DOWN, NUMBER, COMMON | FOUND),
    ni(48, "Children killed or seriously injured in road traffic accidents", S, DOWN, NUMBER, PLAIN),
    ni(49, "Number of primary fires and related fatalities and non-fatal casualties (excluding precautionary checks)", S, DOWN, NUMBER, FOUND),
    ni(50, "Emotional health of children", C, UP, PERCENT, FOUND),
    ni(51, "Effectiveness of child and adolescent mental health (CAMHS) services", C, UP, SCORE, COMMON | FOUND),
    ni(52, "Take up of school lunches", C, UP, PERCENT, PLAIN),
    ni(53, "Prevalence of breastfeeding at 6-8 weeks from birth", C, UP, PERCENT, COMMON | FOUND),
    ni(54, "Services for disabled children", C, UP, SCORE, COMMON | FOUND),
    ni(55, "Obesity in primary school age children in Reception", C, DOWN, PERCENT, COMMON),
    ni(56, "Obesity in primary school age children in Year 6", C, DOWN, PERCENT, COMMON),
    ni(57, "Children and young people's participation in high-quality PE and sport", C, UP, PERCENT, PLAIN),
    ni(58, "Emotional and behavioural health of looked after children", C, CHECK, SCORE, PLAIN),
    ni(59, "% of initial assessments for children's social care carried out within 7 working days of referral", C, UP, PERCENT, COMMON),
    ni(60, "% of core assessments for children's social care carried out within 35 working days of their commencement", C, UP, PERCENT, FOUND),
    ni(61, "Timeliness of placements of looked after children for adoption following an agency decision", C, UP, PERCENT, PLAIN),
    ni(62, "Stability of placements of looked after children: number of placements", C, DOWN, PERCENT, COMMON),
    ni(63, "Stability of placements of looked after children: length of placement", C, UP, PERCENT, COMMON),
    ni(64, "Child protection plans lasting 2 years or more", C, DOWN, PERCENT, PLAIN),
    ni(65, "% of children becoming the subject of a child protection plan for a second or subsequent time", C, DOWN, PERCENT, COMMON),
    ni(66, "Looked after children cases which were reviewed within required timescales", C, UP, PERCENT, PLAIN),
    ni(67, "% of child protection cases which were reviewed within required timescales", C, UP, PERCENT, PLAIN),
    ni(68, "% of referrals to children's social care going on to initial assessment", C, CHECK, PERCENT, PLAIN),
    ni(69, "Children who have experienced bullying", C, DOWN, PERCENT, PLAIN),
    ni(70, "Emergency hospital admissions caused by unintentional and deliberate injuries to children and young people", C, DOWN, PER_10000, PLAIN),
    ni(71, "Children who have run away from home/care overnight", C, DOWN, SCORE, PLAIN),
    ni(72, "Achievement of at least 78 points across the Early Years Foundation Stage with at least 6 in each of the scales in PSED and CLL", C, UP, PERCENT, STATUTORY | FOUND),
    ni(73, "Achievement at level 4 or above in both English and Maths at Key Stage 2", C, UP, PERCENT, STATUTORY | FOUND),
    ni(74, "Achievement at level 5 or above in both English and Maths at Key Stage 3", C, UP, PERCENT, STATUTORY | FOUND),
    ni(75, "Achievement of 5 or more A*-C grades at GCSE or equivalent including English and Maths", C, UP, PERCENT, STATUTORY | FOUND),
    ni(76, "Reduction in number of schools where fewer than 55% of pupils achieve level 4+ in both English and Maths at KS2", C, DOWN, NUMBER, PLAIN),
    ni(77, "Reduction in number of schools where fewer than 50% of pupils achieve level 5+ in both English and Maths at KS3", C, DOWN, NUMBER, PLAIN),
    ni(78, "Reduction in number of schools where fewer than 30% of pupils achieve 5+ A*-C GCSE including English and Maths", C, DOWN, NUMBER, COMMON),
    ni(79, "Achievement of a Level 2 qualification by the age of 19", C, UP, PERCENT, COMMON),
    ni(80, "Achievement of a Level 3 qualification by the age of 19", C, UP, PERCENT, COMMON),
    ni(81, "Inequality gap in the achievement of a Level 3 qualification by the age of 19", C, DOWN, POINTS, COMMON),
    ni(82, "Inequality gap in the achievement of a Level 2 qualification by the age of 19", C, DOWN, POINTS, COMMON),
    ni(83, "Achievement at level 5 or above in Science at Key Stage 3", C, UP, PERCENT, STATUTORY | FOUND),
    ni(84, "Achievement of 2 or more A*-C grades in Science GCSEs or equivalent", C, UP, PERCENT, PLAIN),
    ni(85, "Post-16 participation in physical sciences (A level Physics, Chemistry and Maths)", C, UP, NUMBER, PLAIN),
    ni(86, "Secondary schools judged as having good or outstanding standards of behaviour", C, UP, PERCENT, PLAIN),
    ni(87, "Secondary school persistent absence rate", C, DOWN, PERCENT, STATUTORY | FOUND),
    ni(88, "Percentage of schools providing access to extended services", C, UP, PERCENT, COMMON),
    ni(89, "Number of schools in special measures", C, DOWN, NUMBER, PLAIN),
    ni(90, "Take up of 14-19 learning diplomas", C, UP, NUMBER, PLAIN),
    ni(91, "Participation of 17 year-olds in education or training", C, UP, PERCENT, PLAIN),
    ni(92, "Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile and the rest", C, DOWN, POINTS, STATUTORY | FOUND),
    ni(93, "Progression by 2 levels in English between KS1 and KS2", C, UP, PERCENT, STATUTORY),
    ni(94, "Progression by 2 levels in Maths between KS1 and KS2", C, UP, PERCENT, STATUTORY),
    ni(95, "Progression by 2 levels in English between KS2 and KS3", C, UP, PERCENT, STATUTORY),
    ni(96, "Progression by 2 levels in Maths between KS2 and KS3", C, UP, PERCENT, STATUTORY),
    ni(97, "Progression by 2 levels in English between KS3 and KS4", C, UP, PERCENT, STATUTORY),
    ni(98, "Progression by 2 levels in Maths between KS3 and KS4", C, UP, PERCENT, STATUTORY),
    ni(99, "Looked after children reaching level 4 in English at KS2", C, UP, PERCENT, STATUTORY),
    ni(100, "Looked after children reaching level 4 in Maths at KS2", C, UP, PERCENT, STATUTORY),
    ni(101, "Looked after children achieving 5 A*-C GCSEs (or equivalent) at KS4 including English and Maths", C, UP, PERCENT, STATUTORY),
    ni(102, "Achievement gap between pupils eligible for free school meals and their peers at KS2 and KS4", C, DOWN, POINTS, COMMON | FOUND),
    ni(103, "Special Educational Needs - statements issued within 26 weeks", C, UP, PERCENT, PLAIN),
    ni(104, "SEN/non-SEN gap - achieving KS2 English and Maths threshold", C, DOWN, POINTS, FOUND),
    ni(105, "SEN/non-SEN gap - achieving 5 A*-C GCSE including English and Maths", C, DOWN, POINTS, PLAIN),
    ni(106, "Young people from low income backgrounds progressing to higher education", C, CHECK, POINTS, COMMON),
    ni(107, "Key Stage 2 attainment for Black and minority ethnic groups", C, UP, PERCENT, PLAIN),
    ni(108, "Key Stage 4 attainment for Black and minority ethnic groups", C, UP, PERCENT, PLAIN),
    ni(109, "Delivery of Sure Start Children's Centres", C, UP, NUMBER, FOUND),
    ni(110, "Young people's participation in positive activities", C, UP, PERCENT, COMMON),
    ni(111, "First time entrants to the youth justice system aged 10-17", C, DOWN, PER_100000, COMMON | FOUND),
    ni(112, "Under 18 conception rate", C, DOWN, PER_1000, COMMON | FOUND),
    ni(113, "Prevalence of Chlamydia in under 25 year olds", C, CHECK, PERCENT, FOUND),
    ni(114, "Rate of permanent exclusions from school", C, DOWN, PERCENT, PLAIN),
    ni(115, "Substance misuse by young people", C, DOWN, PERCENT, COMMON | FOUND),
    ni(116, "Proportion of children in poverty", C, DOWN, PERCENT, COMMON | FOUND),
    ni(117, "16 to 18 year olds who are not in education, training or employment (NEET)", C, DOWN, PERCENT, COMMON | FOUND),
    ni(118, "Take up of formal childcare by low-income working families", C, UP, PERCENT, COMMON),
    ni(119, "Self-reported measure of people's overall health and wellbeing", H, UP, PERCENT, COMMON),
    ni(120, "All-age all cause mortality rate", H, DOWN, PER_100000, COMMON | FOUND),
    ni(121, "Mortality rate from all circulatory diseases at ages under 75", H, DOWN, PER_100000, COMMON),
    ni(122, "Mortality rate from all cancers at ages under 75", H, DOWN, PER_100000, COMMON),
    ni(123, "Stopping smoking", H, UP, PER_100000, COMMON),
    ni(124, "People with a long-term condition supported to be independent and in control of their condition", H, UP, PERCENT, COMMON | FOUND),
    ni(125, "Achieving independence for older people through rehabilitation/intermediate care", H, UP, PERCENT, COMMON),
    ni(126, "Early access for women to maternity services", H, UP, PERCENT, FOUND),
    ni(127, "Self-reported experience of social care users", H, UP, PERCENT, PLAIN),
    ni(128, "User reported measure of respect and dignity in their treatment", H, UP, PERCENT, PLAIN),
    ni(129, "End of life care - access to appropriate care enabling people to choose to die at home", H, UP, PERCENT, PLAIN),
    ni(130, "Social care clients receiving self directed support (direct payments and individual budgets)", H, UP, PERCENT, COMMON),
    ni(131, "Delayed transfers of care", H, DOWN, PER_100000, PLAIN),
    ni(132, "Timeliness of social care assessment", H, UP, PERCENT, PLAIN),
    ni(133, "Timeliness of social care packages following assessment", H, UP, PERCENT, PLAIN),
    ni(134, "Number of emergency bed days per head of weighted population", H, DOWN, DAYS, PLAIN),
    ni(135, "Carers receiving needs assessment or review and a specific carer's service, or advice and information", H, UP, PERCENT, COMMON),
    ni(136, "People supported to live independently through social services", H, UP, PER_100000, COMMON),
    ni(137, "Healthy life expectancy at age 65", H, UP, YEARS, COMMON),
    ni(138, "Satisfaction of people over 65 with both home and neighbourhood", H, UP, PERCENT, PLAIN),
    ni(139, "Extent to which older people receive the support they need to live independently at home", H, UP, PERCENT, COMMON),
    ni(140, "Fair treatment by local services", H, UP, PERCENT, PLAIN),
    ni(141, "Percentage of vulnerable people achieving independent living", H, UP, PERCENT, COMMON),
    ni(142, "Percentage of vulnerable people who are supported to maintain independent living", H, UP, PERCENT, COMMON),
    ni(143, "Offenders under probation supervision living in settled and suitable accommodation", H, UP, PERCENT, PLAIN),
    ni(144, "Offenders under probation supervision in employment", H, UP, PERCENT, PLAIN),
    ni(145, "Adults with learning disabilities in settled accommodation", H, UP, PERCENT, PLAIN),
    ni(146, "Adults with learning disabilities in employment", H, UP, PERCENT, COMMON),
    ni(147, "Care leavers in suitable accommodation", H, UP, PERCENT, PLAIN),
    ni(148, "Care leavers in education, employment or training", H, UP, PERCENT, COMMON),
    ni(149, "Adults in contact with secondary mental health services in settled accommodation", H, UP, PERCENT, PLAIN),
    ni(150, "Adults in contact with secondary mental health services in employment", H, UP, PERCENT, COMMON),
    ni(151, "Overall employment rate (working age)", E, UP, PERCENT, COMMON | FOUND),
    ni(152, "Working age people on out of work benefits", E, DOWN, PERCENT, COMMON | FOUND),
    ni(153, "Working age people claiming out of work benefits in the worst performing neighbourhoods", E, DOWN, PERCENT, COMMON | FOUND),
    ni(154, "Net additional homes provided", E, UP, NUMBER, COMMON),
    ni(155, "Number of affordable homes delivered (gross)", E, UP, NUMBER, COMMON),
    ni(156, "Number of households living in temporary accommodation", E, DOWN, NUMBER, COMMON),
    ni(157, "Processing of planning applications", E, UP, PERCENT, PLAIN),
    ni(158, "% non-decent council homes", E, DOWN, PERCENT, PLAIN),
    ni(159, "Supply of ready to develop housing sites", E, UP, PERCENT, PLAIN),
    ni(160, "Local authority tenants' satisfaction with landlord services", E, UP, PERCENT, PLAIN),
    ni(161, "Number of Level 1 qualifications in literacy achieved", E, UP, NUMBER, PLAIN),
    ni(162, "Number of Entry Level qualifications in numeracy achieved", E, UP, NUMBER, PLAIN),
    ni(163, "Working age population qualified to at least Level 2", E, UP, PERCENT, COMMON),
    ni(164, "Working age population qualified to at least Level 3", E, UP, PERCENT, COMMON),
    ni(165, "Working age population qualified to at least Level 4", E, UP, PERCENT, COMMON),
    ni(166, "Median earnings of employees in the area", E, UP, POUNDS, PLAIN),
    ni(167, "Congestion - average journey time per mile during the morning peak", E, DOWN, MINUTES, COMMON),
    ni(168, "Principal roads where maintenance should be considered", E, DOWN, PERCENT, PLAIN),
    ni(169, "Non-principal classified roads where maintenance should be considered", E, DOWN, PERCENT, PLAIN),
    ni(170, "Previously developed land that has been vacant or derelict for more than 5 years", E, DOWN, PERCENT, PLAIN),
    ni(171, "New business registration rate", E, UP, PER_10000, COMMON),
    ni(172, "Percentage of small businesses in an area showing employment growth", E, UP, PERCENT, COMMON),
    ni(173, "Flows on to incapacity benefits from employment", E, DOWN, PERCENT, FOUND),
    ni(174, "Skills gaps in the current workforce reported by employers", E, DOWN, PERCENT, PLAIN),
    ni(175, "Access to services and facilities by public transport, walking and cycling", E, UP, PERCENT, COMMON | FOUND),
    ni(176, "Working age people with access to employment by public transport (and other specified modes)", E, UP, PERCENT, PLAIN),
    ni(177, "Local bus and light rail passenger journeys originating in the authority area", E, UP, NUMBER, COMMON),
    ni(178, "Bus services running on time", E, UP, PERCENT, PLAIN),
    ni(179, "Value for money - total net value of on-going cash-releasing gains since the start of 2008-09", E, UP, POUNDS, COMMON),
    ni(180, "Changes which affect Housing Benefit/Council Tax Benefit entitlement (Right Benefit)", E, UP, PER_1000, FOUND),
    ni(181, "Time taken to process Housing Benefit/Council Tax Benefit new claims and change events", E, DOWN, DAYS, FOUND),
    ni(182, "Satisfaction of businesses with local authority regulation services", E, UP, PERCENT, PLAIN),
    ni(183, "Impact of local authority trading standards services on the fair trading environment", E, CHECK, SCORE, PLAIN),
    ni(184, "Food establishments in the area which are broadly compliant with food hygiene law", E, UP, PERCENT, PLAIN),
    ni(185, "CO2 reduction from local authority operations", E, UP, PERCENT, COMMON),
    ni(186, "Per capita reduction in CO2 emissions in the LA area", E, UP, PERCENT, COMMON | FOUND),
    ni(187, "Tackling fuel poverty - people receiving income based benefits living in homes with a low energy efficiency rating", E, CHECK, PERCENT, COMMON),
    ni(188, "Planning to adapt to climate change", E, UP, LEVEL, COMMON | FOUND),
    ni(189, "Flood and coastal erosion risk management", E, UP, PERCENT, PLAIN),
    ni(190, "Achievement in meeting standards for the control system for animal health", E, CHECK, SCORE, PLAIN),
    ni(191, "Residual household waste per household", E, DOWN, KG, COMMON),
    ni(192, "Percentage of household waste sent for reuse, recycling and composting", E, UP, PERCENT, COMMON | FOUND),
    ni(193, "Percentage of municipal waste land filled", E, DOWN, PERCENT, COMMON),
    ni(194, "Air quality - reduction in NOx and primary PM10 emissions through local authority's estate and operations", E, UP, PERCENT, PLAIN),
    ni(195, "Improved street and environmental cleanliness (levels of litter, detritus, graffiti and fly posting)", E, DOWN, PERCENT, COMMON | FOUND),
    ni(196, "Improved street and environmental cleanliness - fly tipping", E, DOWN, LEVEL, COMMON),
    ni(197, "Improved local biodiversity - proportion of local sites where positive conservation management has been or is being implemented", E, UP, PERCENT, COMMON),
    ni(198, "Children travelling to school - mode of transport usually used", E, CHECK, PERCENT, FOUND),
    ni(199, "Children and young people's satisfaction with parks and play areas", C, UP, PERCENT, PLAIN),
];
