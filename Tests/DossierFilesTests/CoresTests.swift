import DossierFiles
import Foundation
import Testing

@Suite("Work on all cores")
struct CoresTests {
    @Test("Each file is worked on once, and the results are in the order of the files")
    func order() {
        let sizes = (0..<500).map { ($0 * 7919) % 1000 }
        let done = Told()
        let results = Cores.map(sizes: sizes) { index, _ in
            done.put(index)
            return index * 2
        }
        #expect(results == sizes.indices.map { $0 * 2 })
        #expect(done.all.sorted() == Array(sizes.indices))
        #expect(Cores.map(sizes: []) { index, _ in index } == [])
    }

    @Test("A large file that has no equal gets a thread for each digest, where there is more than one core")
    func large() {
        let hasCores = ProcessInfo.processInfo.activeProcessorCount > 1
        let manners = Cores.map(sizes: [1, 64 << 20, 2]) { _, manner in manner }
        #expect(manners == [.oneThread, hasCores ? .threadForEach : .oneThread, .oneThread])
        let many = Cores.map(sizes: Array(repeating: 64 << 20, count: 300)) { _, manner in manner }
        #expect(many.allSatisfy { $0 == .oneThread })
    }
}
