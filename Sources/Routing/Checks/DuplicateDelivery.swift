import EventPatterns
import Model

/// Two rules take the same event and hand it to the same target, which gets it twice.
///
/// Shown with an event that both take. Narrow one of the rules, or remove its target; where consumers drop an event id that they have seen, suppress it.
enum DuplicateDelivery: Check {
    static let id = "duplicate-delivery"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.matrix.duplicates.compactMap { duplicate in
            guard let resource = set[duplicate.second] else { return nil }
            return CheckFinding(
                resource, at: "eventPattern",
                "\(duplicate.consumer.title) gets \(duplicate.event.title) twice: \(duplicate.first) takes it as well",
                detail: set[duplicate.first]?.place.map { "\(duplicate.first) is declared at \($0)." },
                fix: "Narrow one of the two, or take the target from it.")
        }
    }
}
