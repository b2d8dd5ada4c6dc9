import DossierTestSupport
import Foundation
import Testing

/// The disks of these tests are mounted in a namespace of the child process alone: nothing is left behind, and an
/// ordinary user can do it too where the system lets users have namespaces of their own.
@Suite("Disks that are full or may not be written", .serialized, .enabled(if: Mounting.isAllowed))
struct DiskTests {
    private static let mounting = #"mount -t tmpfs -o size=$size tmpfs "$1" && "#

    /// Runs a script in a namespace of its own: `$w` is the writer, `$1` a folder to mount on, `$l` a library in it.
    private func lines(_ script: String, size: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let wrapped =
            #"w="$0" l="$1/library" size=\#(size) && export w l size && exec unshare -rm sh -c '\#(Self.mounting)\#(script)' sh "$1""#
        return try WriterProcess.run([folder.path], shell: wrapped)
    }

    @Test("A disk that fills up refuses the save, and keeps every byte and everything saved before")
    func full() throws {
        let lines = try lines(
            """
            "$w" create "$l"; "$w" add "$l" w1 0 2; before=$(sha256sum <"$l/library.sqlite")
            head -c 100000000 /dev/zero >"$1/filler" 2>/dev/null; head -c -8192 "$1/filler" >/dev/null
            truncate -s -16384 "$1/filler"
            "$w" add "$l" w1 2 1; test "$before" = "$(sha256sum <"$l/library.sqlite")" && echo same; ls "$l"
            rm "$1/filler"; "$w" add "$l" w1 2 1; "$w" read "$l"
            """, size: "2m")
        #expect(
            lines == [
                "ok created", "done w1 0 17", "done w1 1 17", "ok added", "refused diskFull", "same",
                "library.sqlite", "done w1 2 17", "ok added", "ok cases 24 breaks 0",
            ])
    }

    @Test("A library that does not fit on its disk is not half made")
    func fullCreating() throws {
        let lines = try lines(
            """
            head -c 100000000 /dev/zero >"$1/filler" 2>/dev/null; mkdir "$l" 2>/dev/null
            "$w" create "$l"; ls "$l"; rm "$1/filler"; "$w" create "$l"; "$w" read "$l"
            """, size: "1m")
        #expect(lines == ["refused diskFull", "ok created", "ok cases 0 breaks 0"])
    }

    @Test("On a read-only disk a library is read, and a save is refused")
    func readOnly() throws {
        let lines = try lines(
            """
            "$w" create "$l"; "$w" add "$l" w1 0 1; mount -o remount,ro "$1"
            "$w" read "$l"; "$w" add "$l" w1 1 1; "$w" create "$1/other"; ls "$l"
            """, size: "2m")
        #expect(
            lines == [
                "ok created", "done w1 0 17", "ok added", "ok cases 8 breaks 0", "refused cannotWrite",
                "refused cannotWrite", "library.sqlite",
            ])
    }
}

private enum Mounting {
    static let isAllowed: Bool = {
        let probe = Process()
        probe.executableURL = URL(filePath: "/bin/sh")
        probe.arguments = ["-c", "unshare -rm mount -t tmpfs tmpfs /mnt 2>/dev/null"]
        guard (try? probe.run()) != nil else { return false }
        probe.waitUntilExit()
        return probe.terminationStatus == 0
    }()
}
