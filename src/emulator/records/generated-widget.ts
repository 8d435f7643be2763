/**
 * Widget settings of the generated topics.
 */
import type { JsonRecord } from '../json-record.js';

export function widgetOf(topicId: number, theme: string): JsonRecord {
  return {
    AutoFaqEnabled: topicId === 1,
    AutoFaqCategory: topicId === 1 ? faqCategory : null,
    PreFormEnabled: true,
    PreFormMessage: 'NO:"Hvem er du?";US:"Who are you?"',
    RequiredFields: topicId === 1 ? 'Email, Name' : 'None',
    PostFormEnabled: false,
    PostFormHeader: '',
    PostFormMessage: null,
    PostTranscriptEnabled: topicId % 2 === 1,
    LanguageIsoCode: topicId === 3 ? '' : 'nb-NO',
    Size: topicId === 2 ? 'Large' : 'Normal',
    Theme: theme,
    ...colors,
    Font: 'Verdana',
    FontSize: '14px',
    LogoEnabled: topicId === 1,
    LogoBlobId: topicId === 1 ? 4711 : 0,
    LogoName: topicId === 1 ? 'logo-ø.png' : '',
    ShowAgentPhoto: true,
    ...welcome,
    OfflineFields: topicId === 1 ? 'Name, Email, Phone' : '',
    UseAgentFirstname: topicId === 2,
  };
}

const welcome: JsonRecord = {
  WelcomeTitle: 'NO:"Velkommen";US:"Welcome"',
  WelcomeMessage: 'NO:"Vi svarer snart.";US:"We answer soon."',
  OfflineHeader: 'NO:"Stengt";US:"Closed"',
  OfflineMessage: 'Skriv til oss på post@example.com',
};

const colors: JsonRecord = {
  Color: '#0A5E58',
  BadgeColor: '',
  BadgeTextColor: null,
  CustMsgColor: '#eee',
  CustMsgTextColor: '#000000',
  AgentMsgColor: 'teal',
  AgentMsgTextColor: '#fff',
  ButtonColor: '#0A5E58',
  ButtonTextColor: '',
};

const faqCategory: JsonRecord = {
  KbCategoryId: 12,
  Name: 'NO:"Spørsmål";US:"Questions"',
  Description: '',
  Fullname: 'FAQ/Spørsmål',
  ParentId: -1,
  SortOrder: 1,
};
