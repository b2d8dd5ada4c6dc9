#ifndef DOSSIER_LIBARCHIVE_SHIM_H
#define DOSSIER_LIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
