import Glibc

extension ExhibitStore {
    /// Whether a file stands where the original of this SHA-256 is kept.
    public func holds(_ sha256: String) -> Bool {
        guard let path = try? path(of: sha256) else { return false }
        return access(path, F_OK) == 0
    }
}
