/** The emulator's agent, and callers that only this bench's upstream takes. */
const basic = (name) => `Basic ${btoa(`${name}:secret`)}`;

export const authorization = `Basic ${btoa('tje0:Tje0')}`;

/** Another caller for each number. */
export const authorizationOf = (number) => basic(`caller${number}`);
