/**
 * A record as one load may see it: the carrier that SuperOffice sent, and the projection that the load requested.
 * The stored record may hold more properties, because loads are joined; a view never exposes them.
 */
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { Part, Projection } from '../superoffice/projection.js';

export type PropertyOf<Carrier> = keyof Carrier & string;

/** A bug of the gateway: a resolver reads a property that its projection did not request. It is never returned as a silent null. */
export class UnselectedReadError extends Error {
  override readonly name = 'UnselectedReadError';
}

export class CarrierView<Carrier> {
  readonly #record: JsonRecord;
  readonly #selected: Projection | 'whole';

  constructor(record: JsonRecord, selected: Projection | 'whole') {
    this.#record = record;
    this.#selected = selected;
  }

  #partOf(property: string): Part {
    const part = this.#selected === 'whole' ? 'whole' : this.#selected.get(property);
    if (part === undefined) throw new UnselectedReadError(`${property} is read, but was not requested`);
    return part;
  }

  /** @throws {UnselectedReadError} this view's projection has no such property */
  read(property: PropertyOf<Carrier>): unknown {
    this.#partOf(property);
    return this.#record[property];
  }

  /**
   * The carrier inside a property, seen through its part of the projection; null where SuperOffice sent null or nothing.
   * @throws {UnselectedReadError} this view's projection has no such property
   * @throws {UpstreamInvalidResponseError} the value is not an object
   */
  embed<Property extends PropertyOf<Carrier>>(property: Property): CarrierView<NonNullable<Carrier[Property]>> | null {
    const part = this.#partOf(property);
    const value = this.#record[property];
    if (value === null || value === undefined) return null;
    if (!isRecord(value)) throw new UpstreamInvalidResponseError(`${property} is not an object`);
    return new CarrierView(value, part === 'whole' ? part : wholeProperties(part));
  }
}

const projections = new WeakMap<ReadonlySet<string>, Projection>();

function wholeProperties(names: ReadonlySet<string>): Projection {
  const projection = projections.get(names) ?? new Map([...names].map((name) => [name, 'whole' as const]));
  projections.set(names, projection);
  return projection;
}
