enum StubPlanning {}
