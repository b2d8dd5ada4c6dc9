import DossierFiles
import Testing

@Suite("Digests")
struct DigestsTests {
    @Test("They are those that the standard gives for its examples (FIPS 180-4, “abc”), in lower-case hexadecimal")
    func known() {
        let digests = Digests(of: Array("abc".utf8))
        #expect(digests.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            digests.sha512 == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    }

    @Test("Every byte has two digits")
    func hexadecimal() {
        #expect([0, 9, 10, 15, 16, 255].map { UInt8($0) }.hexadecimal == "00090a0f10ff")
        #expect([UInt8]().hexadecimal.isEmpty)
    }
}
