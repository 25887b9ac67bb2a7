/// What `spec.owner` may hold of a repository's name.
public enum RepositoryName {
    /// The path of a Git remote (`git help clone`, "GIT URLS"): `acme/telephony` of `git@github.com:acme/telephony.git` and of
    /// `https://user:secret@github.com/acme/telephony.git`; never its user or host. `nil` where there is none.
    public static func ofRemote(_ remote: String) -> String? {
        let text = remote.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return clean(path(of: text))
    }

    /// The last part of a folder's path.
    public static func ofFolder(_ path: String) -> String? { clean(path.split(separator: "/").last ?? "") }

    private static func path(of remote: String) -> Substring {
        if let scheme = remote.firstRange(of: "://") {
            let rest = remote[scheme.upperBound...]
            // Of a repository on this machine only its own name says something.
            guard remote[..<scheme.lowerBound] != "file" else { return rest.split(separator: "/").last ?? "" }
            return rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        // `host:path`, unless a slash comes before the colon.
        if let colon = remote.firstIndex(of: ":"), !remote[..<colon].contains("/") { return remote[remote.index(after: colon)...] }
        return remote.split(separator: "/").last ?? ""
    }

    private static func clean(_ path: Substring) -> String? {
        var name = path.split(separator: "/").joined(separator: "/")
        if name.hasSuffix(".git") { name.removeLast(4) }
        let kept = name.map { StringFormat.owner.accepts(String($0)) ? $0 : "-" }
        let owner = String(kept.prefix(StringFormat.owner.length.upperBound))
        return StringFormat.owner.accepts(owner) ? owner : nil
    }
}
