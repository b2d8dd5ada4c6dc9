// What the C library has and shows only to those who ask for GNU's additions, which Swift does not do.
#pragma once

/// Returns when everything written to the descriptor's file system is on the disk; -1 and errno when it cannot be.
int syncfs(int descriptor);

/// The name of an errno, as in "ENOENT"; NULL for a number that has none.
const char *strerrorname_np(int number);
