/// Why a text is refused, and where: what `EventPattern.Invalid` and `Event.Invalid` are made of.
struct ParseFailure: Error {
    var reason: String
    /// In bytes from the first, which is 0.
    var offset: Int
}
