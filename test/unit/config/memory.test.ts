/** How many bytes of SuperOffice's responses are held at once: by the container's memory, the heap's, or the setting. */
import { getHeapStatistics } from 'node:v8';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { gatewayConfig } from '../../../src/config/gateway-config.js';

const megabyte = 1_048_576;
const unlimited = 2 ** 64;

const heldIn = (container: number, settings = {}): number => {
  jest.spyOn(process, 'constrainedMemory').mockReturnValue(container); // node's, which reads the control group
  return gatewayConfig(settings).superoffice.maxHeldBytes;
};

describe('MAX_HELD_BYTES', () => {
  afterEach(() => void jest.restoreAllMocks());

  it("is a twelfth of the container's memory beyond 128 MiB", () => {
    expect(heldIn(512 * megabyte)).toBe((384 * megabyte) / 12);
    expect(heldIn(256 * megabyte)).toBe(Math.floor((128 * megabyte) / 12));
  });

  it.each([0, unlimited])('depends on the heap where the container has no limit (%d)', (container) => {
    const { heap_size_limit: heap } = getHeapStatistics();
    expect(heldIn(container)).toBe(Math.max(Math.floor((heap - 128 * megabyte) / 12), 4 * megabyte));
  });

  it('allows the largest response in the smallest container', () => {
    expect(heldIn(64 * megabyte)).toBe(4 * megabyte);
    expect(heldIn(512 * megabyte, { MAX_HELD_BYTES: '2000000' })).toBe(4 * megabyte);
  });

  it('can be set', () => {
    expect(heldIn(512 * megabyte, { MAX_HELD_BYTES: '50000000' })).toBe(50_000_000);
  });
});
