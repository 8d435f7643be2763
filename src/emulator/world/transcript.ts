/**
 * A conversation as plain text or HTML. SuperOffice documents both variants, but not their format.
 */
import type { JsonRecord } from '../json-record.js';

export function plainTranscript(messages: readonly JsonRecord[]): string {
  return messages
    .map((message) => `[${text(message, 'WhenPosted')}] ${author(message)}: ${textOrType(message)}\r\n`)
    .join('');
}

export function htmlTranscript(messages: readonly JsonRecord[]): string {
  const rows = messages.map((message) => {
    const [when, who, what] = [text(message, 'WhenPosted'), author(message), textOrType(message)].map(escaped);
    return `<p><span>${when}</span> <b>${who}</b>: ${what?.replace(/\r?\n/g, '<br>')}</p>`;
  });
  return `<div>${rows.join('')}</div>`;
}

function author(message: JsonRecord): string {
  return text(message, 'Author') || '-';
}

/** The special type for a message without text. */
function textOrType(message: JsonRecord): string {
  return text(message, 'Message') || `(${text(message, 'SpecialType')})`;
}

function text(message: JsonRecord, property: string): string {
  const value = message[property];
  return typeof value === 'string' ? value : '';
}

function escaped(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
