// Who is waiting, without a framework: node examples/waiting-customers.mjs [url] [token]
const [, , url = 'http://localhost:4000/graphql', token = 'kari'] = process.argv;
const query = '{ myChatSessions(status: [IN_QUEUE]) { id customerDisplayName waitSeconds topic { name } } }';
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
const { data, errors = [] } = await response.json();
for (const { message, extensions } of errors) console.error(`${extensions.code}: ${message}`);
for (const { customerDisplayName, waitSeconds, topic } of data?.myChatSessions ?? [])
  console.log(`${customerDisplayName ?? 'Anonymous'} waits ${waitSeconds} s in ${topic?.name ?? 'no topic'}`);
