public import Model

/// What `body` returns or throws, as a value.
public func result<Value>(_ body: () async throws(ServiceError) -> Value) async -> Result<Value, ServiceError> {
    do throws(ServiceError) { return .success(try await body()) } catch { return .failure(error) }
}

/// What `body` makes of each item, side by side, in the items' order. How many calls run at a time is the transport's to bound.
public func sideBySide<Item: Sendable, Outcome: Sendable>(
    _ items: some Sequence<Item>, _ body: @escaping @Sendable (Item) async -> Outcome
) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
        for (index, item) in items.enumerated() {
            group.addTask { (index, await body(item)) }
        }
        var outcomes: [(Int, Outcome)] = []
        for await outcome in group { outcomes.append(outcome) }
        return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
