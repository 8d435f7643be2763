/**
 * How a chat topic's widget looks on a web page, and what it asks the customer for.
 * @see SuperOffice: POST Agents/Chat/GetChatTopicEntity (carrier SuperOffice.CRM.Services.ChatWidgetSettings)
 */

export interface WidgetSettingsCarrier {
  readonly AutoFaqEnabled?: boolean | null;
  readonly AutoFaqCategory?: KbCategoryCarrier | null;
  readonly PreFormEnabled?: boolean | null;
  readonly PreFormMessage?: string | null;
  /** Names of ChatWidgetSettings.RequiredFields, joined by comma and space. */
  readonly RequiredFields?: string | null;
  readonly PostFormEnabled?: boolean | null;
  readonly PostFormHeader?: string | null;
  readonly PostFormMessage?: string | null;
  readonly PostTranscriptEnabled?: boolean | null;
  readonly LanguageIsoCode?: string | null;
  /** Normal or Large. */
  readonly Size?: string | null;
  /** Classic or Modern. */
  readonly Theme?: string | null;
  readonly Color?: string | null;
  readonly BadgeColor?: string | null;
  readonly BadgeTextColor?: string | null;
  readonly CustMsgColor?: string | null;
  readonly CustMsgTextColor?: string | null;
  readonly AgentMsgColor?: string | null;
  readonly AgentMsgTextColor?: string | null;
  readonly ButtonColor?: string | null;
  readonly ButtonTextColor?: string | null;
  readonly Font?: string | null;
  readonly FontSize?: string | null;
  readonly LogoEnabled?: boolean | null;
  readonly LogoBlobId?: number | null;
  readonly LogoName?: string | null;
  readonly ShowAgentPhoto?: boolean | null;
  readonly WelcomeTitle?: string | null;
  readonly WelcomeMessage?: string | null;
  readonly OfflineHeader?: string | null;
  readonly OfflineMessage?: string | null;
  /** Names of the same list as RequiredFields, joined by comma and space. */
  readonly OfflineFields?: string | null;
  readonly UseAgentFirstname?: boolean | null;
}

/** A category of the knowledge base. */
export interface KbCategoryCarrier {
  readonly KbCategoryId?: number | null;
  readonly Name?: string | null;
  readonly Description?: string | null;
  readonly Fullname?: string | null;
  /** 0, -1 or null for a category at the top. */
  readonly ParentId?: number | null;
  readonly SortOrder?: number | null;
}
