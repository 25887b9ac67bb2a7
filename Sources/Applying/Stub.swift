enum StubApplying {}
