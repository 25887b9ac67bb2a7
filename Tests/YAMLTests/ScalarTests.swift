import Testing
import YAML

@Suite struct ScalarTests {
    @Test(
        "the core schema tells what a plain scalar means",
        arguments: [
            ("", CoreValue.null), ("~", .null), ("null", .null), ("nULL", .text),
            ("true", .bool(true)), ("False", .bool(false)), ("yes", .text),
            ("0", .number("0")), ("-0", .number("-0")), ("+12", .number("12")), ("012345678901", .number("12345678901")),
            ("0o17", .number("15")), ("0x1F", .number("31")), ("0xFFFFFFFFFFFFFFFFF", .unwritableNumber), ("0x", .text), ("0o8", .text),
            ("1.", .number("1")), (".5", .number("0.5")), ("-1.50e+3", .number("-1.50e+3")), ("1e3", .number("1e3")), ("1e", .text),
            ("1e--3", .text), (".", .text), ("-", .text), ("1.2.3", .text), (".inf", .unwritableNumber), ("-.INF", .unwritableNumber),
            (".NaN", .unwritableNumber), ("12:30", .text), ("1_000", .text), ("١", .text), ("arn:aws", .text),
        ])
    func core(_ text: String, _ value: CoreValue) {
        #expect(CoreValue(plain: text) == value)
    }

    @Test(
        "what older readers take for something else is known",
        arguments: [
            ("no", OlderReading.boolean), ("ON", .boolean), ("Yes", .boolean), ("017", .octal), ("-012345678901", .octal),
            ("12:30", .base60),
            ("190:20:30.15", .base60), ("1_000", .number), ("0b101", .number),
        ])
    func older(_ text: String, _ reading: OlderReading) {
        #expect(OlderReading(plain: text) == reading)
    }

    @Test(
        "what both versions agree on has no other reading",
        arguments: ["", "0", "12", "1.5", "y", "n", "12:60", "a:b", "1:", "12:30:", "2024-01-01", "north", "0x1F", "_1", "arn:aws:s3:::b"])
    func agreed(_ text: String) {
        #expect(OlderReading(plain: text) == nil)
    }

    @Test func `quotes, blocks and tags decide what a scalar means`() {
        let stream = YAMLStream(Array("- '12'\n- |\n  12\n- !!str 12\n- !!int '12'\n- ! 12\n- 12\n".utf8))
        let values = stream.documents.first?.sequence?.map(\.value)
        #expect(values == [.text, .text, .text, .number("12"), .text, .number("12")])
    }
}
