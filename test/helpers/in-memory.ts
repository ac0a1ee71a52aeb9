// Where a disk in memory is, if the system has one: for tests that write much, or make every call to the disk fail.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";

export const inMemory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
