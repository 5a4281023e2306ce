namespace Mlops.Compare.Comparisons;

/// <summary>Our call on data that are made, and the arrays that the peer reads for its own.</summary>
/// <param name="Call">The call; it gives one number of its result, which the peer's must equal.</param>
/// <param name="Arrays">The arrays that the peer loads, by name.</param>
internal sealed record PreparedCall(Func<double> Call, params (string Name, double[] Values)[] Arrays);
