import Testing
@Test func stubCloud() {}
