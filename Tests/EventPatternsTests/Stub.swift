import Testing
@Test func stubEventPatterns() {}
