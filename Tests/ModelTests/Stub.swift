import Testing
@Test func stubModel() {}
