import Testing
@Test func stubManifest() {}
