import Model

/// A value and the place where the manifest gives it.
struct Located<Value> {
    var value: Value
    var place: SourceLocation
}

extension Located: Sendable where Value: Sendable {}
