import EventPatterns

/// Pattern and event of one input, the pattern before the first byte 0xFF, which no UTF-8 text has.
///
/// Beside crashes, it finds where the canonical text isn't read as the same pattern, and where rules compiled together disagree with one by itself.
/// Run by `make fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEventPatterns(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let event = Array(parts.last ?? [])
    let pattern = try? EventPattern(utf8: Array(parts.first ?? []))
    if let pattern {
        guard let again = try? EventPattern(json: pattern.json), again == pattern else {
            fatalError("the canonical text is another pattern")
        }
    }
    let rules = CompiledRules(pattern.map { [$0] } ?? [])
    let alone = Result { () throws(Event.Invalid) in try Event(utf8: event) }.map { pattern?.matches($0) == true ? [0] : [] }
    let together = Result { () throws(Event.Invalid) in try rules.matches(utf8: event) }
    guard alone == together else { fatalError("rules compiled together disagree") }
    return 0
}
