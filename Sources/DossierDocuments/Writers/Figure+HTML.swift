public import DossierHTML

extension Figure {
    /// The figure as documents show it: bars, and the same numbers as a table.
    public var html: HTMLNode { HTMLBlocks().node(.figure(self)) }
}
