import FoundationEssentials
import Model

/// The whole state as its file has it: the two clouds' states beside each other.
struct SavedState: Codable, Sendable {
    var aws: AWSState
    var genesys: GenesysState

    static func decode(_ data: Data) throws -> SavedState {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(SavedState.self, from: data)
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The state with a JSON merge patch applied to what its file would hold.
    ///
    /// - Throws: `DecodingError` where the patched state has not the file's shape.
    func merging(_ patch: Value) throws -> SavedState {
        let document = try Value(json: Array(encoded()))
        return try .decode(Data(document.merging(patch).json.utf8))
    }
}
