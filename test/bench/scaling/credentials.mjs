/** The emulator's agent, and callers that only this bench's upstream accepts. */
const basic = (name) => `Basic ${btoa(`${name}:secret`)}`;

export const authorization = `Basic ${btoa('tje0:Tje0')}`;

/** A different caller for each number. */
export const authorizationOf = (number) => basic(`caller${number}`);
