#ifndef DOSSIER_XLSXWRITER_SHIM_H
#define DOSSIER_XLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
