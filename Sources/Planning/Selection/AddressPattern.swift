public import Model

/// A pattern of addresses, such as `Rule/support-*` or `Target/*/LambdaTarget`: `*` stands for any characters within a part, all else for itself.
///
/// Brackets stand for themselves, since `ended[support]` is a name. A rule is selected with its targets and permissions, and an integration with its
/// event bus.
public struct AddressPattern: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    private let kinds: [Kind]
    private let name: Substring
    private let part: Substring?

    /// `nil` where the text is no `KIND/NAME` or `KIND/NAME/PART` of a kind that there is.
    public init?(_ text: String) {
        let pieces = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count >= 2, pieces.allSatisfy({ !$0.isEmpty }) else { return nil }
        description = text
        kinds = Kind.allCases.filter { Self.matches($0.rawValue[...], pieces[0]) }
        name = pieces[1]
        part = pieces.count > 2 ? pieces[2] : nil
        guard !kinds.isEmpty else { return nil }
    }

    public func selects(_ address: Address) -> Bool {
        guard Self.matches(address.name[...], name) else { return false }
        guard let part else { return kinds.contains(address.kind) || address.kind.owner.map(kinds.contains) ?? false }
        return kinds.contains(address.kind) && address.part.map { Self.matches($0[...], part) } ?? false
    }

    /// The pattern that was meant: one whose text up to the first `*` begins an address, the rest as it is.
    func nearMiss(among addresses: Set<Address>) -> String? {
        let (start, end) = (description.prefix { $0 != "*" }, description.drop { $0 != "*" })
        let lengths = end.isEmpty ? [] : [start.count - 1, start.count, start.count + 1]
        let candidates = addresses.flatMap { address in
            [address.description] + lengths.map { "\(address.description.prefix($0))\(end)" }
        }
        let selecting = Set(candidates).filter { text in AddressPattern(text).map { addresses.contains(where: $0.selects) } ?? false }
        return NearMiss.find(description, among: selecting)
    }

    private static func matches(_ text: Substring, _ pattern: Substring) -> Bool {
        let literals = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = literals.first, let last = literals.last, text.hasPrefix(first) else { return false }
        guard literals.count > 1 else { return text == first }
        var rest = text.dropFirst(first.count)
        for literal in literals.dropFirst().dropLast() where !literal.isEmpty {
            guard let range = rest.firstRange(of: literal) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

extension Kind {
    /// The kind whose manifest makes resources of this one, under the same name.
    fileprivate var owner: Kind? {
        switch self {
        case .target, .permission: .rule
        case .eventBus: .integration
        case .integration, .queue, .rule: nil
        }
    }
}
