/// Small files that a validator must accept, or must not.
enum Specimens {
    /// - Parameter country: The `FRBRcountry` element, or nothing, which the schema forbids.
    /// - Returns: An Akoma Ntoso document.
    static func petition(country: String = #"<FRBRcountry value="un"/>"#) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
          <doc name="individualCommunication" contains="originalVersion">
            <meta>
              <identification source="#source">
                <FRBRWork>
                  <FRBRthis value="/akn/un/doc/communication/wgeid/2024-01-02/1/!main"/>
                  <FRBRuri value="/akn/un/doc/communication/wgeid/2024-01-02/1"/>
                  <FRBRdate date="2024-01-02" name="submission"/>
                  <FRBRauthor href="#source"/>
                  \(country)
                </FRBRWork>
                <FRBRExpression>
                  <FRBRthis value="/akn/un/doc/communication/wgeid/2024-01-02/1/eng@2024-01-02/!main"/>
                  <FRBRuri value="/akn/un/doc/communication/wgeid/2024-01-02/1/eng@2024-01-02"/>
                  <FRBRdate date="2024-01-02" name="final"/>
                  <FRBRauthor href="#source"/>
                  <FRBRlanguage language="eng"/>
                </FRBRExpression>
                <FRBRManifestation>
                  <FRBRthis value="/akn/un/doc/communication/wgeid/2024-01-02/1/eng@2024-01-02/!main.xml"/>
                  <FRBRuri value="/akn/un/doc/communication/wgeid/2024-01-02/1/eng@2024-01-02/.xml"/>
                  <FRBRdate date="2024-01-02" name="XMLConversion"/>
                  <FRBRauthor href="#source"/>
                </FRBRManifestation>
              </identification>
              <references source="#source">
                <TLCOrganization eId="source" href="/akn/ontology/organization/un/source" showAs="The source"/>
              </references>
            </meta>
            <mainBody><section eId="sec_1"><num>1.</num><content><p>Text.</p></content></section></mainBody>
          </doc>
        </akomaNtoso>
        """
    }

    /// - Parameters:
    ///   - style: Rules of style.
    ///   - head: What else stands in the head.
    ///   - body: What stands in the page.
    /// - Returns: An HTML page with a policy that forbids scripts, as ours have.
    static func page(style: String = "", head: String = "", body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Specimen</title>\(head)<style>\(style)</style></head>
        <body><main><h1>Specimen</h1>\(body)</main></body></html>
        """
    }

    static let numberedSheets = "@page { size: A4; margin: 25mm; @bottom-center { content: counter(page); } }"
}
