#ifndef DOSSIER_LIBXML2_SHIM_H
#define DOSSIER_LIBXML2_SHIM_H

/* Debian builds libxml2 with ICU, whose headers clash with those inside Foundation. Hiding ICU shortens
   xmlCharEncodingHandler by two members: never allocate or read one from Swift, only hold pointers. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>

/* xmlFree is a mutable global function pointer, which Swift 6 refuses. */
static inline void dossier_xml_free(void *memory) {
    if (memory) xmlFree(memory);
}

#endif
