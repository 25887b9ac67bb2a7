enum StubManifest {}
