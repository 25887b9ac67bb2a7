import FoundationEssentials

/// The file that the state is kept in: read once, written whole and at once, so that it is never half-written.
actor StateFile {
    private let url: URL?
    private var saved: SavedState
    private var revisions = (aws: 0, genesys: 0)

    /// - Parameter path: `nil` keeps the state in memory alone.
    /// - Throws: where the file exists and can't be read.
    init(path: String?, initial: SavedState) throws(SandboxError) {
        url = path.map { URL(filePath: $0) }
        saved = initial
        if let url, FileManager.default.fileExists(atPath: url.path) {
            do { saved = try .decode(Data(contentsOf: url)) } catch {
                throw SandboxError("The state \(url.path) can't be read: \(error)")
            }
        }
    }

    var state: SavedState { saved }

    /// - Parameter revision: counts the changes, since two of them may arrive here out of order.
    func save(aws state: AWSState, revision: Int) throws {
        guard revision > revisions.aws else { return }
        revisions.aws = revision
        saved.aws = state
        try write()
    }

    func save(genesys state: GenesysState, revision: Int) throws {
        guard revision > revisions.genesys else { return }
        revisions.genesys = revision
        saved.genesys = state
        try write()
    }

    private func write() throws {
        guard let url else { return }
        try saved.encoded().write(to: url, options: .atomic)
    }
}
