/// The documents of one YAML text, and everything that is wrong with it.
public struct YAMLStream: Sendable {
    /// Those that could be read whole; a duplicate key keeps its first value.
    public private(set) var documents: [YAMLNode] = []
    /// In the order of the text. A syntax error ends the reading, since what follows can't be told; all others are collected.
    public private(set) var errors: [YAMLError] = []

    /// Reads UTF-8, with or without a byte order mark.
    ///
    /// - Parameter source: the number that marks of this text bear.
    public init(_ bytes: [UInt8], source: Int = 0, limits: YAMLLimits = YAMLLimits()) {
        let start = YAMLMark(source: source, line: 1, column: 1)
        guard bytes.count <= limits.bytes else {
            errors = [YAMLError(.tooLarge, "the text has \(bytes.count) bytes, more than \(limits.bytes)", mark: start)]
            return
        }
        let text = YAMLText(bytes)
        if let offset = text.firstInvalidByte {
            errors = [YAMLError(.notUTF8, "the text is not UTF-8", mark: text.mark(at: offset, source: source))]
            return
        }
        var composer = YAMLComposer(limits: limits)
        let reader = YAMLEventReader(text, source: source)
        do throws(YAMLError) {
            while let event = try reader.next() { try composer.take(event) }
        } catch {
            composer.errors.append(error)
        }
        documents = composer.documents
        errors = composer.errors
    }
}
