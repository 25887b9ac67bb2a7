import Testing
@Test func stubReporting() {}
