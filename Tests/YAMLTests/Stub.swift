import Testing
@Test func stubYAML() {}
