/// JSON as plain as can be, for the tests' own matcher and generators.
enum PlainJSON {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([PlainJSON])
    case object([Member])

    struct Member {
        var key: String
        var value: PlainJSON

        init(_ key: String, _ value: PlainJSON) {
            self.key = key
            self.value = value
        }
    }

    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\(PlainJSON.string($0.key).text):\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }
}

/// A generator whose every number follows from its seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &self) < probability
    }

    mutating func list<Element>(_ lengths: ClosedRange<Int>, _ element: (inout Seeded) -> Element) -> [Element] {
        (0..<Int.random(in: lengths, using: &self)).map { _ in element(&self) }
    }
}
