/// Text that matches in either case of each of its characters: `equals-ignore-case`.
///
/// As event-ruler has it (`EqualsIgnoreCaseParser`), a character matches its own lower-case or upper-case mapping, not the
/// closure of Unicode's case folding: "ß" matches "ß" and "SS", but "SS" doesn't match "ß". event-ruler maps UTF-16 code units,
/// so that a character beyond the Basic Multilingual Plane turns into "??".
public struct CaseInsensitiveText: Hashable, Sendable {
    /// In lower case where both cases match alike.
    public let text: UTF8String
    private let characters: [Character]

    private struct Character: Hashable {
        var lower: [UInt8]
        var upper: [UInt8]

        init(_ scalar: Unicode.Scalar) {
            guard scalar.value < 0x1_0000 else {
                lower = Array("??".utf8)
                upper = lower
                return
            }
            lower = Array(scalar.properties.lowercaseMapping.utf8)
            upper = Array(scalar.properties.uppercaseMapping.utf8)
        }
    }

    init(_ source: UTF8String) {
        var normalized = String.UnicodeScalarView()
        characters = source.description.unicodeScalars.map { scalar in
            let character = Character(scalar)
            let lower = String(decoding: character.lower, as: UTF8.self).unicodeScalars
            if let only = lower.first, lower.count == 1, Character(only) == character, scalar.value < 0x1_0000 {
                normalized.append(only)
            } else {
                normalized.append(scalar)
            }
            return character
        }
        text = UTF8String(String(normalized))
    }

    /// Whether no character has another case.
    var isCaseless: Bool {
        characters.allSatisfy { $0.lower == $0.upper } && text.description.unicodeScalars.allSatisfy { $0.value < 0x1_0000 }
    }

    /// The forms that each character may have, in bytes.
    var forms: [[[UInt8]]] { characters.map { $0.lower == $0.upper ? [$0.lower] : [$0.lower, $0.upper] } }

    func equals(_ other: UTF8String) -> Bool {
        ends(in: other, backwards: false).contains(other.bytes.count)
    }

    func isPrefix(of other: UTF8String) -> Bool {
        !ends(in: other, backwards: false).isEmpty
    }

    func isSuffix(of other: UTF8String) -> Bool {
        !ends(in: other, backwards: true).isEmpty
    }

    /// How many bytes of `other`, from its start or its end, the whole text can stand for: more than one number where the two cases
    /// of a character differ in length.
    private func ends(in other: UTF8String, backwards: Bool) -> Set<Int> {
        var ends: Set<Int> = [0]
        for character in backwards ? characters.reversed() : characters {
            var next: Set<Int> = []
            for end in ends {
                for form in [character.lower, character.upper] where end + form.count <= other.bytes.count {
                    let start = backwards ? other.bytes.count - end - form.count : end
                    if other.bytes[start..<start + form.count].elementsEqual(form) { next.insert(end + form.count) }
                }
            }
            if next.isEmpty { return [] }
            ends = next
        }
        return ends
    }
}
