import Testing
@Test func stubSandbox() {}
