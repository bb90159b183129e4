import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { AnswerWorld } from '../../../src/search/answers/answer-world.ts';
import { findAnswers, findLast } from '../../../src/search/answers/find-answers.ts';
import { openEnglish } from '../../../src/search/answers/question.ts';
import { makeWorld } from './make-world.ts';

await openEnglish();

/**
 * A site of notes: their titles, and below each its lines. `## ` begins a section, `* ` an item, `** ` one inside it;
 * `## | ` a table, with its caption and one row a line.
 */
function openNotes(notes: Record<string, string>): AnswerWorld {
  return makeWorld(
    Object.entries(notes).map(([title, text]) => {
      const parts = `\n${text}`.split(/\n## /u).map((part, order) => {
        const [heading = '', ...lines] = part.split('\n');
        const body = lines
          .map((line) => line.replace(/^\*+(?= )/u, (stars) => '␉'.repeat(stars.length)))
          .join(' ␤ ');
        const isTable = heading.startsWith('| ');
        const rows = lines.map((line) => `␞ ${line.replaceAll(' | ', ' ␟ ')}`).join(' ');
        const kind = isTable ? ('table' as const) : order === 0 ? ('lead' as const) : ('section' as const);
        return {
          kind,
          id: order === 0 ? '' : `s${String(order)}`,
          level: 2,
          title: heading.replace(/^\| /u, ''),
          text: isTable ? rows : body,
          lines: isTable ? rows : body,
        };
      });
      return { title, parts };
    }),
    false,
  );
}

const kiln = openNotes({
  'Wood kilns': `A wood kiln is a kiln that is fired with logs.
Kilns in use take these sorts of wood:
* Pine
* Oak
* Ash
Who may fire it? Only members who have had the training may fire the kiln.
## What causes it
Cracks come from clay that dried too fast.
## To load the kiln
To load the kiln, pile the shelves from the back to the front.
## Rules
The kiln may be cooled by the club. The Harrow guild built it in 1931.
The lighting fee is $12 for a firing, and ash is emptied weekly.
Install the logger:
kilnlog --start`,
  'Bisque guide': `This page is about the society's bisque firings.
## What it is:
Bisque is a first firing that leaves clay hard and open.
## Cancel a firing
* Write to the steward.
* Take your pots home.
## How to do it:
* Dry the pots.
* Stack them.
* Fire to 1000 °C.`,
  Cones: `Cones are easy and helpful. We like them.
A cone is a strip of clay that bends at one heat.`,
  'Sawdust kiln': 'The sawdust kiln was made by the Wood kiln society.',
  'The store': `Glaze is stored dry, as it spoils when wet. Potters of the glaze room work 12 hours.
Fired clay is sold once a week.
Pyrometers are also supported by the club.
## Why tiles rest
Water leaves them for a while, or they crack.
## Glaze tasting party
Everybody brings a bowl and a pencil.`,
  'Tall vase with slip': `* Process: Slip
* Height: 40 cm`,
  'Drying room': `The drying room is a warm room for pots.
The default drying room timeout is 10 seconds. After 6 weeks pots get no more heat.
- rack: steel-rack
## Starting the drying room
To start the drying room, turn the key.
## How stable are its features?
They have been the same for years.
## Features
* warm air
* steel racks
## Who founded the drying room?
Two potters, Ada Quill among them, made it.
## Why is its door left open?
The latch was left out to keep it simple. It supports a second door, since both are light.`,
  'Cold work': `* Sanding
** Meaning
*** rubbing a fired pot with a wet stone
** Drawbacks
*** it wears the foot
*** it makes dust
* Lapping
** rubbing a pot flat on a spinning plate
** Grit
*** 80 to 400
* Uses of the wheel
** lids
** tiles
*** flat ones
* https://lapping.test/wheel`,
  'Booking a firing': `* Ask the steward for a day.
* Write the day into the book.
* Pay the fee.`,
});

const ask = async (query: string) => {
  const [answer] = await findAnswers(query, kiln);
  return answer === undefined ? '' : [answer.text, ...answer.items].join(' ');
};

test.each([
  [
    'a sentence that ends in a colon brings what it leads up to',
    'which sorts of wood do kilns take',
    /these sorts of wood: Pine Oak Ash/u,
  ],
  ['a line that begins with a question heads what follows', 'who may fire the wood kiln', /^Only members/u],
  ['“What causes it” is of the note', 'what causes wood kilns', /dried too fast/u],
  ['how is told by what to do', 'how to load the kiln', /^To load the kiln, pile/u],
  [
    'and by the steps of the note that is named so',
    'how do I book a firing',
    /Ask the steward .* Pay the fee/u,
  ],
  ['“What it is” heads a definition', 'what is bisque', /^Bisque is a first firing/u],
  ['praise defines nothing', 'what is a cone', /^A cone is a strip/u],
  [
    'a heading says the deed, the first sentence what it is done to',
    'how do I cancel a bisque firing',
    /Write to the steward/u,
  ],
  ['a price is said by its sign', 'how much is the lighting fee', /\$12/u],
  ['how often is said by a word', 'how often is ash emptied', /weekly/u],
  ['who made it stands below the heading that asks', 'who founded the drying room', /Ada Quill/u],
  [
    'a heading that asks something else lists nothing',
    'features of the drying room',
    /warm air steel racks/u,
  ],
  ['below a heading that asks why stands why', 'why is the drying room door left open', /^The latch/u],
  ['an item heads those below it', 'what is lapping', /^rubbing a pot flat/u],
  ['and below “Meaning” stands what it is', 'what is sanding', /^rubbing a fired pot/u],
  ['an aspect below a name is of that', 'drawbacks of sanding', /wears the foot it makes dust/u],
  ['an item that only names the list brings it', 'uses of the wheel', /lids tiles/u],
  ['a command stands behind a colon', 'wood kiln install logger command', /kilnlog --start/u],
])('%s: %s', async (_, query, wanted) => {
  expect(await ask(query)).toMatch(wanted);
});

test.each([
  ['who made it is not what it made', 'who made the wood kiln society'],
  ['what can be done says not how', 'how to cool the kiln'],
  ['a word that stands nowhere', 'wood kiln for dogs'],
  ['three of anything are no price', 'what do three sorts of cones cost'],
  ['a place is said by a place', 'where is dry glaze stored'],
  ['a number counts what is asked for', 'how many potters does the glaze room have'],
  ['a heading of more is another thing', 'what is a glaze'],
  ['what happens to it defines nothing', 'what is a pyrometer'],
  ['a shared verb is no subject', 'how often do we get sold'],
  ['a value that the question says', 'what is the slip process'],
  ['how it is started says not who did', 'who started the drying room'],
  ['a timeout is no interval', 'default drying room interval'],
  ['until when says not for how long', 'how long do pots get heat'],
  ['one word behind a label', 'what is a rack'],
  ['a heading that asks why tells no time', 'how long do tiles rest'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await ask(query)).toBe('');
});

const shed = openNotes({
  'Glaze shed': `The glaze shed keeps raw stuff.
From 2019, the Glaze Shed Log is used and maintained, next to paper lists.
The insured part of the barn can be locked by hand, similar to the glaze shed.
There are several risks in buying powder instead of the glaze shed's stock for small pots:
## Oxides
Oxide is a well-known oxide.
## Saggars
A naming scheme for saggars makes it easier to find them.
## Types of saggars
You should match up the types of saggars with the types of pots.
## Wedge
A wedge is a block of plaster.
## Engobe
* Role
* Examples
* Care
## Packs
The cone pack is a mix of these, with some care.
## Bats
Bats are encouraged to have:
Bats are now running low in the club.
## Frit
frit:
## Store / keys
Keys have tags of brass. The tags are old.`,
  Colours: `Notes on colour.
An oxide is a metal bound to oxygen that colours a glaze.`,
});

test.each([
  ['what is used and maintained has not said who does', 'who maintains the glaze shed'],
  ['a sentence on another thing says neither yes nor no', 'is the glaze shed insured'],
  ['nor gives the reason', 'why does the glaze shed have stock'],
  ['what only leads to a name defines nothing', 'define saggars'],
  ['one sentence on kinds lists none', 'types of saggars'],
  ['what is to be done is not told under a bare name', 'what should I wedge'],
  ['an outline without text is no definition', 'what is engobe'],
  ['a mix of what was said before is not told', 'what is the cone pack'],
  ['a name before a colon says nothing', 'what is frit'],
  ['where something is, is said by a place', 'where are keys stored'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await findAnswers(query, shed)).toEqual([]);
});

const guild = openNotes({
  'Guild meeting': `**What:** A meeting that takes place every other Tuesday at 15:00.
## Length
Most meetings are short. Talk to your team in a 1-on-1 first.`,
  Outings: `As of March 8th, 2022, meetings of any size may go out, where the guild pays.
If you start in the open week, the clerk will sort the bonus for the 2023 benefits.`,
  'Paying dues': `Members should pay dues at the end of every month.
## Q: How do I pay dues?
Write to the clerk if you require a receipt for your dues.`,
  Firing: `## What happens
The wall breaks, and it sounds like rice.`,
  Tools: `* Kemper - Birthdays and work feasts
* Rank: you can see your rank in the book.
Our guild rules are the beliefs and principles that help us through the year, and build a good team.
Two members built such a wheel in 1976. Wheels for throwing are in the hall.`,
  Wages: `## Q. My wage is above the band, what does that mean for me?
In rare cases we let wages go over the top of a band.`,
  Beginning: 'It is a row of ones.',
});

const askGuild = async (query: string) => {
  const [answer] = await findAnswers(query, guild);
  return answer === undefined ? '' : [answer.text, ...answer.items].join(' ');
};

test.each([
  ['what comes back has a day of the week', 'when is the guild meeting', /^every other Tuesday$/u],
  ['a month ends each month', 'when should I pay dues', /end of every month/u],
])('%s: %s', async (_, query, wanted) => {
  expect(await askGuild(query)).toMatch(wanted);
});

test.each([
  ['a word that points elsewhere names nothing', 'what is it'],
  ['a number that was asked about is no answer', '1on1 how long'],
  ['what happens is not what happens after it', 'what happens after firing'],
  ['a few words behind a label go with it', 'what is kemper'],
  ['nor does what to do say what it is', 'what is a rank'],
  ['a sentence with commas is no list', 'list of guild rules'],
  ['which things there are is told by no number', 'what wheels can members throw with'],
  ['a year that only says which is no day', 'when do my benefits start'],
  ['a question that has the words asks something else', 'wage band meaning'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askGuild(query)).toBe('');
});

const loomery = openNotes({
  'Loom room': `Our loom fund is administered by the Harrow trust.
Our silk stock is read from 3 to 9 on the yarn scale. It has 12 benches, where the barn has 44.
## Adding yarn to your basket
Write the yarn into the book, and take it along.
## How to recognise worn thread
Worn thread is grey and hairy.
## How can I see my shuttle and reed?
All members have a shuttle (of wood) and a reed (of steel).`,
  Prizes: `## Spring prize
* The board of elders reads all letters and selects prize winners.
How to name a member:
* Fill in the form.
* Hand it in.
## Yarn grades
* Coarse: for ropes
* Middle: for nets
* Fine: for cloth
## Cleaning
The looms are cleaned weekly, and the floor as well.`,
  'Wool natural': 'Wool natural is a yarn that is spun with all of its fat.',
  Silk: 'Silk is a yarn that worms make, and which shines.',
  'Log sheet': `A log sheet is a sheet with three fields:
* day
* warp
* weft
* Bobbin: bobbin title, beside the pictures of it`,
});

const askLoomery = async (query: string) => {
  const answers = await findAnswers(query, loomery);
  return answers.flatMap(({ text, items }) => [text, ...items]).join(' ');
};

test.each([
  ['a verb that means the same', 'who manages the loom fund', /Harrow trust/u],
  ['a verb of three letters in another form', 'how to add yarn to basket', /Write the yarn/u],
  ['a heading with another verb', 'how can I spot worn thread', /grey and hairy/u],
  [
    'who does a second thing is named before the first',
    'who selects the spring prize winners',
    /^The board/u,
  ],
  [
    'a deed below the heading of its thing',
    'how do I name someone for the spring prize',
    /Fill in the form/u,
  ],
  ['a difference behind two names', 'wool silk difference', /Wool natural is .* Silk is/u],
  ['what one title alone begins with', 'wool vs silk', /Wool natural is .* Silk is/u],
  ['a list by its word', 'yarn grades list', /Coarse: for ropes Middle/u],
  ['a count that nobody asked in words', 'loom room benches', /12 benches/u],
  ['a range from one number to another', 'silk stock range', /3 to 9/u],
  ['what a definition leads up to', 'what is a log sheet', /three fields: day warp weft/u],
])('%s: %s', async (_, query, wanted) => {
  expect(await askLoomery(query)).toMatch(wanted);
});

test.each([
  ['a heading that asks something else of both', 'difference between shuttle and reed'],
  ['a label that begins with its name again', 'what is a bobbin'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askLoomery(query)).toBe('');
});

const press = openNotes({
  'Paper press': `The paper press is a core machine that squeezes sheets.
We take back paper within 7 days of a sale, and refunds are paid in full.
The press takes the following sheet sizes:
* Folio
* Quarto
To stop a pressing, pull the red lever.
You can take paper colours into the room, and soak rags or leaves in them.
## Change sheet colour
To change the colour of a sheet, soak it again.
## Ink
### Notes
* Drying method: warm air from below
## point(type)[0].asSheet()
Choose the point as your marker in the press point rules.`,
  'Press limits': `## Weight
No more than 4 kg.
## Wet sheets
They tear.`,
  Deckle: `## | Deckle sides
Property | Type | Description
wood | text | what it is made of
size | number | how wide it is`,
});

const askPress = async (query: string) => {
  const answers = await findAnswers(query, press);
  return answers.flatMap(({ text, items }) => [text, ...items]).join(' ');
};

test.each([
  ['a kind of thing behind a name', 'what is the paper press machine', /^The paper press is/u],
  ['a period', 'refund period', /within 7 days/u],
  ['a sentence that leads up to what two words name', 'accepted sheet sizes', /Folio Quarto/u],
  ['a deed keeps its verb', 'how to stop pressing', /pull the red lever/u],
  ['a note of that title lists by its headings', 'limits of the press', /Weight Wet sheets/u],
])('%s: %s', async (_, query, wanted) => {
  expect(await askPress(query)).toMatch(wanted);
});

test.each([
  ['what to do with a thing is not that', 'sheet colour'],
  ['a sentence that mentions them lists none', 'which paper colours are supported'],
  ['what is told of each is no kind of it', 'deckle types'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askPress(query)).toBe('');
});

const tannery = openNotes({
  Limits: `The tannery has few limits of its own.
* Wet hides are not taken.
* Dyes are always dark, and not what the list says.`,
  Joining: `You can add the tannery to the window list with the clerk's key.
## By post
Send a card.`,
  'Vat rules': `When the vat book has a field for tanvat (or a line for tanvat), only the field counts.
Bark mill is part of the yard that members trust.
A hide sheet is a sheet of skin with the hair taken off.
## What are torn straps?
A strap that is torn looks like this.
## latch
Default: the set latch of the tannery`,
  Soaking: `## Soak a hide
Learn how to soak and stretch a hide.
## Hours
A hide with a soaking time of 9 hours has 4 hours of rest, for example: 9 less 5.`,
  'Tannery gate': 'You get in by a knock, a bell, or a rope.',
  'Skin list': 'A hide sheet is the paper that lists what a hide weighs.',
});

const askTannery = async (query: string) => {
  const answers = await findAnswers(query, tannery);
  return answers.flatMap(({ text, items }) => [text, ...items]).join(' ');
};

test.each([
  ['a note called by the aspect alone', 'limits of the tannery', /Wet hides are not taken. Dyes/u],
  ['two notes that define one term', 'what is a hide sheet', /hair taken off\. A hide sheet is the paper/u],
])('%s: %s', async (_, query, wanted) => {
  expect(await askTannery(query)).toMatch(wanted);
});

test.each([
  ['a bracket that names it again spells nothing out', 'what is tanvat'],
  ['what it is part of says not what it is', 'what is a bark mill'],
  ['a heading on some of them says not what they are', 'what is a strap'],
  ['a deed that only the name of the note has', 'how to join the tannery window'],
  ['a value that says the question again', 'what is the default latch'],
  ['one of several in a row', 'tannery gate bell rope'],
  ['what is to be learned there', 'how to soak a hide'],
  ['an example gives no value', 'ideal soaking time'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askTannery(query)).toBe('');
});

const manual = openNotes({
  'Kiln logger': `The logger writes down how hot the kiln is.
By default the logger runs with fresh paper.
## port
The port that the logger listens on.
Default: 7070
## Options
* sample_rate is how often it writes, in seconds. Default: 30.
* max_rows the most rows of one sheet (default: 512).
* stamp turns the date on.
## spare_time
By default, the spare time is short, so nobody waits.
## alarm
By default the alarm is silent.
## Parts
* Thermocouples: $9
* Cables: $3
## Q. When can I borrow the logger?
Members: 
* Any weekday, once the course is done.
Guests: 
* Never.
## Who looks after our logger?
* Rosa of the Tuesday group.
## What is in a logger box?
* Probe
* Cable
## Where to buy one
In most shops since 1998 it can be borrowed.
## Arming
# stop the pen first
## Waving
wave "Hello!`,
  peak: 'Rewrites the sheet with its highest value.',
  'Cone rule': 'The cone rule was adopted on 2 March 2020 and applies since 4 May 2021.',
  Soak: `It lies at 900 to 950 °C. It is told by a cone.`,
  'Soft ramp program': `The ramp climbs at 15 to 20 °C an hour, after the soak.
## Types of dials
* Round
* Square
## Steps for setting it
* Set the dial.
* Wait for the click.`,
  'Logger or book': `A log book is a bound book of sheets for a kiln.
A data logger is a box that writes a curve by itself.`,
});

const askManual = async (query: string) => {
  const [answer] = await findAnswers(query, manual);
  return answer === undefined ? '' : [answer.text, ...answer.items].join(' ');
};

test.each([
  ['a value below a heading', 'port default', /^7070$/u],
  ['a value behind the name of an item', 'what is the default sample_rate', /^30$/u],
  ['a value that a sentence gives for what it names', 'default spare_time', /^short, so/u],
  ['the same without a comma', 'what is the default of the alarm', /^silent$/u],
  ['steps in a note that has the thing in its title', 'steps for ramp', /Set the dial/u],
  ['a label that is all of the thing, and a price', 'price of thermocouples', /^\$9$/u],
  ['a value in brackets', 'default value of max_rows', /^512$/u],
  [
    'a heading that asks when, though no day is below',
    'when can i borrow the logger',
    /^Members: Any weekday/u,
  ],
  ['a heading that asks who', 'who looks after the logger', /^Rosa/u],
  ['a heading that asks what is inside', 'what is in a logger box', /^ Probe Cable$/u],
  ['a difference in few words', 'diff between log book and data logger', /^A log book is/u],
  ['a verb under the name says what it does', 'what is peak', /^Rewrites the sheet/u],
  ['“it” is the note, and the value says by its unit what', 'soak temperature', /^It lies at 900/u],
  ['the day behind the word for the event', 'when does the cone rule apply', /^4 May 2021$/u],
  ['a difference asked behind both', "log book or data logger, what's the difference", /^A log book is/u],
])('%s answers %s', async (_, query, wanted) => {
  expect(await askManual(query)).toMatch(wanted);
});

test.each([
  ['what happens by default is no value', 'logger paper default'],
  ['one of several has no value of its own', 'default stamp'],
  ['kinds of something else in a note of that name are none', 'types of ramp'],
  ['a cut line of code defines nothing', 'define waving'],
  ['a remark in code defines nothing', 'what is arming'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askManual(query)).toBe('');
});

const harbour = openNotes({
  'Harbour glossary': `* Mooring ($m$): A rope that holds a boat at the quay.
* Fender ($f$): A fender is a cushion between boat and quay.
* Bollard ($b$): Whether the post of the quay holds?`,
  Silting: `Silting is also a branch of study for the people of the coast.
Silting generally, i.e. in every river, is a loss of depth by sand.
Dredging, as a strong remedy, is increasingly likely to harm the fish.`,
  'Tide wheel': `In our notes on the tide wheel (kade2024t) it got its name in the storm.
The tide wheel was cast in the 1930s by two brothers.
Since its release in May of 2023 the tide table has been read by many.
The pier had its opening day in fall of 2019.`,
  Fees: `We accept the following payment methods: cash, card, and cheque.
Small boats hold by a three-line anchor (3LA) that bites in mud.
Steel rope bridges (SRBs) are crossed by one person at a time.
The tower comes with two signal lamps, red and green.
Store keys are checked when a rope store has been opened.
The full list of berth rules, including old ones, is kept at the office.
To report a leak:
* Ring the bell.
* Show the red lamp.`,
  'Signal rooms': `One of the rooms has the same feature that lets you see the quay.
The --room of a signal: Signal room (automatic if omitted).`,
  'How to keep rope': `Dry rope for some days and keep it cool.
## How long kept rope lasts
* In the sun
* In the shade`,
  'Quay ring': `The quay ring functions as a place to tie small boats.`,
  'Pilot guild': `Seaward published many charts of the coast in 2022.
The harbour law names the duties of a pilot: watching, sounding, calling, steering.
Two kinds of pilot are known, inshore and offshore.
The flag is lowered a minute before the gun is fired.
Open Lanternmaker to the page where you want to host the charts of the guild.`,
  'Rope use': `Rope was the cause of a great success of the release of nets, so early in 2023 nets were everywhere.
Knots: see [the knot](knot.md)
Splices: [[splice]]`,
  'Fog signal': `* pitch is the height of the tone to give.
* signal is the lamp code to give. Default: long short
The keeper shows the log to the harbourmaster, the head of the pier, and the crew.`,
  Berths: `### Lamp
Berth lamp: Added in: v4.7.0 by the keepers.
You may take the berth for 16 weeks, and they may take it again.
Search for the berth channel.
pole - no rope. A pole is pushed into the mud.
Those who work with lines need the right pole version, ensuring it fits.
## Kinds of poles
Here, we are using a newly cut pole.`,
  'Introduction to foghorns': `Foghorns are horns that warn boats in fog.
## Source mode
Source mode displays all lamps exactly as they are lit.
## Rope
Your pay includes a fixed sum of $50 for expenses of the rope.`,
  Docking: `Docking ties up a boat with the help of two people on the quay and a line, within four minutes.
When the first boats came to the coast, many rowers were the only way to bring them in.`,
  Flags: `The harbour has several flag types and colours for each of its piers and boats.
## Flag types
* Colours: red
* Colours: green
* Colours: white`,
});

const askHarbour = async (query: string) => {
  const [answer] = await findAnswers(query, harbour);
  return answer === undefined ? '' : [answer.text, ...answer.items].join(' ');
};

test.each([
  ['a word of a glossary alone', 'mooring', /A rope that holds/u],
  ['what a thing functions as', 'what is a quay ring', /place to tie/u],
  ['a label before a whole sentence', 'fender', /cushion/u],
  ['letters in the plural', 'SRB meaning', /Steel rope bridges/u],
  ['a number that begins letters', '3LA meaning', /three-line anchor/u],
  ['what a thing is, before what it is besides', 'what is silting', /loss of depth/u],
  ['a decade', 'when was the tide wheel cast', /^1930s$/u],
  ['a month of a year', 'when was the tide table released', /^May of 2023$/u],
  ['a note that introduces a thing', 'what is a foghorn', /horns that warn/u],
  ['a heading that only begins like one of sources', 'what is source mode', /displays all lamps/u],
  ['an amount below the name of what it is for', 'rope stipend', /\$50/u],
  ['a time at the end of what begins with the name', 'how long does docking take', /four minutes/u],
  ['the version in which a thing was added', 'when was the berth lamp added', /v4\.7\.0/u],
  ['a version asked otherwise', 'since which version is there a berth lamp', /v4\.7\.0/u],
  ['the sentence behind a label that says little', 'what is a pole', /pushed into the mud/u],
  ['what an item says that it is', 'fog signal default code', /^long short$/u],
  ['what a sentence lists, behind all of its words', 'examples of pilot duties', /sounding/u],
  ['two kinds', 'kinds of pilot', /inshore and offshore/u],
  ['a list in a sentence', 'payment methods', /cash, card, and cheque/u],
  ['two names beside each other', 'tower signal lamps', /red and green/u],
  ['the items that a sentence leads up to', 'how do I report a leak', /Ring the bell/u],
])('%s answers %s', async (_, query, wanted) => {
  expect(await askHarbour(query)).toMatch(wanted);
});

test.each([
  ['a question behind a name says nothing of it', 'bollard'],
  ['words between the name and its verb hide no definition', 'what is dredging'],
  ['the year in the name of a source is no day', 'when was the tide wheel named'],
  ['what has to do with a thing is no part of it', 'rope store keys'],
  ['a sentence that says where a list is lists nothing', 'full berth rules'],
  ['half of a comparison only has the name in it', 'fender vs many rowers'],
  ['one of several in a row is told nothing by the next', 'who is the harbourmaster'],
  ['the day of another clause', 'nets release date'],
  ['marks of a link tell nothing apart', 'knots vs splices'],
  ['how many of nothing', 'how many days'],
  ['a feature in passing', 'features of the quay'],
  ['what is called so is no property of another thing', 'signal rooms'],
  ['what somebody made is not who made them', 'who founded seaward'],
  ['how long is not how long before', 'how long is the gun'],
  ['who does it is not what you want to do', 'who hosts the charts'],
  ['who may is not said by what you may', 'who can take the berth'],
  ['what is searched for is no reason', 'why do we have a berth channel'],
  ['a version is a number', 'which pole version is needed'],
  ['what points at something else lists nothing', 'kinds of poles'],
  ['the same label on every item names none', 'flag types'],
])('%s: nothing answers %s', async (_, query) => {
  expect(await askHarbour(query)).toBe('');
});

test('what a collection holds answers which things there are', async () => {
  const world = {
    ...kiln,
    listKind: (names: readonly string[]) => (names.includes('clays') ? clays : undefined),
  };
  const clays = { label: 'Clays', url: '/clays/', titles: ['Terracotta', 'Stoneware'] };
  for (const query of ['what clays are there', 'list of clays', 'types of clays']) {
    const [answer] = await findAnswers(query, world);
    expect(answer).toMatchObject({ url: '/clays/', items: ['Terracotta', 'Stoneware'] });
  }
});

test('what says in other words what a thing is comes before what repeats its name', async () => {
  const [found] = await findAnswers('what is an oxide', shed);
  expect(found?.text).toMatch(/^An oxide is a metal bound/u);
});

const ovens = openNotes({
  정규화: '표를 나눈다.',
  가마: '가마는 흙을 굽는 방이다.',
  유약: `유약을 적는다.
* 도공일지 - 시유(Glazing) 쉽게 이해하기
바르기는 겉이 마른 경우 적용한다.
담그기는 얼룩이 날 수 있기 때문에 두께를 따로 봐야 합니다.
공방에서 초벌(Bisque)은 유약 없이 한 번 굽는 것을 뜻한다.`,
});

test.each(['시유란', '바르기란', '담그기가 뭐야'])('what is %s stands nowhere', async (query) => {
  expect(await findAnswers(query, ovens)).toEqual([]);
});

test('a place before the name leaves a definition one', async () => {
  const [found] = await findAnswers('초벌이 뭐야', ovens);
  expect(found?.text).toMatch(/^공방에서 초벌/u);
});

test('a day is found in the note on the name, where that has no word for the event', async () => {
  const world = openNotes({ 'Kiln list': 'The Ember 4 was launched on 2024-05-02.' });
  const found = await findAnswers('ember 4 release date', {
    ...world,
    loadPages: (want, subjects) =>
      subjects.includes('ember 4') ? world.loadPages(want, subjects) : Promise.resolve([]),
  });
  expect(found[0]?.text).toBe('2024-05-02');
});

const wheel = openNotes({
  물레: `물레는 흙을 돌리며 그릇을 빚는 도구이다. Bolt의 고객이 물레를 쓴다. 도원사가 물레 인수를 검토했다.
## 원칙
* 천천히 돌린다
* 힘을 뺀다
* 물을 바른다
* 가운데를 맞춘다`,
});

test.each([
  '물레는 누가 만들었나',
  '물레 개발사',
  '물레를 누가 인수했나',
  '물레의 세 원칙은',
  '물레의 다섯 원칙',
])('what no note says has no answer: %s', async (query) => {
  expect(await findAnswers(query, wheel)).toEqual([]);
});

test('a list answers a question for as many as it holds', async () => {
  const [found] = await findAnswers('물레의 네 원칙은', wheel);
  expect(found?.items).toHaveLength(4);
});

const studio = openNotes({
  공방: `마른 흙에 물을 넣고 저으면 걸쭉해진다. 이것을 슬립이라 한다.
공방의 물건은 컵(Mug), 접시(Plate), 사발(Bowl)로 나누어 적는다.
공방은 나라마다 있고, 열린 문의 AI 모임이 그 대표이다.
굽는 도중에 흙이 갈라질 수 있기 때문에 초벌 뒤에 확인 필요`,
  계획서: `계획서를 적는다.
## 계획서의 세 축
* 흙
* 불
* 물
## 자동 슬립 감지
슬립 감지는 걸쭉한 정도를 재는 방법을 쓴다.`,
});

test.each(['접시란 무엇인가', '열린ai 대표 누구', '흙이 왜 필요해'])(
  'what is only named, or only needs other things, answers nothing: %s',
  async (query) => {
    expect(await findAnswers(query, studio)).toEqual([]);
  },
);

test('a definition that points back comes with what it points at', async () => {
  const [found] = await findAnswers('슬립이 뭐야', studio);
  expect(found?.text).toMatch(/^마른 흙에.*걸쭉해진다\. 이것을 슬립이라 한다/u);
});

test.each(['계획서 3대 축', '계획서 3가지 축'])('a list is what a number asks for: %s', async (query) => {
  const [found] = await findAnswers(query, studio);
  expect(found?.items).toEqual(['흙', '불', '물']);
});

const yard = openNotes({
  '작업장 물건': `작업장의 물건을 적는다.
## KLN
* 여러 선반을 한꺼번에 굽는 큰 가마의 이름표
* KLN은 한 곳에만 두고 다른 곳에는 두지 않아 생성
## 회전 도구 WHL
원판을 돌리며 그릇을 빚게 하는 도구입니다.
## 굽기 상태
* drying: 물이 빠지는 중
* firing: 불이 붙은 중
## 설정
* --fan 기본값은 12이다.
## 흙 고르기
점토의 종류는 물을 머금어 무거운 젖은 점토와 바람에 말려 가벼운 마른 점토이다.
백자토는 먼 데서 실려와 비싸고 드물다. Bolt Spinner는 네 단계로 돈다. Bolt의 공장이 크다.
2022년에 적힌 첫 투자는 1,100만 유로다.
## 데이터타입
* 낱말
* 수
## | 동네 규칙
구분 | 한국 | 일본
적용 | 2026-01-22 | 2025-06-04 공포, 나머지는 09-01 시행
제재 | 과태료 | 없음
## | 다툼
사건 | 법원 | 결과
기와 v. 벽돌 | 서울 | 2025년 1월 제소, 2025-09-18 첫 변론
유약 v. 흙 | 부산 | 2024년 3월 제소
## | 마당의 법
법 | 대상 | 제재
강변 SB 53 | 만드는 사람 | 백만 원
강변 SB 942·AB 853 | 내놓는 사람 | 오천 원`,
  '굽기 안내': '굽기를 적는다.',
});

test.each([
  ['KLN이 뭐야', /^여러 선반을/u],
  ['WHL 뭐하는 거', /^원판을 돌리며/u],
  ['굽기 상태 종류', /drying.*firing/u],
  ['fan 기본값', /^12/u],
  ['젖은 점토 마른 점토 차이', /^점토의 종류는/u],
  ['백자토가 비싼 이유', /^백자토는 먼/u],
  ['spinner 만든 회사', /Bolt Spinner/u],
  ['첫 투자금', /1,100만 유로/u],
  ['작업장 데이터타입 뭐있어', /낱말.*수/u],
  ['일본 규칙 공포일', /2025-06-04 공포/u],
  ['기와 벽돌 다툼 첫 변론 언제', /^2025-09-18$/u],
  ['SB 53이랑 SB 942 차이', /만드는 사람.*내놓는 사람/u],
])('what notes say in outlines, tables and by the way is found: %s', async (query, wanted) => {
  const [found] = await findAnswers(query, yard);
  const rows = found?.table?.rows.map((row) => row.join(' ')) ?? [];
  expect([found?.text, ...(found?.items ?? []), ...rows].filter(Boolean).join(' ')).toMatch(wanted);
});

test('every part of the answers loads: one that fails is only missing on a site', async () => {
  const folder = new URL('../../../src/search/answers/', import.meta.url);
  const files = await readdir(folder);
  expect(files).toContain('when-asked.ts');
  for (const file of files) await expect(import(new URL(file, folder).href)).resolves.toBeDefined();
});

const workshop = openNotes({
  '가마 시장': `가마 시장은 크지 않다.
은하요업은 2031년 2분기에 25.75억 원의 매출을 냈고, 빚은 그보다 많다. 한빛요업은 그해 문을 닫았다.
정련은 흙의 돌을 골라내고, 숙성은 흙을 눅눅하게 둔다.
노련한 사람은 값을 흥정할 때 무게를 달지 않고 눈으로 셈하는데, 달면 손님이 의심하기 때문이다.
## | 가마의 규격
이름 | 넓이 | 불때기
KILN7 | 9칸 | 사람 평균 62.6시간`,
});

test('what no sentence says word for word is told by the one that comes nearest', async () => {
  const said = async (query: string): Promise<string[]> =>
    (await findLast(query, workshop)).map(({ text, table }) =>
      text === '' ? (table?.rows.flat().join(' ') ?? '') : text,
    );
  expect(await said('은하요업 2031년 2분기 매출 얼마임')).toEqual([expect.stringContaining('25.75억')]);
  expect(await said('KILN7 사람 평균 몇 시간')).toEqual([expect.stringContaining('62.6')]);
  expect(await said('정련 vs 숙성')).toEqual([expect.stringContaining('골라내고')]);
});

test('what lacks the name, the number or the kind of value is not near', async () => {
  for (const query of [
    '은하요업 직원 수 몇 명',
    '한빛요업 2분기 매출 얼마임',
    'KILN8 사람 평균 몇 시간',
    '은하요업 2031년 2분기 매출 왜 늘었어',
    '한빛요업 숙성 차이',
  ])
    expect(await findLast(query, workshop), query).toEqual([]);
});

test('what nothing defines is told by how the note of that very name begins, where it names it', async () => {
  const leave = openNotes({
    'Sabbatical cover': `We offer sabbatical cover to everybody after five years. It pays half of the wage.`,
    Turning: 'Two things can be turned. Both take time.',
  });
  const [found] = await findLast('what is sabbatical cover', leave);
  expect(found).toMatchObject({
    kind: 'passage',
    text: expect.stringMatching(/^We offer .* wage\.$/u) as string,
  });
  expect(await findLast('what is turning', leave)).toEqual([]);
});

test('a value is of the very name, no day is an amount, and no other version answers', async () => {
  const tools = openNotes({
    '물레 지형': `‘1.6T-A49B’처럼 적는 표기에서 A 앞은 전체 칸수이다.
감사원은 2031-12-17 물레 구독료 예산을 협의하지 않았다고 지적했다.
물레의 기법은 MITRA 목록이 AI 100-2(2031-03-24)에 모아 둔다.
확인은 재확인 요청 10일 안에 끝난다.
## | 판
나온 때 | 판
2010 | KQTI V1.3, 2021년 9월 만료`,
  });
  for (const query of [
    'A.X 전체 칸수 얼마',
    '물레 월 구독료 얼마',
    'MITRA 기법 몇 개',
    'KQTI 3.0 언제 만료됨',
  ])
    expect(await findLast(query, tools), query).toEqual([]);
});

test('a thing within another is defined, whichever of both stands first', async () => {
  const firing = openNotes({
    '가마 불때기': '가마 불때기는 가마에 불을 넣는 일이다. 받침대는 그릇과 가마 바닥을 떼어 놓는 조각이다.',
    가마: '가마는 그릇을 굽는 방이다.',
  });
  for (const query of ['가마에서 받침대가 뭐야', '받침대가 뭐야 가마에서'])
    expect((await findAnswers(query, firing))[0]?.text, query).toMatch(/떼어 놓는 조각/u);
});

test('what a heading counts is told by the headings beside it', async () => {
  const notes = openNotes({
    '가마 균열': `가마 균열은 그릇이 터지는 일이다.
## 균열 발생의 3가지 조건
아래 조건이 모두 서야 터진다.
## 1) 빠른 건조 (Fast drying)
* 물이 한쪽에서 먼저 나간다.
## 2) 두꺼운 바닥
* 안이 늦게 마른다.
## 3) 찬 바람
* 겉이 먼저 식는다.
## 정리
끝이다.`,
  });
  const [found] = await findAnswers('균열 발생 조건 3가지', notes);
  expect(found?.items).toEqual(['빠른 건조 (Fast drying)', '두꺼운 바닥', '찬 바람']);
});

test('what only says how many there are is told with the sentence that says which', async () => {
  const notes = openNotes({
    '큰 물레':
      '큰 물레는 여럿이 돌리는 물레이다. 일꾼은 세 종류이다. 공개는 장터 사람이고, 사설은 주인이 모은 사람이며, 공급사는 전문 업체이다.',
  });
  const [found] = await findAnswers('큰 물레 일꾼 종류', notes);
  expect(`${found?.text ?? ''} ${found?.items.join(' ') ?? ''}`).toMatch(/장터 사람.*전문 업체/u);
});
