enum StubEventPatterns {}
