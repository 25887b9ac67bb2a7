enum StubYAML {}
