/// The elements of arrays that a value is in, or that the values matched so far are in.
///
/// A value directly in an array, not in an object or array there, is not in an element of it: event-ruler takes `["a", "b"]` as two values
/// of the field, each of which goes with any other.
struct ArrayMembership: Hashable, Sendable {
    struct Element: Hashable, Sendable {
        /// A number for each array of the event, the outer before the inner.
        var array: Int
        var index: Int
    }

    /// Sorted by array, each once.
    var elements: [Element] = []

    /// Both together, or nil where they are in different elements of one array.
    func merging(_ other: ArrayMembership) -> ArrayMembership? {
        if other.elements.isEmpty { return self }
        if elements.isEmpty { return other }
        var merged: [Element] = []
        merged.reserveCapacity(elements.count + other.elements.count)
        var left = elements[...]
        var right = other.elements[...]
        while let first = left.first, let second = right.first {
            if first.array == second.array {
                guard first.index == second.index else { return nil }
                right.removeFirst()
            } else if second.array < first.array {
                merged.append(second)
                right.removeFirst()
                continue
            }
            merged.append(first)
            left.removeFirst()
        }
        merged += left
        merged += right
        return ArrayMembership(elements: merged)
    }
}
