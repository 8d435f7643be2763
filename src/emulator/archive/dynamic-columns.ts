/** The columns of the provider Dynamic: those of the table chat_session, by the names of the database. */
import { isRecord } from '../json-record.js';
import { columnsOf, numberAt, textAt, type ArchiveColumn, type ArchiveRow } from './column.js';
import { dateColumn, intColumn, statusNumber, textColumn } from './chat-columns.js';

const part = ({ session }: ArchiveRow, property: string) => {
  const value = session[property];
  return isRecord(value) ? value : null;
};

const foreignKey = (property: string, identity: string): ArchiveColumn =>
  intColumn((row) => Math.max(0, numberAt(part(row, property), identity)));

const flag = (property: string): ArchiveColumn => ({
  kind: 'bool',
  raw: ({ session }) => (session[property] === undefined ? null : session[property] === true),
});

export const dynamicColumns = columnsOf({
  'chat_session.id': intColumn(({ session }) => numberAt(session, 'ChatSessionId')),
  'chat_session.topic_id': intColumn(({ session }) => numberAt(session, 'TopicId')),
  'chat_session.topic_id.name': {
    kind: 'string',
    raw: ({ session, world }) => textAt(world.topics.find(Number(session['TopicId'])), 'Name'),
  },
  'chat_session.status': intColumn(statusNumber),
  'chat_session.user_id': intColumn((row) => numberAt(part(row, 'User'), 'EjUserId')),
  'chat_session.customer_id': foreignKey('Person', 'PersonId'),
  'chat_session.contact_id': foreignKey('Contact', 'ContactId'),
  'chat_session.project_id': foreignKey('Project', 'ProjectId'),
  'chat_session.sale_id': foreignKey('Sale', 'SaleId'),
  'chat_session.ticket_id': foreignKey('Ticket', 'TicketId'),
  'chat_session.customer_alias': textColumn('CustomerAlias'),
  'chat_session.customer_host': textColumn('CustomerHost'),
  'chat_session.name': textColumn('CustomerName'),
  'chat_session.email': textColumn('CustomerEmail'),
  'chat_session.phone': textColumn('CustomerPhone'),
  'chat_session.company_name': textColumn('CustomerCompanyName'),
  'chat_session.first_message': textColumn('FirstMessage'),
  'chat_session.last_message': textColumn('LastMessage'),
  'chat_session.when_requested': dateColumn('WhenRequested'),
  'chat_session.when_started': dateColumn('WhenStarted'),
  'chat_session.when_ended': dateColumn('WhenEnded'),
  'chat_session.idle': dateColumn('WhenIdle'),
  'chat_session.customer_fetch': dateColumn('WhenFetched'),
  'chat_session.initial_queue_pos': intColumn(({ session }) => numberAt(session, 'InitialQueuePos')),
  'chat_session.alert_level': intColumn(({ session }) => numberAt(session, 'AlertLevel')),
  'chat_session.rank': intColumn(({ session }) => numberAt(session, 'Rank')),
  'chat_session.rating': intColumn(({ session }) => session['Rating'] ?? null),
  'chat_session.consented': flag('CustomerConsented'),
  'chat_session.chatbot_isactive': flag('ChatbotIsActive'),
});
