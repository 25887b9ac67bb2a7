import Testing
@Test func stubSigV4() {}
