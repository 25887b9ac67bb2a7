internal import Cloud
internal import Model

extension GenesysClient {
    /// A hundred thousand entities at the least; whoever answers with more never ends.
    private static let mostPages = 1_000

    /// Every entity of a listing, each once. A service that answers with a plain list gives all of it at once.
    ///
    /// The pages that the first one speaks of are read side by side. `total` and `pageCount` are hints only: pages can be filtered after they were
    /// counted, so a page that is full, or that names a next one, is always followed. One of which everything was seen before would lead round in
    /// circles.
    func list(
        _ endpoint: Endpoint, _ parameters: [String] = [], query: [(String, String)] = [], pageSize: Int = 100,
        progress: @escaping ObservationSink = { _ in }
    ) async throws(ServiceError) -> [Value] {
        var entities: [Value] = []
        var seen: Set<String> = []
        var numbers = 1...1
        while true {
            progress(.expecting(numbers.count))
            let pages = await sideBySide(numbers) { number in
                defer { progress(.received) }
                return await result { () throws(ServiceError) in
                    try await send(endpoint, parameters, query: [("pageSize", "\(pageSize)"), ("pageNumber", "\(number)")] + query)
                }
            }
            var pageCount = 0
            for (number, answer) in zip(numbers, pages) {
                let page = try answer.get()
                if let all = page.list { return all }
                guard let items = page["entities"]?.list else { throw .unexpected(endpoint, "a listing without entities") }
                let ids = items.map { ($0["id"] ?? $0["integrationId"])?.string }
                let fresh = zip(items, ids).filter { $1.map { seen.insert($0).inserted } ?? true }.map(\.0)
                entities += fresh
                pageCount = page["pageCount"]?.integer ?? 0
                let goesOn = items.count >= pageSize || page["nextUri"]?.string != nil || number < pageCount
                guard goesOn, !items.isEmpty else { return entities }
                guard !fresh.isEmpty else {
                    throw .unexpected(endpoint, "page \(number) repeats pages before it, and says that more follow")
                }
                guard number < Self.mostPages else { throw .unexpected(endpoint, "more than \(Self.mostPages) pages") }
            }
            let next = numbers.upperBound + 1
            numbers = next...max(next, min(pageCount, numbers.upperBound + Self.pagesAtOnce))
        }
    }

    /// However many pages a service says that there are.
    private static let pagesAtOnce = 20
}
