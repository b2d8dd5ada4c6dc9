/// Why an uploaded form is refused: each case names the rule that it breaks. `part` counts from 1 in the order of the form.
enum MultipartError: Error, Hashable, Sendable {
    /// The request's media type is not `multipart/form-data` (RFC 7578 4).
    case notFormData
    /// The request's Content-Type is not of the form `type; name=value` (RFC 2045 5.1), or names the boundary twice.
    case badContentType
    /// The request's Content-Type has no boundary (RFC 7578 4.1).
    case missingBoundary
    /// A boundary has 1 to 70 characters of a small set and does not end in a space (RFC 2046 5.1.1).
    case badBoundary

    /// More bytes before the first delimiter than the limit.
    case preambleTooLong(limit: Int)
    /// More white space behind one delimiter than the limit.
    case paddingTooLong(limit: Int)
    /// More bytes behind the closing delimiter than the limit.
    case epilogueTooLong(limit: Int)
    /// A line that begins with the delimiter goes on with something other than white space (RFC 2046 5.1.1). `part` is the
    /// one that the delimiter ends; 0 before the first.
    case badDelimiterLine(part: Int)
    /// The form ends without its closing delimiter: it was cut off (RFC 2046 5.1.1).
    case notClosed

    case tooManyParts(limit: Int)
    /// The header lines of one part have together more bytes than the limit.
    case headersTooLong(part: Int, limit: Int)
    /// A line feed without carriage return among the headers, or the other way round (RFC 5322 2.2).
    case bareLineEnding(part: Int)
    /// A control character other than the tab stands among the headers.
    case controlCharacter(part: Int)
    /// A header goes on in a second line (RFC 5322 2.2.3). No browser writes this, and readers differ in what they make of it.
    case foldedHeader(part: Int)
    /// A header line is not of the form `name: value`, or its value not of the form `value; name="value"`.
    case malformedHeader(part: Int)
    /// Content-Disposition or Content-Type stands twice.
    case repeatedHeader(part: Int)
    /// A part has no Content-Disposition (RFC 7578 4.2).
    case missingDisposition(part: Int)
    /// A part's disposition is another than `form-data` (RFC 7578 4.2).
    case otherDisposition(part: Int)
    /// `name` or `filename` stands twice.
    case repeatedParameter(part: Int)
    /// A part has no name, or an empty one (RFC 7578 4.2).
    case missingName(part: Int)
    case nameTooLong(part: Int, limit: Int)
    case filenameTooLong(part: Int, limit: Int)
    /// A name, file name or type is not UTF-8 (RFC 7578 5.1).
    case notUTF8(part: Int)
}
