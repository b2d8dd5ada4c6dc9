import Testing

@testable import DossierDesk

@Suite("The boundary of an uploaded form")
struct MultipartBoundaryTests {
    private func refusal(_ header: String) -> MultipartError? {
        formRefusal { _ = try MultipartParser.boundary(ofContentType: header) }
    }

    @Test(
        "It is read with quotation marks and without",
        arguments: [
            ("multipart/form-data; boundary=----WebKitFormBoundaryAb3", "----WebKitFormBoundaryAb3"),
            ("Multipart/Form-Data;charset=utf-8;BOUNDARY=\"a b'()+_,-./:=?z\"", "a b'()+_,-./:=?z"),
            ("multipart/form-data; boundary=----=_Part_1,2:3 ; x=\"y;\"", "----=_Part_1,2:3"),
        ])
    func read(_ header: String, _ boundary: String) throws {
        #expect(try MultipartParser.boundary(ofContentType: header) == boundary)
    }

    @Test("It has 1 to 70 characters, of a small set, and no space at its end")
    func characters() {
        let long = String(repeating: "x", count: 70)
        #expect(refusal("multipart/form-data; boundary=\(long)") == nil)
        for bad in ["\(long)x", "", "a ", "a\"b", "a\\b", "a*b", "a\r\nb", "경계", "a\0"] {
            #expect(formRefusal { _ = try MultipartParser(boundary: bad) } == .badBoundary, "\(bad)")
        }
        #expect(formRefusal { _ = try MultipartParser(boundary: long) } == nil)
        for bad in ["\(long)x", "\"\"", "\"a \"", "\"a\\\"b\"", "\"a%22\"", "a*b", "\"경계\""] {
            #expect(refusal("multipart/form-data; boundary=\(bad)") == .badBoundary, "\(bad)")
        }
    }

    @Test("A request that is no form, or tells no boundary or two, is refused")
    func refusals() {
        #expect(refusal("application/x-www-form-urlencoded") == .notFormData)
        #expect(refusal("multipart/mixed; boundary=b") == .notFormData)
        #expect(refusal("multipart/form-data") == .missingBoundary)
        #expect(refusal("multipart/form-data; charset=utf-8") == .missingBoundary)
        for bad in ["", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"b"] {
            #expect(refusal(bad) == .badContentType)
        }
        #expect(refusal("multipart/form-data; boundary=b; boundary=b") == .badContentType)
    }

    @Test("A delimiter with the longest boundary is found wherever a chunk ends")
    func longest() throws {
        let boundary = String(repeating: "-", count: 69) + "x"
        let body = Array("\r\n--\(String(repeating: "-", count: 70))x".utf8)
        let sent = UploadedForm(parts: [.init(name: "a", filename: nil, contentType: nil, body: body)])
        let bytes = sent.encoded(boundary: boundary)
        for place in bytes.indices {
            #expect(try UploadedForm.read([bytes[..<place], bytes[place...]], boundary: boundary) == sent)
        }
    }
}
