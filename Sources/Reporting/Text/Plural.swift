/// The form of a noun that goes with a number.
func plural(_ count: Int, _ one: StyledText, _ many: StyledText) -> StyledText { count == 1 ? one : many }
