import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Faults that come and go are faults: nothing is tried twice.
    retry: 0,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts?(x)', 'tests/**/*.test.ts?(x)'],
          // Files share what they load: compiling the claims once saves three quarters of the time.
          isolate: false,
          // Far more than any needs: a busy machine is no fault.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
