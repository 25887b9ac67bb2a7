import EventPatterns
import Testing

@Suite struct InvalidPatternTests {
    @Test(
        "A malformed pattern is refused in event-ruler's words",
        arguments: [
            (#"[]"#, "Filter is not an object"),
            (#"{}"#, "Empty objects are not allowed"),
            (#"{"a": {}}"#, "Empty objects are not allowed"),
            (#"{"a": []}"#, "Empty arrays are not allowed"),
            (#"{"a": "x"}"#, #""a" must be an object or an array"#),
            (#"{"a": [["x"]]}"#, "Match value must be String, number, true, false, or null"),
            (#"{"a": [{}]}"#, "Match expression name not found"),
            (#"{"a": [{"PREFIX": "x"}]}"#, "Unrecognized match type PREFIX"),
            (#"{"a": [{"prefix": "x", "suffix": "y"}]}"#, "Only one key allowed in match expression"),
            (#"{"a": [{"exactly": 1}]}"#, "exact match pattern must be a string"),
            (#"{"a": [{"prefix": {"suffix": "x"}}]}"#, "Unsupported prefix pattern: suffix"),
            (#"{"a": [{"suffix": {}}]}"#, "Suffix expression name not found"),
            (#"{"a": [{"exists": "true"}]}"#, "exists match pattern must be either true or false."),
            (#"{"a": [{"wildcard": "a**"}]}"#, "Consecutive wildcard characters at pos 2"),
            (#"{"a": [{"wildcard": "a\\b"}]}"#, "Invalid escape character at pos 2"),
            (#"{"a": [{"cidr": "10.0.0.0"}]}"#, "Malformed CIDR, one '/' required"),
            (#"{"a": [{"cidr": "10.0.0.0/x"}]}"#, "Malformed CIDR, mask bits must be an integer"),
            (#"{"a": [{"cidr": "10.0.0.0/-1"}]}"#, "Malformed CIDR, mask bits must not be negative"),
            (#"{"a": [{"cidr": "10.0.0.0/32"}]}"#, "IPv4 mask bits must be < 32"),
            (#"{"a": [{"cidr": "::/128"}]}"#, "IPv6 mask bits must be < 128"),
            (#"{"a": [{"cidr": "10.0.0.256/8"}]}"#, "Invalid IP address: 10.0.0.256"),
            (#"{"a": [{"numeric": 5}]}"#, "Value of numeric must be an array."),
            (#"{"a": [{"numeric": []}]}"#, "Invalid member in numeric match: ]"),
            (#"{"a": [{"numeric": ["=", "1"]}]}"#, "Value of equals must be numeric"),
            (#"{"a": [{"numeric": ["==", 1]}]}"#, "Unrecognized numeric range operator: =="),
            (#"{"a": [{"numeric": ["<", 1, ">", 0]}]}"#, "Too many elements in numeric expression"),
            (#"{"a": [{"numeric": [">", 1, 2]}]}"#, "Bad value in numeric range: 2"),
            (#"{"a": [{"numeric": [">", 0, "<", 1, 2]}]}"#, "Too many terms in numeric range expression"),
            (#"{"a": [{"numeric": [">=", 1, "<=", 1]}]}"#, "Bottom must be less than top"),
            (#"{"a": [{"numeric": [">", 5000000001]}]}"#, "Value must be between -5.0E9 and 5.0E9, inclusive"),
            (#"{"a": [{"numeric": ["=", 1e999]}]}"#, "Cannot compare number : 1e999"),
            (#"{"a": [{"anything-but": null}]}"#, "Value of anything-but must be an array or single string/number value."),
            (#"{"a": [{"anything-but": [true]}]}"#, "Inside anything but list, start|null|boolean is not supported."),
            (
                #"{"a": [{"anything-but": ["x", 1]}]}"#,
                "Inside anything but list, either all values are number or string, mixed type is not supported"
            ),
            (#"{"a": [{"anything-but": {"prefix": ""}}]}"#, "Null prefix/suffix not allowed"),
            (#"{"a": [{"anything-but": {"exists": true}}]}"#, "Unsupported anything-but pattern: exists"),
            (#"{"$or": [{"a": [1]}]}"#, "There must have at least 2 Objects in $or relationship."),
            (
                #"{"$or": [{"prefix": {"b": ["x"]}}, {"a": ["y"]}]}"#,
                "prefix is Ruler reserved fieldName which cannot be used inside $or."
            ),
        ])
    func refused(_ pattern: String, _ reason: String) {
        let invalid = #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: pattern) }
        #expect(invalid?.reason == reason)
        #expect(invalid?.message == "Event pattern is not valid. Reason: \(reason)")
    }

    @Test(
        "A refusal points at what is at fault",
        arguments: [
            ("{\n  \"a\": [\"é\"],\n  \"ü\": []\n}", 3, 8),
            (#"{"a": [{"numeric": [">", 0, "<"]}]}"#, 1, 32),
            (#"{"a": ["x" "y"]}"#, 1, 12),
            ("{\"a\": [\"x\"]", 1, 12),
        ])
    func position(_ pattern: String, line: Int, column: Int) {
        let invalid = #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: pattern) }
        #expect(invalid?.position.line == line && invalid?.position.column == column, "\(invalid?.description ?? "")")
    }

    @Test(
        "Text that is no JSON is refused",
        arguments: [
            "", "{", "nul", #"{"a": [01]}"#, #"{"a": [1.]}"#, #"{"a": [-]}"#, #"{"a": [1e]}"#, #"{"a": ["x"],}"#, #"{"a": ["x",]}"#,
            #"{a: ["x"]}"#,
            #"{"a": ["\x"]}"#, #"{"a": ["\u12"]}"#, #"{"a": ["\ud800"]}"#, #"{"a": ["\udc00\ud800"]}"#, "{\"a\": [\"\n\"]}",
            #"{"a": ["x"]} {}"#,
        ])
    func malformed(_ pattern: String) {
        #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: pattern) }
    }

    @Test(
        "Bytes that are no UTF-8 are refused",
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]] as [[UInt8]])
    func illFormed(_ bytes: [UInt8]) {
        let pattern = Array(#"{"a": [""#.utf8) + bytes + Array(#""]}"#.utf8)
        let invalid = #expect(throws: EventPattern.Invalid.self) { try EventPattern(utf8: pattern) }
        #expect(invalid?.position.offset == 8)
    }

    @Test("Nesting is bounded in patterns and events")
    func deep() {
        let pattern = String(repeating: #"{"a":"#, count: 100_000)
        #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: pattern) }
        #expect(throws: Event.Invalid.self) { try Event(json: pattern) }
        #expect(throws: Event.Invalid.self) { try Event(json: #"{"a":"# + String(repeating: "[", count: 100_000)) }
    }

    @Test("Wildcards that can match in too many ways at once are refused")
    func complexity() throws {
        let wildcards = ["bif", "tif", "tiff", "svs"].map { #"{"wildcard": "*/datasync/*.\#($0)"}"# }
        #expect(throws: Never.self) { try EventPattern(json: "{\"key\": [\(wildcards.prefix(2).joined(separator: ","))]}") }
        let invalid = #expect(throws: EventPattern.Invalid.self) {
            try EventPattern(json: "{\"key\": [\(wildcards.joined(separator: ","))]}")
        }
        #expect(invalid?.reason.hasPrefix("Rule is too complex - try using fewer wildcard characters") == true)
        #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: #"{"a": [{"wildcard": "*a*a*a*a*a*"}]}"#) }
    }

    @Test("$or may give a thousand combinations and no more")
    func combinations() {
        func pattern(_ sizes: [Int]) -> String {
            let ors = sizes.enumerated().map { field, size in
                "\"f\(field)\": {\"$or\": [" + (0..<size).map { #"{"k\#($0)": [1]}"# }.joined(separator: ",") + "]}"
            }
            return "{" + ors.joined(separator: ",") + "}"
        }
        #expect(throws: Never.self) { try EventPattern(json: pattern([10, 10, 10])) }
        #expect(throws: EventPattern.Invalid.self) { try EventPattern(json: pattern([10, 10, 11])) }
    }
}
