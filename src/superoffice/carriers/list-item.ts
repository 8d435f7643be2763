/**
 * An item of one of SuperOffice's lists, with those below it; here the users whom a chat can go to (list 'chatuser').
 * @see SuperOffice: POST Agents/Chat/GetUserAgentList (carrier SuperOffice.CRM.Services.MDOListItem)
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface ListItemCarrier {
  readonly Id?: number | null;
  readonly Name?: string | null;
  readonly ToolTip?: string | null;
  readonly Deleted?: boolean | null;
  readonly Rank?: number | null;
  readonly Type?: string | null;
  readonly ChildItems?: readonly (ListItemCarrier | null)[] | null;
  readonly IconHint?: string | null;
  readonly ColorBlock?: number | null;
  readonly ExtraInfo?: string | null;
  readonly StyleHint?: string | null;
  readonly FullName?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
