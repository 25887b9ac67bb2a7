/// The parts of an Amazon Resource Name: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE` (IAM user guide, "Amazon Resource Names").
public struct ARN: Hashable, Sendable {
    public let partition: String
    public let service: String
    /// Empty where the resource has none.
    public let region: String
    public let account: String
    /// With its own colons.
    public let resource: String

    /// `nil` where the text hasn't these parts, whatever is in them.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let colons = bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: ":") }.prefix(5)
        var ends = colons.makeIterator()
        guard let first = ends.next(), bytes[..<first].elementsEqual("arn".utf8), let second = ends.next(), let third = ends.next(),
            let fourth = ends.next(), let fifth = ends.next()
        else { return nil }
        func part(_ start: Int, _ end: Int) -> String { String(decoding: bytes[(start + 1)..<end], as: UTF8.self) }
        partition = part(first, second)
        service = part(second, third)
        region = part(third, fourth)
        account = part(fourth, fifth)
        resource = part(fifth, bytes.endIndex)
    }
}
