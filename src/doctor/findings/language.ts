/** Whether texts that SuperOffice keeps in several languages come in the one that is asked for. */
import { valueAt, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { translatedTexts } from '../question.js';

const language = findingOf(
  { topic: 'language', asked: 'texts with and without SUPEROFFICE_LANGUAGE', setting: 'SUPEROFFICE_LANGUAGE' },
  {
    honour: [
      'fine',
      'Texts are translated when a language is asked for, and raw without: the gateway always asks for one.',
    ],
    always: ['fine', 'No text comes raw, with or without a language.'],
    ignore: [
      'decide',
      'Texts come raw (NO:"…";US:"…") whatever is asked: see which languages are installed, and set one of them.',
    ],
    'cannot be told': [
      'unknown',
      'The session has none of these texts: name one with a company or a request with --session.',
    ],
  },
);

const raw = /^([A-Z]{2}:"|\[SR_)/;

function textsOf({ outcome }: Reply): readonly string[] {
  if (outcome.kind === 'failure') return [];
  return translatedTexts
    .map((path) => valueAt(outcome.value, path))
    .filter((value): value is string => typeof value === 'string' && value !== '');
}

export function languages(withLanguage: Reply, without: Reply): Finding {
  const [asked, plain] = [textsOf(withLanguage), textsOf(without)];
  if (asked.length === 0 || plain.length === 0) return language('cannot be told');
  if (asked.some((text) => raw.test(text))) return language('ignore');
  return language(plain.some((text) => raw.test(text)) ? 'honour' : 'always');
}
