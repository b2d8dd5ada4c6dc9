import Dispatch
import Foundation
import Synchronization

/// Work on many files, shared out over all cores.
public enum Cores {
    /// In bytes: from here on a file is worth two threads of its own.
    private static let large = 16 << 20

    /// Works on each file and gives the results in the order of the files.
    ///
    /// As long as there are as many large files as cores, a core for each file keeps all of them busy and moves no bytes
    /// between them. A large file that would be the last at work, with all other cores idle, is read with a thread for
    /// each digest instead.
    /// Sizes are in bytes; they are what a file costs.
    public static func map<Result: Sendable>(
        sizes: [Int], _ work: @Sendable (_ index: Int, _ manner: DigestManner) -> Result
    ) -> [Result] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        // The largest first, so that none of them is left over at the end.
        let order = sizes.indices.sorted { sizes[$0] > sizes[$1] }
        let largeCount = order.prefix { sizes[$0] >= large }.count
        let alone = cores > 1 && largeCount < cores ? largeCount : 0
        let results = Mutex([Result?](repeating: nil, count: sizes.count))
        for index in order[..<alone] {
            let result = work(index, .threadForEach)
            results.withLock { $0[index] = result }
        }
        DispatchQueue.concurrentPerform(iterations: order.count - alone) { turn in
            let index = order[alone + turn]
            let result = work(index, .oneThread)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
