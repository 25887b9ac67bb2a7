enum StubAWS {}
