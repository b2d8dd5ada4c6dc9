#ifndef DOSSIER_ZLIB_SHIM_H
#define DOSSIER_ZLIB_SHIM_H

#include <zlib.h>

#endif
