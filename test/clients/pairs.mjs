/**
 * Two queries each that read different parts of one record; each must be sent only once.
 * `isMixedUp`: a client without the schema loses one of the responses.
 */
const session = (fields) => `chatSession(id: "192") { id ${fields} }`;
const topic = (fields) => `chatTopic(id: "2") { id ${fields} }`;

const pair = (about, first, second, isMixedUp = true) => ({
  about,
  isMixedUp,
  first: `query First { ${first} }`,
  second: `query Second { ${second} }`,
});
const contact = (about, first, second, isMixedUp) =>
  pair(about, session(`contact { id ${first} }`), session(`contact { id ${second} }`), isMixedUp);

export const pairs = [
  contact('rights on a record', 'tableRight { mask }', 'tableRight { reason }'),
  contact(
    'rights on different fields',
    'fieldProperties(names: ["name"]) { name right { mask } }',
    'fieldProperties(names: ["orgNr"]) { name right { mask } }',
    false,
  ),
  contact(
    'different things about the same fields',
    'fieldProperties { name right { mask } }',
    'fieldProperties { name type right { reason } }',
  ),
  contact(
    'parts of an address',
    'address { wgs84Latitude street { city } tableRight { mask } }',
    'address { formatted street { zipcode } tableRight { reason } }',
  ),
  contact(
    'lines of an address',
    'address { localizedAddress { value } }',
    'address { localizedAddress { label tableRight { reason } } }',
  ),
  pair('the widget of a topic', topic('widget { size autoFaqCategory { id } }'), topic('widget { font }')),
  pair(
    'the opening hours of a topic',
    topic('openingHours { monEnabled tzLocation { id } }'),
    topic('openingHours { monStart }'),
  ),
  pair(
    'the agents of a topic',
    topic('agents { topicId user { id } canRespond }'),
    topic('agents { topicId user { id } canListen }'),
  ),
  pair(
    'transfer targets',
    'transferTargets(flat: false) { id name childItems { id name } }',
    'transferTargets(flat: false) { id name rank childItems { id name type } }',
    false,
  ),
];
