import Model
import TestSupport
import Testing

@Suite("JSON values")
struct JSONTests {
    @Test(
        "read and write canonically",
        arguments: [
            (#" {"b" : [1, 2.50, -0, 1e3, null], "a":"x"} "#, #"{"a":"x","b":[1,2.5,0,1000,null]}"#),
            ("9007199254740993", "9007199254740993"),
            ("1e-7", "1e-7"), ("123456789012345678901234567890", "1.2345678901234567890123456789e+29"),
            (#""\ud83d\ude00 \u00e9\/\n""#, #""😀 é/\n""#),
            (#""\ud800""#, "\"\u{FFFD}\""), (#""\ud800\ud800x""#, "\"\u{FFFD}\u{FFFD}x\""),
            ("[]", "[]"), ("{}", "{}"), (#"{"a":1,"a":2}"#, #"{"a":2}"#),
        ])
    func canonical(text: String, expected: String) throws {
        #expect(try Value(json: text).json == expected)
    }

    @Test(
        "refuse what is no JSON",
        arguments: [
            "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "1.", "+1", ".5", "1e", "tru", "nullx", "\"\u{01}\"", "\"\\x\"",
            "\"a",
            "[1 2]", "\"\\u12\"", "{\"a\":1,}", "1 2", "--1", "1e99999",
        ])
    func malformed(text: String) {
        #expect(throws: JSONError.self) { try Value(json: text) }
    }

    @Test("refuse depth without end, and bytes that are not UTF-8")
    func hostile() {
        #expect(throws: JSONError.self) { try Value(json: String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONError.self) { try Value(json: [0x22, 0xFF, 0x22]) }
    }

    @Test("every value that is written reads back", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let value = Value.random(depth: 4, &generator)
        #expect(try Value(json: value.json) == value)
        #expect(try Value(json: value.prettyJSON) == value)
    }

    @Test("numbers are equal by value and ordered by value")
    func numbers() throws {
        #expect(Number("1.0") == Number("1e0") && Number("1") == Number(1) && Number("-0.0") == Number(0))
        let sorted = try ["-1e3", "-2", "-0.5", "0", "1e-9", "0.25", "3", "3.01", "1e21"].map { try #require(Number($0)) }
        #expect(sorted.shuffled().sorted() == sorted)
        #expect(Number(Int.min).integer == Int.min && Number(Int.max).integer == Int.max)
        #expect(Number("1e19")?.integer == nil && Number("1.5")?.integer == nil)
    }
}

extension Value {
    static func random(depth: Int, _ generator: inout SeededGenerator) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .number(Number(.random(in: .min ... .max, using: &generator)))
        case 3:
            return .number(
                Number("\(Int.random(in: -99...99, using: &generator)).\(Int.random(in: 0...999, using: &generator))") ?? Number(0))
        case 4:
            return .string(
                String((0..<Int.random(in: 0...6, using: &generator)).map { _ in Self.letters.randomElement(using: &generator) ?? "a" }))
        case 5: return .list((0..<Int.random(in: 0...3, using: &generator)).map { _ in random(depth: depth - 1, &generator) })
        default:
            let members = (0..<Int.random(in: 0...3, using: &generator)).map { ("k\($0)", random(depth: depth - 1, &generator)) }
            return .map(Dictionary(members, uniquingKeysWith: { $1 }))
        }
    }

    private static let letters: [Character] = ["a", "\"", "\\", "\n", "\u{1B}", "é", "😀", "\u{202E}", "/", "\u{0}"]
}
