/**
 * The texts of the script's customers.
 */
export interface Scenario {
  readonly language: 'no' | 'en';
  readonly topicId: number;
  /** The first message, sent from the queue. */
  readonly opener: string;
  /** One per message of the agent, in this order. */
  readonly replies: readonly string[];
  /** Sent once when no agent replies. */
  readonly nudge: string;
  /** The last message; the customer leaves after it. */
  readonly thanks: string;
}

export interface Visitor {
  readonly name: string;
  readonly company: string;
}

const norwegian = {
  language: 'no',
  nudge: 'Hallo, er det noen der?',
  thanks: 'Supert, tusen takk for hjelpen! \u{1F44D}',
} as const;
const english = {
  language: 'en',
  nudge: 'Hello, is anyone there?',
  thanks: 'Great, thank you for your help!',
} as const;

export const scenarios: readonly [Scenario, ...Scenario[]] = [
  {
    ...norwegian,
    topicId: 1,
    opener: 'Hei! Jeg får ikke logget inn. Det står at passordet er feil.',
    replies: ['Ja, jeg prøvde å nullstille det i går.', 'Nei, jeg har ikke fått noen e-post.', 'Nå kom den!'],
  },
  {
    ...english,
    topicId: 1,
    opener: 'Hi, the app crashes every time I open my orders.',
    replies: ['It is version 4.2 on an iPhone.', 'I reinstalled it and it still happens.', 'OK, I will try that.'],
  },
  {
    ...norwegian,
    topicId: 1,
    opener: 'Skriveren vår sender ikke skannede dokumenter lenger',
    replies: ['Modell X200.\nSiden i morges.', 'Ja, den er på nett.'],
  },
  {
    ...english,
    topicId: 2,
    opener: 'Do you have a discount for more than 50 licences?',
    replies: ['About 60, maybe 70 next year.', 'Yes, please send an offer by e-mail.'],
  },
  {
    ...norwegian,
    topicId: 2,
    opener: 'Hva koster det å oppgradere til Premium?',
    replies: ['Vi er 12 brukere i dag.', 'Går det an å betale årlig?', 'Da gjør vi det.'],
  },
  {
    ...english,
    topicId: 2,
    opener: 'I ordered a desk last week (no. 10442). When does it arrive?',
    replies: ['10442, yes.', 'Could it be delivered after 4 pm?'],
  },
  {
    ...norwegian,
    topicId: 3,
    opener: 'Jeg har fått samme faktura to ganger, nr. 88213',
    replies: ['Den 3. og den 5. i denne måneden.', 'Ja, jeg har betalt den første.'],
  },
  {
    ...english,
    topicId: 3,
    opener: 'My invoice shows the wrong address & VAT number.',
    replies: ['It should be 863 630 123 MVA.', 'Yes, from this month on.', 'Perfect.'],
  },
  {
    ...norwegian,
    topicId: 3,
    opener: 'Kan jeg få utsatt forfallsdato på fakturaen?',
    replies: ['Til den 20., hvis det går.'],
  },
];

/** By language. */
export const visitors: Readonly<Record<Scenario['language'], readonly [Visitor, ...Visitor[]]>> = {
  no: [
    { name: 'Ingrid Solberg', company: 'Fjordkraft Møbler AS' },
    { name: 'Ole Kristian Bråten', company: '' },
    { name: 'Søren Ærø', company: 'Ærø Havn' },
    { name: 'Åse Ødegård', company: 'Ødegård Regnskap' },
    { name: 'Nora Haugland', company: 'Haugland Bygg' },
    { name: 'Mohammed Ali Hansen', company: '' },
    { name: 'Siri Nygård', company: 'Nygård & Datter' },
  ],
  en: [
    { name: 'Emily Carter', company: 'Carter & Sons Ltd' },
    { name: 'Priya Raman', company: 'Northwind Analytics' },
    { name: 'Márta Szőke', company: '' },
    { name: 'James O’Neill', company: 'O’Neill Joinery' },
    { name: '山田 太郎', company: 'Yamada Trading' },
    { name: 'Grace Okafor', company: '' },
    { name: 'Lucas Meyer', company: 'Meyer Logistics' },
  ],
};
