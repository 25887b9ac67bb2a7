import EventPatterns
import Testing

@Suite struct MatchingTests {
    @Test(
        "An event is taken",
        arguments: [
            (#"{"a": ["x"]}"#, #"{"a": ["y", "x"]}"#),
            (#"{"a": [1.0]}"#, #"{"a": 1}"#),
            (#"{"a": [{"numeric": ["=", 301.8]}]}"#, #"{"a": 3.018e2}"#),
            (#"{"a": [{"numeric": [">", 0]}]}"#, #"{"a": 1649237504949}"#),
            (#"{"a": [12345678901234567890]}"#, #"{"a": 12345678901234567890}"#),
            (#"{"a": [null]}"#, #"{"a": null}"#),
            (#"{"a": [{"exists": true}]}"#, #"{"a": null}"#),
            (#"{"a": [{"exists": false}]}"#, #"{"a": {"b": 1}}"#),
            (#"{"a": [{"exists": false}]}"#, #"{"a": []}"#),
            (#"{"a": [{"anything-but": "x"}]}"#, #"{"a": ["x", "y"]}"#),
            (#"{"a": [{"anything-but": 1}]}"#, #"{"a": "1"}"#),
            (#"{"a": ["10.0.0.1"]}"#, #"{"a": "010.0.0.1"}"#),
            (#"{"a": ["::1"]}"#, #"{"a": "0:0:0:0:0:0:0:1"}"#),
            (#"{"a": ["::ffff:a00:1"]}"#, #"{"a": "10.0.0.1"}"#),
            (#"{"a": [{"equals-ignore-case": "straße"}]}"#, #"{"a": "STRASSE"}"#),
            (#"{"a": [{"prefix": {"equals-ignore-case": "EVENTB"}}]}"#, #"{"a": "EventBridge"}"#),
            (#"{"a": [{"suffix": {"equals-ignore-case": ".PNG"}}]}"#, #"{"a": "a.png"}"#),
            (#"{"a": [{"wildcard": "\\*\\\\*"}]}"#, #"{"a": "*\\x"}"#),
            (#"{"a": ["\u00e9"]}"#, #"{"a": "é"}"#),
            (#"{"a": ["\ud83d\ude00"]}"#, #"{"a": "😀"}"#),
            (#"{"a.b": {"c": ["x"]}}"#, #"{"a": {"b.c": "x"}}"#),
            (#"{"a": ["x"], "a": ["y"]}"#, #"{"a": "y"}"#),
            (#"{"$or": ["x"]}"#, #"{"$or": "x"}"#),
            (#"{"$or": [{"prefix": "x"}, {"exists": false}]}"#, #"{"$or": "xy"}"#),
            (#"{"d": {"a": ["x"], "b": [{"exists": false}]}}"#, #"{"d": [{"a": "x"}, {"b": 1}]}"#),
        ])
    func taken(_ pattern: String, _ event: String) throws {
        #expect(try EventPattern(json: pattern).matches(json: event))
    }

    @Test(
        "An event is not taken",
        arguments: [
            (#"{"a": ["1"]}"#, #"{"a": 1}"#),
            (#"{"a": [null]}"#, #"{"a": []}"#),
            (#"{"a": [{"exists": true}]}"#, #"{"a": {"b": 1}}"#),
            (#"{"a": [{"anything-but": 1}]}"#, #"{"a": 1.0}"#),
            (#"{"a": [{"numeric": [">", 0]}]}"#, #"{"a": "1"}"#),
            (#"{"a": [{"exactly": "10.0.0.1"}]}"#, #"{"a": "10.0.0.01"}"#),
            (#"{"a": ["é"]}"#, #"{"a": "e\u0301"}"#),
            (#"{"a": [{"equals-ignore-case": "s"}]}"#, #"{"a": "ſ"}"#),
            (#"{"a": [{"wildcard": "a*ba"}]}"#, #"{"a": "aba_"}"#),
            (#"{"a": [{"wildcard": "ab*ba"}]}"#, #"{"a": "aba"}"#),
            (#"{"a": ["x"], "a": ["y"]}"#, #"{"a": "x"}"#),
            (#"{"a": {"b": ["x"], "c": ["y"]}}"#, #"{"a": [{"b": "x"}, {"c": "y"}]}"#),
            (#"{"a": {"b": ["x"], "c": ["y"]}}"#, #"{"a": [[{"b": "x"}], [{"c": "y"}]]}"#),
            (#"{"d": {"b": [{"exists": false}]}}"#, #"{"d": [{"a": "x"}, {"b": 1}]}"#),
        ])
    func notTaken(_ pattern: String, _ event: String) throws {
        #expect(try !EventPattern(json: pattern).matches(json: event))
    }

    @Test("Large arrays take no more than their length in time")
    func largeArrays() throws {
        let fields = ["a", "b", "c", "d"]
        let arrays = fields.map { name in
            "\"\(name)\": [" + (0..<300).map { #"{"k": \#($0), "l": \#($0)}"# }.joined(separator: ",") + "]"
        }
        let event = try Event(json: "{\(arrays.joined(separator: ","))}")
        let conditions = fields.map { #""\#($0)": {"k": [{"exists": true}], "l": [{"exists": true}]}"# }
        #expect(try !EventPattern(json: "{\(conditions.joined(separator: ",")), \"z\": [1]}").matches(event))
    }

    @Test("Text that is no JSON object is no event", arguments: ["[]", "1", "", "{\"a\": }", "{} {}"])
    func noEvent(_ json: String) {
        #expect(throws: Event.Invalid.self) { try Event(json: json) }
    }
}
