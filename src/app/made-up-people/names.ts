/** Names for made-up people: several naming cultures, so that search and matching meet the spread they will live with.
 *  English surnames are made from parts, which gives thousands; the others are lists. None stands for a real person. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const commonSurnames = words(`
Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White
Edwards Hughes Green Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee
King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly
Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams
Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes
Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Graham Pearson Ahmed Fletcher`)

const surnameStarts = words(`
Ash Ask Ather Bam Barn Beck Bent Birch Black Blen Brad Bram Brans Brent Brier Broad Brook Bur Cald Carl Chad Char Chat
Chor Clap Clay Cliff Col Copp Cor Cotter Crans Cres Croft Crom Crost Dal Dar Den Ding Dray Dun Eas Eccle Eger El Elling
Fair Farn Fen Fern Frod Gains Gar Glad Glos Graf Gran Green Grim Hadd Hal Ham Hard Hart Has Hather Hazel Heath Hebb Hens
Hes Hether Holl Hols Hors Hud Ing Kelt Kil Kings Kirk Knap Lang Lath Led Leigh Ling Lock Long Lud Lyn Mal Mar Mel Mere
Mid Milb Mor New Nor Oak Ol Os Pad Park Pem Pen Pick Pres Rad Ral Rams Rat Red Ren Ridge Rock Roth Row Rush San Sax Scar
Sed Shel Ship Sil Skel Sned Som South Stain Stan Staple Stoke Stour Sum Sut Tad Tan Thorn Thur Tilb Tor Trent Tur Twi
Under Up Wad Wake Wal War Wat Wed Wel Wens West Whit Wick Win Wins Wit Wood Wool Wor Wy Yar`)

const surnameEnds = words(`
bank beck borne bourne bridge brook burn bury by cliffe combe cote croft dale den don field fold ford gate grave ham hill
holme hurst ley low man mere more nell ridge sey shaw sley stead stone thorpe ton wall ward wark way well wick wood worth`)

const otherSurnames: Readonly<Record<Culture, readonly string[]>> = {
  english: [],
  irish: words(
    "O'Brien O'Connor O'Neill O'Sullivan Byrne Doyle Gallagher McCarthy McLoughlin Kavanagh Brennan Nolan Quinn Keane Devlin McGrath Fitzgerald Geraghty Tierney Cassidy",
  ),
  scottish: words(
    'MacDonald McKenzie McLean Buchanan Drummond Farquhar Lockhart MacLeod McIntyre Sutherland Urquhart Kinnaird',
  ),
  welsh: words('Llewellyn Bevan Pritchard Gwilliam Probert Prosser Rhys Tudor Vaughan Bowen Cadwaladr Maddocks'),
  southAsian: words(
    'Akhtar Malik Mahmood Rahman Chowdhury Miah Uddin Kaur Sharma Gill Sandhu Bhatti Qureshi Siddiqui Choudhary Desai Shah Mistry Rana Iqbal Mirza Bibi Nair Pillai Perera',
  ),
  african: words(
    'Adeyemi Okafor Mensah Boateng Owusu Adebayo Eze Nwosu Osei Asante Diallo Kamara Banda Moyo Ndlovu Abdi Warsame Hassan Mohamud Tesfaye Bekele Okonkwo Balogun',
  ),
  caribbean: words(
    'Campbell-Brown Francis Gordon Grant Henry Joseph Charles Bartholomew St-Hilaire Baptiste Alleyne Braithwaite',
  ),
  eastEuropean: words(
    'Kowalski Nowak Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Popescu Ionescu Dumitru Radu Petrov Dimitrov Ivanova Jankauskas Kazlauskas Balodis Horvath Novotny',
  ),
  eastAsian: words('Chen Wong Li Zhang Wang Liu Nguyen Tran Pham Kim Park Tanaka Lam Cheung Ho Leung Chan'),
  arabic: words('Al-Masri Haddad Khoury Mansour Nasser Saleh Ibrahim Farah Abdullah Osman Yusuf Rashid'),
}

export type Culture =
  | 'english'
  | 'irish'
  | 'scottish'
  | 'welsh'
  | 'southAsian'
  | 'african'
  | 'caribbean'
  | 'eastEuropean'
  | 'eastAsian'
  | 'arabic'

/** How often each culture is drawn, in a hundred. An assumption for tests: no service's population is described. */
export const cultureShares: readonly (readonly [Culture, number])[] = [
  ['english', 66],
  ['irish', 4],
  ['scottish', 3],
  ['welsh', 3],
  ['southAsian', 9],
  ['african', 5],
  ['caribbean', 3],
  ['eastEuropean', 4],
  ['eastAsian', 1],
  ['arabic', 2],
]

const englishSurnames = [
  ...commonSurnames,
  ...surnameStarts.flatMap(start => surnameEnds.map(end => start + (start.endsWith(end[0]!) ? end.slice(1) : end))),
]

export const surnamesOf = (culture: Culture): readonly string[] =>
  culture === 'english' ? englishSurnames : otherSurnames[culture]

const english = {
  male: words(`
David John Michael Paul James Andrew Mark Daniel Ryan Jamie Lee Christopher Stephen Matthew Craig Liam Luke Jordan Connor
Callum Kieran Adam Thomas Joshua Jack Nathan Robert Peter Kevin Gary Steven Anthony Ian Simon Darren Carl Stuart Wayne
Shaun Scott Dean Neil Martin Jason Richard Alan Barry Graham Keith Nigel Colin Derek Trevor Leon Kyle Reece Tyler Bradley
Ashley Aaron Alex Ben Brandon Charlie Declan Dominic Elliot Ethan Gareth George Glen Harry Jake Joe Joseph Karl Lewis Louis
Marcus Mason Max Mitchell Oliver Oscar Patrick Philip Rhys Ross Sam Sean Sebastian Spencer Stefan Toby Tony William Zak`),
  female: words(`
Sarah Emma Laura Claire Rebecca Samantha Gemma Kelly Michelle Lisa Nicola Stacey Natalie Donna Louise Rachel Amy Danielle
Jade Chloe Leanne Kirsty Hayley Charlotte Katie Lauren Jessica Hannah Megan Sophie Lucy Amanda Joanne Julie Karen Tracey
Sharon Susan Angela Deborah Jacqueline Alison Helen Jennifer Kerry Lindsey Zoe Abigail Bethany Carly Chelsea Demi Ellie
Georgia Holly Jodie Kayleigh Lydia Molly Naomi Olivia Paige Robyn Shannon Tanya Victoria`),
}

const otherForenames: Readonly<Partial<Record<Culture, { male: readonly string[]; female: readonly string[] }>>> = {
  irish: {
    male: words('Sean Padraig Ciaran Eoin Cormac Declan Fergus Niall Ronan Oisin'),
    female: words('Siobhan Niamh Aoife Ciara Sinead Roisin Orla Grainne'),
  },
  welsh: {
    male: words('Rhys Dylan Gethin Iwan Emyr Owain Gruffydd Ieuan'),
    female: words('Cerys Ffion Carys Angharad Bethan Nerys Sian'),
  },
  southAsian: {
    male: words(
      'Mohammed Muhammad Mohammad Imran Adeel Amir Asif Bilal Faisal Hamza Kamran Nadeem Omar Rashid Sajid Tariq Usman Zahid Harpreet Gurdeep Manjit Rajesh Sanjay Vikram Arjun',
    ),
    female: words(
      'Aisha Fatima Nadia Saima Shabana Zainab Yasmin Priya Anita Harjit Jaspreet Kiran Meena Rukhsana Sunita',
    ),
  },
  african: {
    male: words('Abdi Abdirahman Chidi Emeka Kofi Kwame Olumide Tunde Yaw Segun Ibrahim Samuel Emmanuel Joseph Tendai'),
    female: words('Abena Adaeze Amina Blessing Chioma Esther Fatou Folake Grace Ngozi Yetunde Zodwa'),
  },
  eastEuropean: {
    male: words(
      'Piotr Krzysztof Tomasz Marcin Pawel Andrzej Ion Andrei Mihai Dimitar Georgi Mindaugas Janis Istvan Pavel',
    ),
    female: words('Agnieszka Katarzyna Magdalena Joanna Ewa Ioana Elena Maria Ruta Ilze Eszter'),
  },
  eastAsian: {
    male: words('Wei Jian Ming Hao Minh Duc Tuan Jin Kenji'),
    female: words('Mei Ling Xiu Lan Linh Thuy Hana Yuki'),
  },
  arabic: {
    male: words('Ahmed Ali Hassan Hussein Khalid Mahmoud Mustafa Omar Youssef Karim'),
    female: words('Amal Hanan Layla Mariam Noor Rania Salma'),
  },
}

export const forenamesOf = (culture: Culture, sex: 'male' | 'female'): readonly string[] =>
  (otherForenames[culture] ?? english)[sex]

export const middleNames = { male: english.male.slice(0, 50), female: english.female.slice(0, 40) }

export const streets = words(
  'Alder Bramble Canal Chapel Church Clover Cobden Cross Dale Elm Fern Garnet Grange Grove Harbour Hawthorn Heron High Holly Jubilee Kiln Larch Linden Lock Mayfield Mill Nelson Orchard Park Quarry Rowan School Sorrel Spring Station Tanner Victoria Wharf Willow York',
)
export const streetKinds = words('Road Street Avenue Close Lane Drive Terrace Way Gardens Crescent')
/** Outward codes that are spread over the land but stand with a made-up inward part. */
export const outcodes = words(
  'NE4 NE12 DH1 SR5 TS3 DL1 YO10 HU5 LS7 LS11 BD3 WF9 S5 DN4 M11 M14 OL2 BL3 WN1 PR2 L6 CH4 ST5 DE1 NG7 LE4 B11 B24 CV3 WV2 SY1 CF5 SA2 NP4 LL11 BS5 GL1 PL4 EX2 SO14 BN2 CT1 ME4 E8 N17 SE15 SW9 W10 IP4 NR3 CB4 PE1 MK6 OX4 RG2 SL1 LU1',
)
