#ifndef DOSSIER_LIBYAML_SHIM_H
#define DOSSIER_LIBYAML_SHIM_H

#include <yaml.h>

#endif
