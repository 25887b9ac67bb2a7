extension Comparison {
    /// Reads a match expression: an object with the operator as its one key.
    init(_ members: [JSONNode.Member], at offset: Int) throws(ParseFailure) {
        guard let member = members.first else { throw ParseFailure(reason: "Match expression name not found", offset: offset) }
        let operand = member.value
        var tooMany = "Only one key allowed in match expression"
        switch member.name {
        case "exactly":
            self = .equals(.string(try operand.text(or: "exact match pattern must be a string")))
        case "prefix":
            if let prefix = try operand.textInEitherCase("Prefix") {
                self = .prefixIgnoringCase(prefix)
            } else {
                self = .prefix(try operand.text(or: "prefix match pattern must be a string"))
            }
        case "suffix":
            if let suffix = try operand.textInEitherCase("Suffix") {
                self = .suffixIgnoringCase(suffix)
            } else {
                self = .suffix(try operand.text(or: "suffix match pattern must be a string"))
            }
        case "equals-ignore-case":
            self = .equalsIgnoringCase(CaseInsensitiveText(try operand.text(or: "equals-ignore-case match pattern must be a string")))
        case "wildcard":
            self = .wildcard(try Wildcard(try operand.text(or: "wildcard match pattern must be a string"), offset: operand.offset))
        case "cidr":
            self = .cidr(try CIDRBlock(try operand.text(or: "prefix match pattern must be a string"), offset: operand.offset))
        case "exists":
            guard case .scalar(.bool(let exists)) = operand.content else {
                throw ParseFailure(reason: "exists match pattern must be either true or false.", offset: operand.offset)
            }
            self = .exists(exists)
        case "numeric":
            tooMany = "Too many elements in numeric expression"
            self = try NumericParser.comparison(operand)
        case "anything-but":
            tooMany = "Too many elements in numeric expression"
            self = .anythingBut(try Exclusion(operand))
        default:
            throw ParseFailure(reason: "Unrecognized match type \(member.name)", offset: member.offset)
        }
        guard members.count == 1 else { throw ParseFailure(reason: tooMany, offset: members[1].offset) }
    }
}

extension JSONNode {
    func text(or reason: String) throws(ParseFailure) -> UTF8String {
        guard case .scalar(.string(let text)) = content else { throw ParseFailure(reason: reason, offset: offset) }
        return text
    }

    /// The operand of `prefix` or `suffix` where it is `{"equals-ignore-case": …}`.
    fileprivate func textInEitherCase(_ operation: String) throws(ParseFailure) -> CaseInsensitiveText? {
        guard case .object(let members) = content else { return nil }
        guard let member = members.first else { throw ParseFailure(reason: "\(operation) expression name not found", offset: offset) }
        guard member.name == "equals-ignore-case" else {
            throw ParseFailure(reason: "Unsupported \(operation.lowercased()) pattern: \(member.name)", offset: member.offset)
        }
        let text = try member.value.text(or: "equals-ignore-case match pattern must be a string")
        guard members.count == 1 else {
            throw ParseFailure(reason: "Only one key allowed in match expression", offset: members[1].offset)
        }
        return CaseInsensitiveText(text)
    }
}

extension CIDRBlock {
    fileprivate init(_ text: UTF8String, offset: Int) throws(ParseFailure) {
        func failure(_ reason: String) -> ParseFailure { ParseFailure(reason: reason, offset: offset) }

        // As Java splits: slashes at the end count for nothing.
        var parts = text.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        while parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count == 2 else { throw failure("Malformed CIDR, one '/' required") }
        guard let bits = Int32(String(decoding: parts[1], as: UTF8.self)) else {
            throw failure("Malformed CIDR, mask bits must be an integer")
        }
        guard bits >= 0 else { throw failure("Malformed CIDR, mask bits must not be negative") }
        let ip = UTF8String(validated: Array(parts[0]))
        guard let address = IPAddress(ip) else {
            throw failure("\(IPAddress.isAddressLike(ip) ? "Invalid" : "Nonstandard") IP address: \(ip)")
        }
        if address.bytes.count == 4, bits > 31 { throw failure("IPv4 mask bits must be < 32") }
        if bits > 127 { throw failure("IPv6 mask bits must be < 128") }
        self.init(address, bits: Int(bits))
    }
}

extension IPAddress {
    /// Whether event-ruler would try to read the text as an address: digits in four parts, or hexadecimal digits with colons.
    fileprivate static func isAddressLike(_ text: UTF8String) -> Bool {
        let parts = text.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if parts.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(digits.contains) }) { return true }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
        return text.bytes.contains(UInt8(ascii: ":"))
            && text.bytes.allSatisfy { digits.contains($0) || letters.contains($0 | 0x20) || $0 == UInt8(ascii: ":") }
    }
}
