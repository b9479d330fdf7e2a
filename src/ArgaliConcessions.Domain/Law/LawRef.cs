namespace ArgaliConcessions.Domain.Law;

/// <summary>
/// Names the version of a law that an answer used, so that the answer can be replayed: e.g.
/// <c>concession/demo-north/season/polii@3</c>, <c>closure/moratorium-2009@2</c>, <c>ledger/demo-north/2014/line/rams@1</c>.
/// </summary>
public sealed record LawRef(string Path, LegalBasis? Basis);
