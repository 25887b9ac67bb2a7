/// What one resource has to say to others once it exists, such as a queue's `id`.
public struct Reference: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var address: Address
    public var output: String

    public init(_ address: Address, _ output: String) {
        self.address = address
        self.output = output
    }

    public var description: String { "\(address).\(output)" }

    public static func < (left: Reference, right: Reference) -> Bool {
        (left.address, left.output) < (right.address, right.output)
    }
}

/// A string that can't be told yet, because it is made from what resources will say once they exist.
///
/// A plan shows it as "known after apply" and never guesses; apply fills it in before the value is sent.
public struct Unknown: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case literal(String)
        case reference(Reference)
    }

    public var parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }
    public init(_ reference: Reference) { self.init([.reference(reference)]) }

    public var references: [Reference] {
        parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
    }

    /// A lone reference takes the value as it is; text around it makes a string, so only strings can be told there.
    func resolved(_ known: (Reference) -> Value?) -> Value {
        if case .reference(let reference)? = parts.first, parts.count == 1 {
            return known(reference) ?? .unknown(self)
        }
        let told = parts.map { part -> Part in
            if case .reference(let reference) = part, let text = known(reference)?.string { .literal(text) } else { part }
        }
        let texts = told.compactMap { if case .literal(let text) = $0 { text } else { nil } }
        return texts.count == told.count ? .string(texts.joined()) : .unknown(Unknown(told))
    }
}

extension Unknown: CustomStringConvertible {
    public var description: String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .reference(let reference): "${\(reference)}"
            }
        }.joined()
    }
}
