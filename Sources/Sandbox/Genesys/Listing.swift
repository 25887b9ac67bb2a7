import Model

/// The wrapper of a list: a page of entities and the way to the others.
enum Listing {
    private static let standardPageSize = 25
    private static let largestNumber = 100_000

    /// - Parameters:
    ///   - path: of the list, with `/api/v2`.
    ///   - largestPage: the most that the service gives at once.
    ///   - isCounted: whether the service tells how many there are; it doesn't for members.
    static func page(
        _ entities: [Value], path: String, call: GenesysCall, largestPage: Int, isCounted: Bool = true
    ) throws(GenesysError) -> GenesysReply {
        let size = call.query.integer("pageSize") ?? standardPageSize
        let number = call.query.integer("pageNumber") ?? 1
        guard (1...largestPage).contains(size) else { throw .invalid("pageSize must be from 1 to \(largestPage)") }
        guard (1...largestNumber).contains(number) else { throw .invalid("pageNumber must be from 1 to \(largestNumber)") }
        let count = max(1, (entities.count + size - 1) / size)
        let others = call.query.items.filter { $0.name != "pageSize" && $0.name != "pageNumber" }
        func uri(_ number: Int) -> Value {
            let fields = others.map { "\($0.name)=\($0.value)" } + ["pageSize=\(size)", "pageNumber=\(number)"]
            return .string("\(path)?\(fields.joined(separator: "&"))")
        }
        return .ok(
            .present([
                "entities": .list(Array(entities.dropFirst((number - 1) * size).prefix(size))), "pageSize": .integer(size),
                "pageNumber": .integer(number), "total": isCounted ? .integer(entities.count) : nil,
                "pageCount": isCounted ? .integer(count) : nil,
                "firstUri": uri(1), "lastUri": isCounted ? uri(count) : nil, "selfUri": uri(number),
                "nextUri": number < count ? uri(number + 1) : nil, "previousUri": number > 1 ? uri(number - 1) : nil,
            ]))
    }
}
