/** URL of the sessions, and headers of a call. */
export const { UPSTREAM_URL } = process.env;
export const port = Number(process.env.PORT);

export const sessionPath = (id) => `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`;

/** @param authorization of the caller */
export const headersOf = (authorization) => ({ authorization, accept: 'application/json', 'accept-language': 'en' });
