/**
 * What the methods of the official client promise, read from its own declaration files by TypeScript itself.
 *
 * A promise is one of
 *   { kind: 'number' | 'string' | 'boolean' | 'date' | 'duration' | 'nothing' }
 *   { kind: 'enum', name, members }        members: Map of name → value; numbers are flags
 *   { kind: 'list' | 'dictionary', of }    of: the promise of each item
 *   { kind: 'carrier', name, properties }  properties: Map of name → promise
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const { resolve } = createRequire(import.meta.url);
const declarations = join(dirname(resolve('@superoffice/webapi')), 'ChatAgent.d.ts');

const program = ts.createProgram([declarations], {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2023,
  strict: false, // every property is optional: null and undefined may always be
  types: [],
});
const checker = program.getTypeChecker();
const plainKinds = new Map([
  [ts.TypeFlags.Number, 'number'],
  [ts.TypeFlags.String, 'string'],
  [ts.TypeFlags.Void, 'nothing'],
]);
const carriers = new Map();

/** What the answer of this method is promised to be, by its name: `getChatMessagesAsync`. @throws {TypeError} there is none */
export function promiseOf(method) {
  const answers = signaturesOf(method).map((signature) => checker.getAwaitedType(signature.getReturnType()));
  const [answer, ...others] = new Set(answers);
  if (answer === undefined || others.length > 0) throw new TypeError(`${method}: not one type of answer`);
  return readType(answer);
}

/** Every carrier that was read so far, by name, with its properties. */
export function carriersRead() {
  return carriers;
}

function signaturesOf(method) {
  const file = checker.getSymbolAtLocation(program.getSourceFile(declarations));
  const agent = checker.getExportsOfModule(file).find(({ name }) => name === 'ChatAgent');
  const property = checker.getDeclaredTypeOfSymbol(agent).getProperty(method);
  return property === undefined ? [] : checker.getTypeOfSymbol(property).getCallSignatures();
}

function readType(type) {
  const plain = plainKinds.get(type.flags);
  if (plain !== undefined) return { kind: plain };
  if (type.flags & ts.TypeFlags.BooleanLike) return { kind: 'boolean' };
  if (type.flags & ts.TypeFlags.EnumLike) return readEnum(type.symbol);
  if (checker.isArrayType(type)) return { kind: 'list', of: readType(checker.getTypeArguments(type)[0]) };
  const item = type.getStringIndexType();
  if (item !== undefined) return { kind: 'dictionary', of: readType(item) };
  const name = type.symbol?.name;
  if (name === 'Date') return { kind: 'date' };
  if (name === 'Duration') return { kind: 'duration' };
  if (type.isClassOrInterface()) return readCarrier(name, type);
  throw new TypeError(`${checker.typeToString(type)}: a type that this witness cannot read`);
}

function readEnum({ name, exports }) {
  const members = [...exports.values()].map((member) => [
    member.name,
    checker.getConstantValue(member.valueDeclaration),
  ]);
  return { kind: 'enum', name, members: new Map(members) };
}

/** Remembered before its properties are read: a list item holds list items. */
function readCarrier(name, type) {
  const known = carriers.get(name);
  if (known !== undefined) return known;
  const carrier = { kind: 'carrier', name, properties: new Map() };
  carriers.set(name, carrier);
  for (const property of type.getProperties()) {
    carrier.properties.set(property.name, readType(checker.getTypeOfSymbol(property)));
  }
  return carrier;
}
