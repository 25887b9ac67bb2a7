import Parallel

/// The documents of one YAML text, and everything that is wrong with it.
public struct YAMLStream: Sendable {
    /// Those that could be read whole; a duplicate key keeps its first value.
    public private(set) var documents: [YAMLNode] = []
    /// In the order of the text. A syntax error ends the reading, since what follows can't be told; all others are collected.
    public private(set) var errors: [YAMLError] = []

    /// Reads UTF-8, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - source: the number that marks of this text bear.
    ///   - pieceSize: how many bytes are worth a thread: a text of twice as many is cut where documents begin, and its pieces are read side by side.
    public init(_ bytes: [UInt8], source: Int = 0, limits: YAMLLimits = YAMLLimits(), pieceSize: Int = 256 << 10) {
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
        var pieces = text.pieces(ofAtLeast: pieceSize).inParts(ofAtLeast: 1) { part in
            part.map { YAMLComposer(reading: $0, source: source, limits: limits) }
        }.flatMap(\.self)
        let isFaultless = pieces.allSatisfy(\.errors.isEmpty) && pieces.reduce(0) { $0 + $1.aliasedNodes } <= limits.aliasedNodes
        // Where the reading ends, and whether limits are kept, is told by the whole text.
        if pieces.count > 1, !isFaultless { pieces = [YAMLComposer(reading: text, source: source, limits: limits)] }
        documents = pieces.flatMap(\.documents)
        errors = pieces.flatMap(\.errors)
    }
}

extension YAMLComposer {
    /// Everything that a text, or a piece of one, holds up to its first error of syntax.
    fileprivate init(reading text: YAMLText, source: Int, limits: YAMLLimits) {
        self.init(limits: limits)
        let reader = YAMLEventReader(text, source: source)
        do throws(YAMLError) {
            while let event = try reader.next() { try take(event) }
        } catch {
            errors.append(error)
        }
    }
}
