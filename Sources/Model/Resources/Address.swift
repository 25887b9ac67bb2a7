/// The name of a resource within a set of manifests: `Rule/support-ended`, `Target/support-ended/LambdaTarget`.
///
/// The first part after the kind is the manifest's `metadata.name` (with `[key]` for each that a `forEach` makes), the second, of targets and
/// permissions, the target's Id.
public struct Address: Hashable, Sendable {
    public var kind: Kind
    public var name: String
    public var part: String?

    public init(_ kind: Kind, _ name: String, part: String? = nil) {
        self.kind = kind
        self.name = name
        self.part = part
    }

    /// Reads what `description` writes; `nil` where the text is no address.
    public init?(_ text: String) {
        let pieces = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard pieces.count >= 2, let kind = Kind(rawValue: pieces[0]), pieces.dropFirst().allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(kind, pieces[1], part: pieces.count > 2 ? pieces[2] : nil)
    }
}

extension Address: CustomStringConvertible {
    public var description: String { ([kind.rawValue, name] + (part.map { [$0] } ?? [])).joined(separator: "/") }
}

extension Address: Comparable {
    public static func < (left: Address, right: Address) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        if left.name != right.name { return left.name < right.name }
        return left.part ?? "" < right.part ?? ""
    }
}
