/**
 * The declared result types of the official client's methods, read from its declaration files with TypeScript.
 *
 * A type is one of
 *   { kind: 'number' | 'string' | 'boolean' | 'date' | 'duration' | 'nothing' }
 *   { kind: 'enum', name, members }        members: Map of name → value; numbers are flags
 *   { kind: 'list' | 'dictionary', of }    of: the type of each item
 *   { kind: 'carrier', name, properties }  properties: Map of name → type
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
  strict: false, // every property may be null or undefined
  types: [],
});
const checker = program.getTypeChecker();
const plainKinds = new Map([
  [ts.TypeFlags.Number, 'number'],
  [ts.TypeFlags.String, 'string'],
  [ts.TypeFlags.Void, 'nothing'],
]);
const carriers = new Map();

/** The result type of a method such as `getChatMessagesAsync`. @throws {TypeError} there is none, or more than one */
export function declaredTypeOf(method) {
  const results = signaturesOf(method).map((signature) => checker.getAwaitedType(signature.getReturnType()));
  const [result, ...others] = new Set(results);
  if (result === undefined || others.length > 0) throw new TypeError(`${method}: the result has not one type`);
  return readType(result);
}

/** All carriers that were read so far, by name. */
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
  throw new TypeError(`${checker.typeToString(type)}: unsupported type`);
}

function readEnum({ name, exports }) {
  const members = [...exports.values()].map((member) => [
    member.name,
    checker.getConstantValue(member.valueDeclaration),
  ]);
  return { kind: 'enum', name, members: new Map(members) };
}

/** Stored before its properties are read, because a list item contains list items. */
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
