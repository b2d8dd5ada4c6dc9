// What the C library has and shows only to those who ask for GNU's additions, which Swift does not do.
#pragma once

/// Returns when everything written to the descriptor's file system is on the disk; -1 and errno when it cannot be.
int syncfs(int descriptor);

/// The name of an errno, as in "ENOENT"; NULL for a number that has none.
const char *strerrorname_np(int number);

/// Closes every descriptor from this one on in the program that is started; 0, or what is wrong. `actions` is a
/// `posix_spawn_file_actions_t`: were its header included here, its types would be this module's and no longer Glibc's.
int posix_spawn_file_actions_addclosefrom_np(void *actions, int from);
