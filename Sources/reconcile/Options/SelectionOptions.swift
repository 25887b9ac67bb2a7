import ArgumentParser
import Model
import Planning

struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Plan only what has such an address, and what that depends on; delete nothing that is declared no more. "
                + "`*` stands for any characters within a part: 'Rule/support-*'. May be repeated.", valueName: "pattern"),
        transform: Self.pattern)
    var only: [AddressPattern] = []

    @Option(
        help: ArgumentHelp(
            "Leave out what has such an address, and what depends on its changes; may be repeated.", valueName: "pattern"),
        transform: Self.pattern)
    var exclude: [AddressPattern] = []

    var selection: Selection { Selection(only: only, excluded: exclude) }

    var isEmpty: Bool { selection.isEmpty }

    private static func pattern(_ text: String) throws -> AddressPattern {
        guard let pattern = AddressPattern(text) else {
            let kinds = Kind.allCases.map(\.rawValue)
            let meant = NearMiss.question(String(text.prefix { $0 != "/" }), among: kinds).map { " \($0)" } ?? ""
            throw ValidationError(
                "It is no pattern of addresses: KIND/NAME or KIND/NAME/PART, of a kind \(kinds.joined(separator: ", ")).\(meant)")
        }
        return pattern
    }
}
