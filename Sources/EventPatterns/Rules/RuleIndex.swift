/// Many patterns arranged so that an event meets only the few that it may satisfy.
///
/// Each conjunction waits at one of its fields, its pivot: the one whose values the fewest others share, such as the queue's id rather than the
/// source. An event's values find the conjunctions that wait for them, and only of these the other fields are compared.
struct RuleIndex: Sendable {
    /// A field of one or more conjunctions.
    struct Predicate: Sendable {
        var field: Int
        /// Sorted.
        var keys: [Int] = []
        /// What can't be looked up.
        var others: [Comparison] = []
        var takesAbsence = false
    }

    struct Entry: Sendable {
        var rule: Int
        var conjunction: EventPattern.Conjunction
        var predicates: [Int] = []
    }

    private(set) var paths = PathTree()
    private(set) var keys: [FieldKeys] = []
    private(set) var predicates: [Predicate] = []
    private(set) var entries: [Entry] = []
    /// For each key the entries that wait for it.
    private(set) var waiting: [[Int]] = []
    /// Predicates that can't be looked up, each with the entries that wait for it.
    private(set) var scanned: [(predicate: Int, entries: [Int])] = []

    init(_ patterns: [EventPattern]) {
        var keyCount = 0
        var known: [EventPattern.Field: Int] = [:]
        for (rule, pattern) in patterns.enumerated() {
            for conjunction in pattern.alternatives {
                var entry = Entry(rule: rule, conjunction: conjunction)
                for field in conjunction.fields {
                    let number = known[field] ?? add(field, &keyCount)
                    known[field] = number
                    entry.predicates.append(number)
                }
                entries.append(entry)
            }
        }
        waiting = Array(repeating: [], count: keyCount)
        placeEntries()
    }

    private mutating func add(_ field: EventPattern.Field, _ keyCount: inout Int) -> Int {
        var predicate = Predicate(field: paths.field(at: field.path))
        if predicate.field == keys.count { keys.append(FieldKeys()) }
        for comparison in field.comparisons {
            if comparison == .exists(false) {
                predicate.takesAbsence = true
            } else if let key = keys[predicate.field].key(of: comparison, next: &keyCount) {
                predicate.keys.append(key)
            } else {
                predicate.others.append(comparison)
            }
        }
        predicate.keys.sort()
        predicates.append(predicate)
        return predicates.count - 1
    }

    private mutating func placeEntries() {
        var uses = Array(repeating: 0, count: waiting.count)
        for entry in entries { for predicate in entry.predicates { for key in predicates[predicate].keys { uses[key] += 1 } } }
        var groups: [Int: [Int]] = [:]
        for (number, entry) in entries.enumerated() {
            let found = entry.predicates.filter { predicates[$0].canBeLookedUp }
            let crowds = found.map { predicates[$0].keys.reduce(0) { max($0, uses[$1]) } }
            if let pivot = zip(found, crowds).min(by: { $0.1 < $1.1 })?.0 {
                for key in predicates[pivot].keys { waiting[key].append(number) }
            } else if let pivot = entry.predicates.first {
                groups[pivot, default: []].append(number)
            }
        }
        scanned = groups.sorted { $0.key < $1.key }.map { (predicate: $0.key, entries: $0.value) }
    }
}

extension RuleIndex.Predicate {
    fileprivate var canBeLookedUp: Bool { others.isEmpty && !takesAbsence }

    func hasKey(_ key: Int) -> Bool {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] == key { return true }
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return false
    }
}
