import Testing
@Test func stubGenesys() {}
