import Testing
@Test func stubApplying() {}
