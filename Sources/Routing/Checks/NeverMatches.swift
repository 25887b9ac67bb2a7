import EventPatterns
import Model

/// A pattern that no event can satisfy, whatever is sent: an envelope field that has to be absent, an exclusion of everything.
///
/// It is proved, not guessed: where no proof is found nothing is said.
enum NeverMatches: Check {
    static let id = "never-matches"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.filter(\.pattern.isProvablyUnsatisfiable).map { rule in
            CheckFinding(
                rule.resource, at: "eventPattern", "the pattern can never match an event",
                detail: "In every event the envelope's fields hold one text each.", fix: "Remove the contradiction, or the rule.")
        }
    }
}
