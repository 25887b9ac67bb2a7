import Testing
@Test func stubEndToEnd() {}
