// An order without a meaning of its own, which makes canonical forms the same whatever the order of the source: that of the JSON texts.

extension EventPattern.Conjunction: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.json.utf8 < right.json.utf8 }
}

extension EventPattern.Field: Comparable {
    public static func < (left: Self, right: Self) -> Bool { (left.path, left.json.utf8) < (right.path, right.json.utf8) }
}

extension Comparison: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.json.utf8 < right.json.utf8 }
}

extension CaseInsensitiveText: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Wildcard: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension JSONNumber: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        switch (left.comparable, right.comparable) {
        case (let left?, let right?): left < right
        case (nil, nil): left.text < right.text
        case (let left, _): left != nil
        }
    }
}
