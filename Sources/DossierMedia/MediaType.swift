/// What kind of file some bytes are, told by the bytes and never by a name.
public enum MediaType: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case gif = "image/gif"
    case tiff = "image/tiff"
    case webp = "image/webp"
    case heic = "image/heic"
    case avif = "image/avif"
    case pdf = "application/pdf"
    case wav = "audio/wav"
    case mp3 = "audio/mpeg"
    case m4a = "audio/mp4"
    case mp4 = "video/mp4"
    case quickTime = "video/quicktime"
    case threeGP = "video/3gpp"
    case ogg = "audio/ogg"
    case flac = "audio/flac"
    case text = "text/plain"
    case zip = "application/zip"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case odt = "application/vnd.oasis.opendocument.text"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case unknown = "application/octet-stream"

    /// The type's name at IANA.
    public var mimeType: String { rawValue }
}
