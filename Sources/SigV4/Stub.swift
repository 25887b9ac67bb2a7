enum StubSigV4 {}
