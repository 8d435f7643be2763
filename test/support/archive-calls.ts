/** Settings and log lines of tests of the archive. */
export const confirmed = { ARCHIVE_CONFIRMED: 'time-spans,dynamic' };
export const all = { ...confirmed, ARCHIVE: 'all' };
export const guest = { authorization: `Basic ${Buffer.from('lxl@example.com:x').toString('base64')}` };

export const topics = (ids: readonly number[], column = 'chatTopic/chatTopicId'): string =>
  ids.map((id) => `${column} = ${id}`).join(' or ');

export const rows = (
  line: Readonly<Record<'select' | 'filter' | 'order' | 'top', string>>,
  provider = 'ChatSession',
): string =>
  `POST /api/v1/Archive/${provider} $select=${line.select} $filter=${line.filter} $orderBy=${line.order} $top=${line.top} $mode=Full`;

export const newest = 'whenRequested desc, chatSessionId desc';
