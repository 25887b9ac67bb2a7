extension Exclusion {
    /// Reads the operand of `anything-but`.
    init(_ operand: JSONNode) throws(ParseFailure) {
        guard case .object(let members) = operand.content else {
            self = try Self.plain(operand)
            return
        }
        guard let member = members.first else {
            throw ParseFailure(reason: "Anything-But expression name not found", offset: operand.offset)
        }
        let list = member.value
        switch member.name {
        case "prefix":
            self = .prefixes(try Self.nonEmptyTexts(list))
        case "suffix":
            self = .suffixes(try Self.nonEmptyTexts(list))
        case "equals-ignore-case":
            let reason = "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported."
            self = .equalsIgnoringCase(try Self.texts(list, or: reason).map { CaseInsensitiveText($0.text) })
        case "wildcard":
            var wildcards: [Wildcard] = []
            for (text, offset) in try Self.texts(list, or: "wildcard match pattern must be a string") {
                wildcards.append(try Wildcard(text, offset: offset))
            }
            self = .wildcards(wildcards)
        default:
            throw ParseFailure(reason: "Unsupported anything-but pattern: \(member.name)", offset: member.offset)
        }
        guard members.count == 1 else {
            throw ParseFailure(reason: "Too many elements in numeric expression", offset: members[1].offset)
        }
    }

    private static func plain(_ operand: JSONNode) throws(ParseFailure) -> Exclusion {
        var strings: [UTF8String] = []
        var numbers: [JSONNumber] = []
        for element in try elements(operand) {
            switch element.content {
            case .scalar(.string(let text)):
                strings.append(text)
            case .scalar(.number(let number)):
                guard number.comparable != nil else {
                    throw ParseFailure(reason: "Cannot compare number : \(number.text)", offset: element.offset)
                }
                numbers.append(number)
            default:
                throw ParseFailure(reason: "Inside anything but list, start|null|boolean is not supported.", offset: element.offset)
            }
        }
        guard strings.isEmpty != numbers.isEmpty else {
            throw ParseFailure(
                reason: "Inside anything but list, either all values are number or string, mixed type is not supported",
                offset: operand.offset)
        }
        return strings.isEmpty ? .numbers(numbers) : .strings(strings)
    }

    private static func nonEmptyTexts(_ list: JSONNode) throws(ParseFailure) -> [UTF8String] {
        let texts = try texts(list, or: "prefix/suffix match pattern must be a string")
        if let empty = texts.first(where: { $0.text.bytes.isEmpty }) {
            throw ParseFailure(reason: "Null prefix/suffix not allowed", offset: empty.offset)
        }
        return texts.map(\.text)
    }

    private static func texts(_ list: JSONNode, or reason: String) throws(ParseFailure) -> [(text: UTF8String, offset: Int)] {
        var texts: [(UTF8String, Int)] = []
        for element in try elements(list) { texts.append((try element.text(or: reason), element.offset)) }
        // event-ruler takes an empty list here and then fails on every event.
        guard !texts.isEmpty else { throw ParseFailure(reason: "Empty arrays are not allowed", offset: list.offset) }
        return texts
    }

    /// The elements of a list, or a lone string or number.
    private static func elements(_ operand: JSONNode) throws(ParseFailure) -> [JSONNode] {
        switch operand.content {
        case .array(let elements, _): return elements
        case .scalar(.string), .scalar(.number): return [operand]
        default:
            throw ParseFailure(reason: "Value of anything-but must be an array or single string/number value.", offset: operand.offset)
        }
    }
}
