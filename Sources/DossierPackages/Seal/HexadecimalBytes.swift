/// The bytes of a digest that is written in hexadecimal, two digits each.
func hexadecimalBytes(_ digits: String) -> [UInt8] {
    let digits = digits.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
