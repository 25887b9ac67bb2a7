import Testing
@Test func stubPlanning() {}
