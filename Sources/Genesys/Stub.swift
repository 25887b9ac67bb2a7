enum StubGenesys {}
