import Glibc

/// Has names in archives read as UTF-8, on this thread, until it is restored: libarchive reads them by the locale, and in
/// the C locale knows no Hangul.
struct UTF8Names {
    private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    private let before: locale_t?

    init() { before = uselocale(locale) }

    func restore() {
        uselocale(before)
        freelocale(locale)
    }
}
