import FoundationEssentials

/// A page of a list that is sorted by key. The token names the last key that was given, so that pages hold while objects come and go.
struct Page<Item> {
    var items: [Item]
    var nextToken: String?

    /// - Throws: `ValidationException` for a token that the service didn't make.
    init(_ all: [String: Item], limit: Int, token: String?) throws(AWSError) {
        var after: String?
        if let token {
            guard let data = Data(base64Encoded: token), let key = String(bytes: data, encoding: .utf8) else {
                throw .validation("Parameter NextToken is not valid.")
            }
            after = key
        }
        let rest = all.sorted { $0.key < $1.key }.filter { entry in after.map { entry.key > $0 } ?? true }
        items = rest.prefix(limit).map(\.value)
        if rest.count > limit { nextToken = Data(rest[limit - 1].key.utf8).base64EncodedString() }
    }
}
