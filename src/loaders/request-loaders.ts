/**
 * The loaders of one request. Whatever asks for a record, query or reference resolver, asks the same loader.
 */
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { ChatSessionSource } from '../superoffice/data-sources/chat-sessions.js';
import { entityLoader, type EntityLoader, type LoaderRules } from './entity-loader.js';

export interface RequestLoaders {
  readonly chatSession: EntityLoader<CarrierRecord>;
}

export function requestLoaders(chatSessions: ChatSessionSource, rules: LoaderRules): RequestLoaders {
  return { chatSession: entityLoader(chatSessions.read, rules) };
}
