/// Beside crashes, it finds what `LoaderInput` calls a fault. Run by `make fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLoader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let fault = LoaderInput(Array(UnsafeBufferPointer(start: start, count: count))).fault { fatalError(fault) }
    return 0
}
