/// A request as it came over the wire.
struct WireRequest: Sendable {
    var method: String
    /// Percent-encoded, without the query.
    var path: String
    /// Percent-encoded, without the question mark.
    var rawQuery: String
    /// In the order of the wire, names in lower case.
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    init(method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        self.path = parts.first.map(String.init) ?? "/"
        self.rawQuery = parts.count > 1 ? String(parts[1]) : ""
        self.headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
        self.body = body
    }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The path's parts, decoded: an encoded slash stays within its part.
    var segments: [String] {
        path.split(separator: "/").map(\.percentDecoded)
    }

    var query: FormFields { FormFields(rawQuery) }
    var form: FormFields { FormFields(String(decoding: body, as: UTF8.self)) }
}

/// The fields of a query or of an `application/x-www-form-urlencoded` body, in their order.
struct FormFields: Sendable {
    var items: [(name: String, value: String)]

    init(_ text: String) {
        items = text.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.decoded)
            return (name: parts[0], value: parts.count > 1 ? parts[1] : "")
        }
    }

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// All values of a name; `expand=a,b` and `expand=a&expand=b` are the same.
    func list(_ name: String) -> [String] {
        items.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(String.init) }
    }

    func integer(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

    func bool(_ name: String) -> Bool? { self[name].flatMap { Bool($0.lowercased()) } }

    private static func decoded(_ text: Substring) -> String {
        String(text.map { $0 == "+" ? " " : $0 }).percentDecoded
    }
}
