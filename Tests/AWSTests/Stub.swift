import Testing
@Test func stubAWS() {}
