/// What of an event may be of a person, by the name of its field or by what it looks like.
enum PersonalData {
    enum Kind: Hashable {
        case number
        case name
        case mail
        case network
        case text
    }

    /// Fields of Genesys Cloud's events that hold what people are called, how they are reached, and what they said (vendor's SDK, `*_topic_*` models).
    private static let fields: [String: Kind] = [
        "ani": .number, "dnis": .number, "sessionDnis": .number, "addressTo": .number, "addressFrom": .number, "addressOther": .number,
        "callbackNumbers": .number, "destinationAddresses": .number, "phoneNumber": .number, "remote": .number,
        "transferTargetAddress": .number, "callbackUserName": .name, "participantName": .name, "userDisplay": .name, "username": .name,
        "transferTargetName": .name, "entityName": .name, "name": .name, "subject": .text, "wrapupNotes": .text, "notes": .text,
        "transcript": .text, "word": .text, "message": .text, "messageBody": .text, "oldValues": .text, "newValues": .text,
        "previousValue": .text, "currentValue": .text, "remoteIp": .network, "email": .mail,
    ]

    /// Whose fields are all people's own: what flows and scripts wrote about a conversation.
    private static let open: Set<String> = ["attributes", "context"]

    /// - Parameter path: the keys from the root.
    static func kind(of text: String, at path: [String]) -> Kind? {
        if let kind = look(text) { return kind }
        if path.dropLast().contains(where: open.contains) { return .text }
        return path.last.flatMap { fields[$0] }
    }

    static func isPersonal(at path: [String]) -> Bool {
        path.dropLast().contains(where: open.contains) || path.last.map { fields[$0] != nil } ?? false
    }

    /// By its form: an address of mail or telephony, a number as people dial it, an address of a network.
    private static func look(_ text: String) -> Kind? {
        if text.hasPrefix("tel:") || text.hasPrefix("sip:") { return .number }
        if text.wholeMatch(of: #/[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+/#) != nil { return .mail }
        if text.wholeMatch(of: #/\+[0-9][0-9 ().\-]{5,}/#) != nil { return .number }
        if text.wholeMatch(of: #/[0-9]{1,3}(\.[0-9]{1,3}){3}/#) != nil { return .network }
        return nil
    }
}
