#ifndef DOSSIER_DISK_SHIM_H
#define DOSSIER_DISK_SHIM_H

/* In the GNU C library since 2.14; declared there only for C sources that ask for GNU extensions. */
extern int syncfs(int descriptor);

#endif
