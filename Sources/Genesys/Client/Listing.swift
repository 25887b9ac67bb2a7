internal import Model

extension GenesysClient {
    /// Every entity of a listing, each once. A service that answers with a plain list gives all of it at once.
    ///
    /// `total` and `pageCount` are hints only: pages can be filtered after they were counted, so a page that is full, or that names a next
    /// one, is always followed.
    func list(
        _ endpoint: Endpoint, _ parameters: [String] = [], query: [(String, String)] = [], pageSize: Int = 100
    ) async throws(ServiceError) -> [Value] {
        var entities: [Value] = []
        var seen: Set<String> = []
        var lastPage: [String?] = []
        var number = 1
        while true {
            let page = try await send(endpoint, parameters, query: [("pageSize", "\(pageSize)"), ("pageNumber", "\(number)")] + query)
            if let all = page.list { return all }
            guard let items = page["entities"]?.list else { throw .unexpected(endpoint, "a listing without entities") }
            let ids = items.map { ($0["id"] ?? $0["integrationId"])?.string }
            guard items.isEmpty || ids != lastPage else { throw .unexpected(endpoint, "page \(number) repeats the page before it") }
            entities += zip(items, ids).filter { $1.map { seen.insert($0).inserted } ?? true }.map(\.0)
            let goesOn = items.count >= pageSize || page["nextUri"]?.string != nil || number < page["pageCount"]?.integer ?? 0
            guard goesOn, !items.isEmpty else { return entities }
            lastPage = ids
            number += 1
        }
    }
}
