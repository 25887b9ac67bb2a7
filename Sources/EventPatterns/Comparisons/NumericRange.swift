/// The numbers between two bounds, either of which may be absent: `numeric` with `<`, `<=`, `>`, `>=`.
///
/// Only numbers that event-ruler can compare are in any range (see `JSONNumber`).
public struct NumericRange: Hashable, Sendable {
    public struct Bound: Hashable, Sendable {
        public let value: Double
        public let isIncluded: Bool
    }

    public let lower: Bound?
    public let upper: Bound?

    func contains(_ number: JSONNumber) -> Bool {
        guard let value = number.comparable else { return false }
        return contains(value)
    }

    func contains(_ value: Double) -> Bool {
        if let lower, lower.isIncluded ? value < lower.value : value <= lower.value { return false }
        if let upper, upper.isIncluded ? value > upper.value : value >= upper.value { return false }
        return true
    }
}
