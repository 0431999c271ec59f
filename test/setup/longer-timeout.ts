import { jest } from '@jest/globals';

// Real servers and child processes on two busy cores: a limit that only a hang reaches.
jest.setTimeout(60_000);
