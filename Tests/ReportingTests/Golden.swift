import TestSupport
import Testing

/// Compares a text with the file `Golden/NAME.txt` beside this one.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try Golden("Golden").expect(text, "\(name).txt", sourceLocation: sourceLocation)
}
