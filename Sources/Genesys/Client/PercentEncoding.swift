/// The text with all but the unreserved characters of RFC 3986 §2.3 escaped: good for a path's segment, a query's value and a form's.
func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
        let character = Character(Unicode.Scalar(byte))
        if character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character)) { return String(character) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
}
