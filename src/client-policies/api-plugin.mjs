/** The schema that clients see, for codegen: with `@fetchable`, which `printSchema` leaves out. print-sdl.ts prints the same at run time. */
import { print, printSchema } from 'graphql';

export const plugin = (schema) =>
  printSchema(schema).replace(/^type (\w+)/gm, (text, name) => {
    const directives = schema
      .getType(name)
      .astNode.directives.filter((directive) => directive.name.value === 'fetchable');
    return [text, ...directives.map(print)].join(' ');
  });
